import { Float, isList, isMap, Tagged, type Value } from '../../../post/value.ts';
import type { PhpObject } from './php-object.ts';

/** A value of PHP that is no array and no object. */
export type Scalar = null | boolean | number | bigint | Float | string;

/** Stands where a field's name would, for what comes of the name of the post's file. */
export const FILE_NAME_FIELD = ':filename';

/** A PHP value during a dry run: exact where it is known, else as much as is known of it. */
export type Abstract =
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly field?: string | undefined }
  /** `items` is undefined for an array of unknown content. */
  | {
      readonly kind: 'array';
      readonly items: ReadonlyMap<string, Abstract> | undefined;
      readonly field?: string | undefined;
    }
  /** Some value of a type; `parts` are those of a text that was put together. */
  | {
      readonly kind: 'typed';
      readonly type: 'string' | 'int' | 'float' | 'bool';
      readonly parts?: readonly Abstract[];
      readonly field?: string | undefined;
    }
  | { readonly kind: 'object'; readonly object: PhpObject; readonly field?: string | undefined }
  | { readonly kind: 'unknown'; readonly field?: undefined };

export const UNKNOWN: Abstract = { kind: 'unknown' };
export const NULL: Abstract = { kind: 'scalar', value: null };
/** The null of `?->`, which ends the whole chain that it stands in. */
export const SHORTED: Abstract = { kind: 'scalar', value: null };
export const TRUE: Abstract = { kind: 'scalar', value: true };
export const FALSE: Abstract = { kind: 'scalar', value: false };
export const ARRAY: Abstract = { kind: 'array', items: undefined };
export const STRING: Abstract = { kind: 'typed', type: 'string' };
export const INT: Abstract = { kind: 'typed', type: 'int' };
export const FLOAT: Abstract = { kind: 'typed', type: 'float' };
export const BOOL: Abstract = { kind: 'typed', type: 'bool' };

export function scalar(value: Scalar, field?: string): Abstract {
  return { kind: 'scalar', value, field };
}

export function object(value: PhpObject, field?: string): Abstract {
  return { kind: 'object', object: value, field };
}

/** A front matter value, with the name of the field that it is or belongs to. */
export function fromValue(value: Value, field: string | undefined): Abstract {
  if (isList(value)) {
    return {
      kind: 'array',
      items: new Map(value.map((item, at) => [String(at), fromValue(item, field)])),
      field,
    };
  }
  if (isMap(value)) {
    return {
      kind: 'array',
      items: new Map([...value].map(([key, item]) => [key, fromValue(item, field)])),
      field,
    };
  }
  if (value instanceof Tagged) {
    return object({ className: 'Symfony\\Component\\Yaml\\Tag\\TaggedValue', text: false }, field);
  }
  return scalar(value, field);
}

/** The type as PHP names it in its errors, such as `string` or `array`; undefined when it isn't known. */
export function typeOf(value: Abstract): string | undefined {
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'array':
      return 'array';
    case 'object':
      return value.object.className;
    case 'typed':
      return value.type;
    case 'scalar':
      return typeOfScalar(value.value);
  }
}

function typeOfScalar(value: Scalar): string {
  if (value === null) return 'null';
  if (value instanceof Float) return 'float';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'string' ? 'string' : 'int';
}

/** Whether PHP takes the value for true; undefined when that isn't known. */
export function truthOf(value: Abstract): boolean | undefined {
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'typed':
      // A text with a part that is more than a figure is neither empty nor `0`.
      return value.parts?.some(
        (part) => part.kind === 'scalar' && part.field === undefined && isLong(part.value),
      )
        ? true
        : undefined;
    case 'array':
      return value.items && value.items.size > 0;
    case 'object':
      return true;
    case 'scalar':
      if (value.value instanceof Float) return value.value.value !== 0;
      return value.value !== '0' && Boolean(value.value);
  }
}

function isLong(value: Scalar): boolean {
  return typeof value === 'string' && value !== '' && value !== '0';
}

/**
 * What a dry run can tell two values of a field apart by, unless it compares the content itself: the type, whether
 * it is empty, and how much of a number it is.
 */
export function signatureOf(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' || typeof value === 'bigint') return value === 0 ? 'int 0' : 'int';
  if (value instanceof Float) return `float ${wholeness(value.value)}`;
  if (value instanceof Tagged) return 'tagged';
  if (typeof value === 'string') return `string ${numberness(value)}`;
  if (isList(value)) return `[${value.map(signatureOf).join()}]`;
  return `{${[...value].map(([key, item]) => `${key}: ${signatureOf(item)}`).join()}}`;
}

/** How a float fares where PHP wants an integer: `whole`, `long` where its text has an exponent, `fraction`, `huge`. */
export function wholeness(value: number): 'zero' | 'whole' | 'long' | 'fraction' | 'huge' {
  if (!Number.isFinite(value) || Math.abs(value) >= 2 ** 63) return 'huge';
  if (value === 0) return 'zero';
  if (!Number.isInteger(value)) return 'fraction';
  return Math.abs(value) < 1e14 ? 'whole' : 'long';
}

/** How a text fares where PHP wants a number: `digits` are a whole one without anything around. */
export function numberness(text: string): 'empty' | 'zero' | 'digits' | 'number' | 'leading' | 'text' {
  if (text === '') return 'empty';
  if (text === '0') return 'zero';
  if (/^[+-]?\d{1,18}$/.test(text)) return 'digits';
  if (/^[ \t\n\r\v\f]*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[ \t\n\r\v\f]*$/i.test(text)) return 'number';
  return /^[ \t\n\r\v\f]*[+-]?\.?\d/.test(text) ? 'leading' : 'text';
}
