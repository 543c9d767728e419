import { is, type Node } from '../php/ast.ts';
import { type Abstract, NULL, SHORTED, typeOf, UNKNOWN } from './abstract-value.ts';
import type { Machine } from './machine.ts';
import { textIfKnown } from './text.ts';

/** `$owner->name`, and `$owner?->name` with `nullSafe`. */
export function property(
  node: Node,
  owner: Abstract,
  offset: Node,
  machine: Machine,
  nullSafe: boolean,
): Abstract {
  if (owner === SHORTED || owner.kind === 'unknown') return owner;
  const name = is(offset, 'identifier') ? offset.name : undefined;
  if (owner.kind === 'object') {
    return name === undefined ? UNKNOWN : (owner.object.get?.(name, machine, node) ?? UNKNOWN);
  }
  if (nullSafe && isNull(owner)) return SHORTED;
  return machine.fail(`Attempt to read property "${name ?? ''}" on ${typeOf(owner) ?? 'null'}`, node, owner);
}

/** Whether a value is surely null. */
export function isNull(value: Abstract): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** `$owner[$key]`; `quiet` where a missing one is null and no error. */
export function element(
  owner: Abstract,
  key: Abstract,
  node: Node,
  machine: Machine,
  quiet: boolean,
): Abstract {
  if (owner === SHORTED) return owner;
  if (owner.kind === 'object') return owner.object.at?.(key, machine, node, quiet) ?? UNKNOWN;
  if (owner.kind === 'array') {
    if (!owner.items) return UNKNOWN;
    const text = textIfKnown(key, machine);
    if (text === undefined) return UNKNOWN;
    const found = owner.items.get(text);
    if (found) return found;
    if (quiet) return NULL;
    const shown = /^-?\d+$/.test(text) ? text : `"${text}"`;
    return machine.fail(`Undefined array key ${shown}`, node, owner);
  }
  if (quiet) return owner.kind === 'scalar' && typeof owner.value !== 'string' ? NULL : UNKNOWN;
  if (owner.kind === 'scalar' && typeof owner.value !== 'string') {
    return machine.fail(
      `Trying to access array offset on value of type ${typeOf(owner) ?? 'null'}`,
      node,
      owner,
    );
  }
  return UNKNOWN;
}
