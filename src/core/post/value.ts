/** A PHP float: kept apart from an integer, because `42.0` and `42` are not the same to Jigsaw's templates. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/**
 * A value with a YAML tag that Symfony keeps as an object (`!!str |` before a block of text): neither a text nor
 * anything else that a template could print.
 */
export class Tagged {
  readonly tag: string;
  readonly value: Value;

  constructor(tag: string, value: Value) {
    this.tag = tag;
    this.value = value;
  }
}

/**
 * A value as Jigsaw puts it on a page, after Symfony's YAML parser. Integers are `number` (or `bigint` beyond 2^53),
 * floats are `Float`. Dates are already what PHP sees: whole Unix seconds in UTC, or a `Float` of them.
 */
export type Value = null | boolean | number | bigint | Float | Tagged | string | readonly Value[] | ValueMap;

/** A mapping in source order. Keys are strings even where PHP holds an integer. */
export type ValueMap = ReadonlyMap<string, Value>;

/** Whether a value is a map, be it empty. */
export function isMap(value: Value | undefined): value is ValueMap {
  return value instanceof Map;
}

/** Whether a value is a list, be it empty. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The value as JSON can hold it: floats become numbers (INF and NAN strings), big integers strings. */
export function toJson(value: Value): unknown {
  if (value instanceof Float) return Number.isFinite(value.value) ? value.value : String(value.value);
  if (value instanceof Tagged) return { tag: value.tag, value: toJson(value.value) };
  if (typeof value === 'bigint') return value.toString();
  if (isList(value)) return value.map(toJson);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, inner]) => [key, toJson(inner)]));
  return value;
}
