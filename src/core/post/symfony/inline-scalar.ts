import type { YamlNode } from '../post.ts';
import type { Context } from './context.ts';
import { Mistake } from './mistake.ts';
import { emptyNode, leaf } from './nodes.ts';
import { trimmedEnd, trimmedStart } from './php-text.ts';
import { checkFirst, evaluateScalar, isQuotedByTag, type Place, readQuoted } from './scalar.ts';

/** What ends a key in braces. */
export const KEY_END = ': ';

/** A scalar, and the offset after it. */
export interface InlineScalar {
  readonly node: YamlNode;
  readonly end: number;
  /** Whether it stands in quotes, and so can be neither an anchor nor a mapping. */
  readonly isQuoted: boolean;
}

/** How a scalar is read. */
export interface ScalarOptions {
  /** The characters that end it; undefined when only the end of the text or a comment does. */
  readonly delimiters: string | undefined;
  /** Whether the value is what the text stands for; else it is the text. */
  readonly evaluate: boolean;
}

/**
 * Reads the scalar at `at`: `Inline::parseScalar`.
 * @throws Mistake
 */
export function readScalar(
  text: string,
  at: number,
  { delimiters, evaluate }: ScalarOptions,
  place: Place,
  context: Context,
): InlineScalar {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const { value, end } = readQuoted(text, at, place);
    if (delimiters !== undefined) expectDelimiter(text, end, delimiters, place);
    const style = quote === '"' ? 'double-quoted' : 'single-quoted';
    return { node: leaf(place(at, end), style, value), end, isQuoted: true };
  }
  const end = delimiters === undefined ? text.length : delimited(text, at, delimiters, place);
  const last = delimiters === undefined ? beforeComment(text, at) : end;
  const start = trimmedStart(text, at, last);
  const scalar = text.slice(start, trimmedEnd(text, start, last));
  checkFirst(delimiters === undefined ? text.charAt(at) : scalar.charAt(0), place(start, start + 1));
  const where = place(start, start + scalar.length);
  if (!evaluate) return { node: leaf(where, 'plain', scalar), end, isQuoted: false };
  if (scalar === '') return { node: emptyNode(place(at, at).start), end, isQuoted: false };
  const value = evaluateScalar(scalar, (from, to) => place(start + from, start + to), context);
  const node = leaf(where, scalar[0] === '*' ? 'alias' : 'plain', value);
  return { node, end, isQuoted: isQuotedByTag(scalar) };
}

/** What is wrong with brackets that nothing makes sense of. */
export function malformed(text: string, at: number, place: Place): Mistake {
  return new Mistake('unclosed-bracket', place(at, at + 1), `Malformed inline YAML string: "${text}".`);
}

/** What is wrong with an entry in braces that is a key at most. */
export function withoutColon(text: string, at: number, place: Place): Mistake {
  const length = text.slice(at).search(/[,}]|$/);
  return malformed(text, at, place).as('missing-colon', place(at, at + length));
}

/** The offset of the comment behind a plain scalar, and the white space before it; or the text's end. */
function beforeComment(text: string, start: number): number {
  let hash = text.indexOf('#', start + 1);
  while (hash !== -1 && !isBlank(text[hash - 1])) hash = text.indexOf('#', hash + 1);
  if (hash === -1) return text.length;
  while (hash > start && isBlank(text[hash - 1])) hash--;
  return hash;
}

/** The offset of the first delimiter. Unless it is one itself, a line break must not come before it. */
function delimited(text: string, start: number, delimiters: string, place: Place): number {
  for (let at = start; at < text.length; at++) {
    if (delimiters.includes(text.charAt(at))) return at;
    if (text[at] === '\n') break;
  }
  throw delimiters === KEY_END ? withoutColon(text, start, place) : malformed(text, start, place);
}

/** Checks what follows a quoted text within brackets. */
function expectDelimiter(text: string, end: number, delimiters: string, place: Place): void {
  let at = end;
  while (text[at] === ' ' || text[at] === '\n') at++;
  const next = text[at];
  if (next !== undefined && delimiters.includes(next)) return;
  const words =
    next === undefined
      ? `Unexpected end of line, expected one of "${delimiters}".`
      : `Unexpected characters (${text.slice(end)}).`;
  throw new Mistake('text-after-value', place(end, text.length), words);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
