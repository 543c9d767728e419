import type { Value } from '../../../post/value.ts';
import type { Known } from '../../unknown.ts';
import { type PhpArray, PhpClosure, type PhpFunction, type PhpValue, toValue } from './php-value.ts';

/** An item, unknown rather than null when the array may hold more than can be read. */
export function get(array: PhpArray, key: string): PhpValue {
  return array.items.get(key) ?? array.open ?? null;
}

/** Every item that isn't special, as pages see it. */
export function plainItems(array: PhpArray, special: ReadonlySet<string>): Map<string, Known<Value>> {
  const items = new Map<string, Known<Value>>();
  for (const [key, value] of array.items) if (!special.has(key)) items.set(key, toValue(value));
  return items;
}

/** The entries of an array that are functions, by their keys. */
export function closures(array: PhpArray): Map<string, PhpFunction> {
  const found = new Map<string, PhpFunction>();
  for (const [key, value] of array.items) if (value instanceof PhpClosure) found.set(key, value.definition);
  return found;
}
