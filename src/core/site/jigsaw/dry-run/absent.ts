import { is, type Node } from '../php/ast.ts';
import { type Abstract, BOOL, FALSE, NULL, TRUE, truthOf, UNKNOWN } from './abstract-value.ts';
import { element, isNull, property } from './lookups.ts';
import type { Machine } from './machine.ts';

/** `left ?? right`: what is missing on the left is no error. */
export function coalesce(left: Node, right: () => Abstract, machine: Machine): Abstract {
  const value = quietly(left, machine);
  if (value.kind === 'scalar') return value.value === null ? right() : value;
  if (value.kind !== 'unknown') return value;
  machine.oneOf([() => void right(), () => undefined]);
  return UNKNOWN;
}

/** Evaluates as `??` does: a missing variable, property or key is null. */
function quietly(node: Node, machine: Machine): Abstract {
  if (is(node, 'variable') && typeof node.name === 'string' && node.name !== '__env') {
    return machine.frame.variables.get(node.name) ?? (machine.frame.open ? UNKNOWN : NULL);
  }
  if (is(node, 'propertylookup') || is(node, 'nullsafepropertylookup')) {
    const owner = quietly(node.what, machine);
    if (owner.kind !== 'object') return owner.kind === 'unknown' ? UNKNOWN : NULL;
    return property(node, owner, node.offset, machine, true);
  }
  if (is(node, 'offsetlookup') && node.offset) {
    const owner = quietly(node.what, machine);
    return element(owner, machine.evaluate(node.offset), node, machine, true);
  }
  return machine.evaluate(node);
}

/** `isset($x->y)`; undefined where it isn't known. */
export function isSet(node: Node, machine: Machine): boolean | undefined {
  if (is(node, 'propertylookup') && is(node.offset, 'identifier')) {
    const owner = quietly(node.what, machine);
    return owner.kind === 'object' ? owner.object.has?.(node.offset.name) : undefined;
  }
  const value = quietly(node, machine);
  return value.kind === 'unknown' ? undefined : !isNull(value);
}

/** `! empty($x)`. */
export function notEmpty(node: Node, machine: Machine): boolean | undefined {
  if (is(node, 'propertylookup') && isSet(node, machine) === false) return false;
  return truthOf(quietly(node, machine));
}

/** A truth as a value of PHP. */
export function truth(value: boolean | undefined): Abstract {
  if (value === undefined) return BOOL;
  return value ? TRUE : FALSE;
}

/** The contrary of a truth. */
export function contrary(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** Whether all are true. */
export function all(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}
