import type { Span } from '../../text/span.ts';
import { Float, isList, isMap, Tagged, type Value } from '../value.ts';
import { Mistake } from './mistake.ts';

/**
 * A mapping as PHP has it: it can't tell one whose keys are 0, 1, 2 … from a list, nor an empty one from an empty list.
 */
export function toArray(map: ReadonlyMap<string, Value>): Value {
  let index = 0;
  for (const key of map.keys()) if (key !== String(index++)) return map;
  return [...map.values()];
}

/** The entries of a list or a mapping; undefined for anything else. */
export function entriesOf(value: Value): Iterable<readonly [string, Value]> | undefined {
  if (isMap(value)) return value;
  return isList(value) ? value.map((item, index) => [String(index), item] as const) : undefined;
}

/**
 * Adds the entries of `value` whose keys `target` doesn't have: PHP's `+=` for arrays.
 * @throws Mistake when `value` is none: an error of PHP itself, without a line.
 */
export function addMissing(target: Map<string, Value>, value: Value, where: Span): void {
  const entries = entriesOf(value);
  if (entries === undefined) {
    const words = `Unsupported operand types: array + ${typeName(value)}`;
    throw new Mistake('merge-value', where, words, undefined, '', false);
  }
  for (const [key, inner] of entries) if (!target.has(key)) target.set(key, inner);
}

function typeName(value: Value): string {
  if (value === null) return 'null';
  if (value instanceof Float) return 'float';
  if (value instanceof Tagged) return 'Symfony\\Component\\Yaml\\Tag\\TaggedValue';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'string' : 'int';
}
