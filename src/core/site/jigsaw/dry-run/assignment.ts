import { is, type Node } from '../php/ast.ts';
import { type Abstract, UNKNOWN } from './abstract-value.ts';
import type { Machine } from './machine.ts';

/** Puts a value where an expression on the left of `=`, or a loop's variable, says. */
export function assign(target: Node, value: Abstract, machine: Machine): void {
  const { variables } = machine.frame;
  if (is(target, 'variable')) {
    if (typeof target.name === 'string') variables.set(target.name, value);
    else machine.frame.open = true;
  } else if (is(target, 'array') || is(target, 'list')) {
    // Each part of what is taken apart may be anything.
    for (const item of target.items) if (is(item, 'entry')) assign(item.value, UNKNOWN, machine);
  } else if (is(target, 'propertylookup')) {
    const owner = machine.evaluate(target.what);
    const name = is(target.offset, 'identifier') ? target.offset.name : undefined;
    if (owner.kind === 'object' && name !== undefined) owner.object.set?.(name, value, machine);
  } else if (is(target, 'offsetlookup')) {
    // An array with something put into it is an array of unknown content.
    let inner: Node = target;
    while (is(inner, 'offsetlookup')) {
      if (inner.offset) machine.evaluate(inner.offset);
      inner = inner.what;
    }
    if (!is(inner, 'variable') || typeof inner.name !== 'string') return;
    const held = variables.get(inner.name);
    if (held?.kind !== 'object') variables.set(inner.name, { kind: 'array', items: undefined });
  }
}
