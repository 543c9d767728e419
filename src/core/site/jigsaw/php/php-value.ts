import { Float, Tagged, type Value } from '../../../post/value.ts';
import { type Message, message } from '../../../text/message.ts';
import type { Span } from '../../../text/span.ts';
import type { SitePath } from '../../files.ts';
import { type Known, Unknown } from '../../unknown.ts';
import type { NodeOf } from './ast.ts';

/** A place in a file of the site. */
export interface Place {
  readonly path: SitePath;
  readonly span: Span;
}

/** A function that the site's own PHP defines, as its syntax tree: read, never run. */
export interface PhpFunction extends Place {
  readonly node: NodeOf<'closure'> | NodeOf<'arrowfunc'>;
}

/** Keeps a function apart from every other kind of value. */
export class PhpClosure {
  readonly definition: PhpFunction;

  constructor(definition: PhpFunction) {
    this.definition = definition;
  }
}

/** What a PHP expression is worth, as far as it can be told without running it. */
export type PhpValue = null | boolean | number | bigint | Float | string | PhpArray | PhpClosure | Unknown;

/** A PHP array: ordered, keyed by strings and integers, which are kept as strings here. */
export class PhpArray {
  readonly items = new Map<string, PhpValue>();
  /** Where items stand that were written with a key; made when the first one comes. */
  #places: Map<string, Place> | undefined;
  /** Why it may hold more than `items`, if so. */
  open: Unknown | undefined;
  #next = 0;

  set(key: string, value: PhpValue, place?: Place): void {
    this.items.set(key, value);
    if (place) {
      this.#places ??= new Map();
      this.#places.set(key, place);
    }
    if (INTEGER_KEY.test(key) && Number(key) >= this.#next) this.#next = Number(key) + 1;
  }

  push(value: PhpValue, place?: Place): void {
    this.set(String(this.#next), value, place);
  }

  placeOf(key: string): Place | undefined {
    return this.#places?.get(key);
  }

  /** As `array_merge` and `[...$other]` do: string keys replace, integer keys are numbered anew. */
  append(other: PhpArray): void {
    for (const [key, value] of other.items) {
      if (INTEGER_KEY.test(key)) this.push(value, other.placeOf(key));
      else this.set(key, value, other.placeOf(key));
    }
    this.open ??= other.open;
  }

  /** PHP hands arrays over by value: a change of one doesn't reach the other. */
  copy(): PhpArray {
    const result = new PhpArray();
    for (const [key, value] of this.items) {
      result.set(key, value instanceof PhpArray ? value.copy() : value, this.placeOf(key));
    }
    result.open = this.open;
    return result;
  }

  get isList(): boolean {
    let index = 0;
    for (const key of this.items.keys()) if (key !== String(index++)) return false;
    return true;
  }
}

const INTEGER_KEY = /^(?:0|-?[1-9]\d{0,14})$/;

export const COMPUTED: Message = message('It is computed by PHP when the site is built.');

/** The value as front matter could hold it; unknown when any part of it is computed. */
export function toValue(value: PhpValue): Known<Value> {
  if (value instanceof PhpClosure) return new Unknown(COMPUTED);
  if (!(value instanceof PhpArray)) return value;
  if (value.open) return value.open;
  const entries: [string, Value][] = [];
  for (const [key, item] of value.items) {
    const inner = toValue(item);
    if (inner instanceof Unknown) return inner;
    entries.push([key, inner]);
  }
  return value.isList ? entries.map(([, inner]) => inner) : new Map(entries);
}

/** Whether PHP takes the value for true; unknown stays unknown. */
export function truthy(value: PhpValue | Tagged): Known<boolean> {
  if (value instanceof Unknown) return value;
  if (value instanceof PhpClosure || value instanceof Tagged) return true;
  if (value instanceof PhpArray) return value.items.size > 0 ? true : (value.open ?? false);
  if (value instanceof Float) return value.value !== 0;
  return value !== '0' && Boolean(value);
}

/** The value as PHP's `(string)` gives it, or undefined for what has no text. */
export function toText(value: PhpValue | Tagged): string | undefined {
  if (value === null || value === false) return '';
  if (value === true) return '1';
  if (value instanceof Float) return floatText(value.value);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return undefined;
}

/** A float as PHP prints it: 14 significant digits (its `precision` setting), `1.0E+14` from 10^14 on. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NAN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', exponent = '0'] = value.toExponential(13).split('e');
  const power = Number(exponent);
  const digits = mantissa.replace(/\.?0+$/, '');
  if (power >= -4 && power < 14) return trimZeros(value.toFixed(Math.max(0, 13 - power)));
  return `${digits.includes('.') ? digits : `${digits}.0`}E${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
