import { type Span, span } from '../text/span.ts';

/** Where the parts of a file with front matter are. They are disjoint and in this order. */
export interface Parts {
  readonly opener: Span;
  /** The YAML, trimmed; empty when there is none. */
  readonly yaml: Span;
  readonly closer: Span;
  /** What follows, left-trimmed. */
  readonly body: Span;
}

const DASHES = '---';
const CLOSER = /[\r\n|]---/g;

/**
 * Splits a text as FrontYAML's `Parser::parse` does, whose pattern is
 * `^---[\r\n|]*(.*?)[\r\n|]+---[\r\n|]*(.*)$` (the `|` in its character classes is most likely a slip): the opener must
 * be the very first characters, and the first three dashes after a line break or a `|` close it.
 * Linear in the text's length.
 * @param from where the text to split starts; used for the second split that a body gets.
 * @returns undefined when there is no front matter.
 */
export function split(text: string, from = 0): Parts | undefined {
  if (!text.startsWith(DASHES, from)) return undefined;
  const opened = skipBreaks(text, from + DASHES.length);
  CLOSER.lastIndex = opened;
  let closer = CLOSER.test(text) ? CLOSER.lastIndex - DASHES.length : undefined;
  if (closer === undefined) {
    // The pattern's last resort is that the opener gives up a line break of its own: `---\n---`.
    if (opened === from + DASHES.length || !text.startsWith(DASHES, opened)) return undefined;
    closer = opened;
  }
  const yaml = trim(text, Math.min(opened, closer), closer, isBreak);
  return {
    opener: span(from, from + DASHES.length),
    yaml: trim(text, yaml.start, yaml.end, isSpace),
    closer: span(closer, closer + DASHES.length),
    body: span(skip(text, skipBreaks(text, closer + DASHES.length), isSpace), text.length),
  };
}

/** What the pattern takes for a line break. */
function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x7c;
}

/** What PHP's `trim` removes: space, tab, line feed, vertical tab, carriage return, NUL. Not a form feed or a no-break space. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0b) || code === 0x0d || code === 0x00;
}

function skipBreaks(text: string, at: number): number {
  return skip(text, at, isBreak);
}

function skip(text: string, at: number, what: (code: number) => boolean): number {
  while (at < text.length && what(text.charCodeAt(at))) at++;
  return at;
}

function trim(text: string, start: number, end: number, what: (code: number) => boolean): Span {
  while (end > start && what(text.charCodeAt(end - 1))) end--;
  return span(Math.min(end, skip(text, start, what)), end);
}
