/** PHP's own idea of white space, which is not JavaScript's: a no-break space is none to it. */

/** Whether PHP's `trim` removes it: space, tab, line feed, vertical tab, carriage return and NUL, but no form feed. */
function isTrimmed(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0b) || code === 0x0d || code === 0x00;
}

/** Whether `\s` matches it in PHP's patterns. */
export function isWhite(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** The offset after the last character of `text[start, end)` that `trim` leaves. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isTrimmed(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset of the first character of `text[start, end)` that `trim` leaves. */
export function trimmedStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isTrimmed(text.charCodeAt(at))) at++;
  return at;
}

/** `trim`. */
export function trim(text: string): string {
  const end = trimmedEnd(text, 0, text.length);
  return text.slice(trimmedStart(text, 0, end), end);
}

/** The first offset from `start` at which `text` is no space, or `end`. */
export function afterSpaces(text: string, start: number, end = text.length): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 0x20) at++;
  return at;
}

/** A quoted text at `lastIndex`, quotes included: `Inline::REGEX_QUOTED_STRING`, which never gives back a quote. */
const QUOTED = /"[^"\\]*(?:\\[^\n][^"\\]*)*"|'[^']*(?:''[^']*)*'(?!')/y;

/** The offset after the quoted text that starts at `at`, or undefined when none does. */
export function quotedEnd(text: string, at: number): number | undefined {
  QUOTED.lastIndex = at;
  return QUOTED.test(text) ? QUOTED.lastIndex : undefined;
}
