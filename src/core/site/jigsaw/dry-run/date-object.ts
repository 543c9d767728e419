import { Float } from '../../../post/value.ts';
import { strtotime } from '../php/strtotime.ts';
import { type Abstract, INT, numberness, type Scalar, STRING, UNKNOWN, wholeness } from './abstract-value.ts';
import type { PhpObject } from './php-object.ts';

/** A moment, whichever it is. */
export class DateObject implements PhpObject {
  readonly className: string;
  readonly text = false;

  constructor(className: string) {
    this.className = className;
  }

  call(method: string): Abstract {
    if (method === 'format') return STRING;
    return method === 'getTimestamp' ? INT : UNKNOWN;
  }
}

/** Whether `createFromFormat('U', …)` reads a value: nothing but a whole number's digits, once it is text. */
export function readsUnixTime(value: Scalar): boolean {
  if (value instanceof Float) return ['zero', 'whole'].includes(wholeness(value.value));
  if (typeof value !== 'string') return value !== null && value !== false;
  return ['zero', 'digits'].includes(numberness(value));
}

/** Whether `new DateTime(…)` reads a text; undefined where that isn't known. */
export function parsesAsDate(text: string): boolean | undefined {
  if (text === '' || /^@-?\d+(?:\.\d{1,8})?$/.test(text)) return true;
  const seconds = strtotime(text);
  return typeof seconds === 'object' ? undefined : seconds !== false;
}
