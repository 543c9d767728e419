import { afterSpaces, isWhite, quotedEnd, trimmedEnd } from './php-text.ts';

/** How a template's tag starts, which Symfony takes for a mapping in braces. */
export const TEMPLATE = /^\{(?:\{|!!|%)/;

/** An item of a list: where its value starts and ends in the line; both are the line's end when it has none. */
export interface ItemMatch {
  readonly start: number;
  readonly end: number;
}

/** An entry of a mapping: its key is `line[0, keyEnd)`, its value `line[start, end)`. */
export interface EntryMatch {
  readonly keyEnd: number;
  readonly colon: number;
  readonly start: number;
  readonly end: number;
}

/** Matches `- value` or a lone `-`, as `Parser::doParse` tells a list's item. */
export function matchItem(line: string): ItemMatch | undefined {
  if (line[0] !== '-') return undefined;
  const end = trimmedEnd(line, 0, line.length);
  let start = 1;
  while (start < end - 1 && isWhite(line.charCodeAt(start))) start++;
  if (end > 1 && start === 1) return undefined;
  return { start: Math.min(start, end), end };
}

/**
 * Matches `key: value`, as `Parser::doParse` tells a mapping's entry: the key is what stands before the first colon
 * with a space or tab or nothing behind it, whatever it holds, but it starts with no quote that isn't closed before
 * the colon and no bracket, and has no ` #` outside quotes.
 */
export function matchEntry(line: string): EntryMatch | undefined {
  const end = trimmedEnd(line, 0, line.length);
  const key = afterTag(line, end);
  const match = matchKey(line, key, end, isSpaceOrTab);
  if (match === undefined) return undefined;
  const isQuoted = line[0] === '"' || line[0] === "'";
  if (!isQuoted && line.slice(0, match.keyEnd).includes(' #')) return undefined;
  return match;
}

/** Matches `key: value` within a list's item, where any white space may follow the colon. */
export function matchEntryInItem(value: string): EntryMatch | undefined {
  return matchKey(value, 0, value.length, isWhite);
}

/** The offset after a tag and white space at the line's start: `!tag `. */
function afterTag(line: string, end: number): number {
  if (line[0] !== '!') return 0;
  let at = 1;
  while (at < end && !isWhite(line.charCodeAt(at))) at++;
  if (at === 1 || at === end) return 0;
  while (at < end && isWhite(line.charCodeAt(at))) at++;
  return at;
}

function matchKey(
  line: string,
  from: number,
  end: number,
  isSeparator: (code: number) => boolean,
): EntryMatch | undefined {
  const first = line[from];
  const colon =
    first === '"' || first === "'"
      ? colonAfterQuoted(line, from, end, isSeparator)
      : colonAfterPlain(line, from, end, isSeparator);
  if (colon === undefined) return undefined;
  let keyEnd = colon;
  while (keyEnd > from + 1 && line[keyEnd - 1] === ' ') keyEnd--;
  let start = colon + 1;
  while (start < end && isSeparator(line.charCodeAt(start))) start++;
  return { keyEnd, colon, start, end };
}

function colonAfterQuoted(
  line: string,
  from: number,
  end: number,
  isSeparator: (code: number) => boolean,
): number | undefined {
  const quoted = quotedEnd(line, from);
  if (quoted === undefined) return undefined;
  const colon = afterSpaces(line, quoted, end);
  return line[colon] === ':' && (colon + 1 === end || isSeparator(line.charCodeAt(colon + 1)))
    ? colon
    : undefined;
}

function colonAfterPlain(
  line: string,
  from: number,
  end: number,
  isSeparator: (code: number) => boolean,
): number | undefined {
  if (from >= end || ' [{!'.includes(line.charAt(from))) return undefined;
  let colon = line.indexOf(':', from + 1);
  while (colon !== -1 && colon + 1 < end && !isSeparator(line.charCodeAt(colon + 1)))
    colon = line.indexOf(':', colon + 1);
  return colon === -1 || colon >= end ? undefined : colon;
}

function isSpaceOrTab(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
