import type { Span } from '../../text/span.ts';
import type { Value } from '../value.ts';
import { decodeBase64, utf8Length } from './binary.ts';
import type { Context } from './context.ts';
import { unescapeDoubleQuoted } from './escapes.ts';
import { Mistake } from './mistake.ts';
import { castToFloat, readNumber } from './number.ts';
import { quotedEnd, trim } from './php-text.ts';
import { readTimestamp } from './timestamp.ts';

/** Where the characters from `start` up to `end` of the scalar at hand are written. */
export type Place = (start: number, end: number) => Span;

/**
 * The value that an unquoted text stands for: `Inline::evaluateScalar`.
 * @throws Mistake
 */
export function evaluateScalar(scalar: string, place: Place, context: Context): Value {
  const whole = () => place(0, scalar.length);
  const first = scalar[0];
  if (first === '*') return context.resolve(aliasName(scalar), whole());
  switch (scalar.length > 5 ? '' : scalar.toLowerCase()) {
    case 'null':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
  }
  if (first === undefined || scalar === '~') return null;
  if (first === '!') return evaluateTagged(scalar, place);
  const code = scalar.charCodeAt(0);
  if (code > 0x39) return scalar;
  const number = readNumber(scalar);
  if (number !== undefined) return number;
  const timestamp = readTimestamp(scalar);
  if (timestamp === 'impossible') {
    const words = `The date "${scalar}" could not be parsed as it is an invalid date.`;
    throw new Mistake('impossible-date', whole(), words);
  }
  return timestamp ?? scalar;
}

/** Whether a tag makes of the scalar what stands in quotes behind it. */
export function isQuotedByTag(scalar: string): boolean {
  return /^!!str ["']/.test(scalar);
}

/** The name in `*name`. Symfony means to cut a comment off, and takes one character more. */
export function aliasName(scalar: string): string {
  const hash = scalar.indexOf('#');
  if (hash === -1) return scalar.slice(1);
  return hash === 1 ? scalar.slice(1, -1) : scalar.slice(1, hash - 1);
}

/** The text in quotes that is a value as a whole, and the offset after it: `Inline::parseQuotedScalar`. */
export function readQuoted(
  text: string,
  at: number,
  place: Place,
): { readonly value: string; readonly end: number } {
  const end = quotedEnd(text, at);
  if (end === undefined) {
    const words = `Malformed inline YAML string: "${text.slice(at)}".`;
    throw new Mistake('unclosed-quote', place(at, text.length), words);
  }
  const inner = text.slice(at + 1, end - 1);
  if (text[at] === "'") return { value: inner.replaceAll("''", "'"), end };
  const value = unescapeDoubleQuoted(inner, (index, unknown) => {
    const start = at + 1 + index;
    const words = `Found unknown escape character "${unknown}".`;
    throw new Mistake('unknown-escape', place(start, start + unknown.length), words);
  });
  return { value, end };
}

function evaluateTagged(scalar: string, place: Place): Value {
  if (scalar.startsWith('!!str ')) {
    const rest = scalar.slice(6);
    return rest[0] === '"' || rest[0] === "'" ? readQuoted(scalar, 6, place).value : rest;
  }
  if (scalar.startsWith('! ')) return scalar.slice(2);
  if (/^!php\/(?:object|const|enum)/.test(scalar)) return null;
  if (scalar.startsWith('!!float ')) return castToFloat(scalar.slice(8));
  if (scalar.startsWith('!!binary ')) return evaluateBinary(scalar.slice(9), place(0, scalar.length));
  const words = `The string "${scalar}" could not be parsed as it uses an unsupported built-in tag.`;
  throw new Mistake('unknown-tag', place(0, scalar.length), words);
}

/** Refuses the characters that a plain scalar must not start with. */
export function checkFirst(first: string, where: Span): void {
  if (first === '' || !'@`|>%'.includes(first)) return;
  const words = `The reserved indicator "${first}" cannot start a plain scalar; you need to quote the scalar.`;
  throw new Mistake('reserved-character', where, words);
}

/** `Inline::evaluateBinaryScalar`. */
export function evaluateBinary(scalar: string, where: Span): string {
  const packed = scalar.replace(/[ \t\n\v\f\r]/g, '');
  const isQuoted = packed[0] === '"' || packed[0] === "'";
  const base64 = isQuoted ? readQuoted(packed, 0, () => where).value : trim(packed);
  if (!isQuoted) checkFirst(base64.charAt(0), where);
  const bytes = utf8Length(base64);
  if (bytes % 4 !== 0) {
    const words = `The normalized base64 encoded data (data without whitespace characters) length must be a multiple of four (${bytes} bytes given).`;
    throw new Mistake('other', where, words);
  }
  if (!/^[A-Z0-9+/]+={0,2}$/i.test(base64)) {
    throw new Mistake('other', where, `The base64 encoded data (${base64}) contains invalid characters.`);
  }
  return decodeBase64(base64);
}
