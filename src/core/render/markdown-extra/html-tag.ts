import type { ExtraState } from './state.ts';

const afterName = /[\s"'/a-zA-Z0-9]/;

/**
 * Where a tag ends whose name ends at `from`, or -1. Quotes may hold `>`; a quote that isn't closed is a character
 * like any other.
 */
export function tagEnd(text: string, from: number, state: ExtraState): number {
  if (text[from] === '>') return from + 1;
  if (!afterName.test(text[from] ?? '') || state.isTired) return -1;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '>') {
      state.spend(at - from);
      return at + 1;
    }
    if (character !== '"' && character !== "'") continue;
    const close = text.indexOf(character, at + 1);
    state.spend((close < 0 ? text.length : close) - at);
    if (state.isTired) return -1;
    if (close >= 0) at = close;
  }
  state.spend(text.length - from);
  return -1;
}

/** Comments, processing instructions and the like: how they start and end. */
const enclosed: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<%', '%>'],
  ['<![CDATA[', ']]>'],
];

/** Where a comment, a processing instruction or a CDATA section ends that starts at `from`, or -1. */
export function enclosedEnd(text: string, from: number, state: ExtraState): number {
  if (state.isTired) return -1;
  for (const [open, close] of enclosed) {
    if (!text.startsWith(open, from)) continue;
    const end = text.indexOf(close, from + open.length);
    if (end < 0) state.spend(text.length - from);
    return end < 0 ? -1 : end + close.length;
  }
  return -1;
}

const patterns = new Map<string, RegExp>();

/** Whether a tag's name is one of these, as far as a word boundary can tell. */
export function isTagOf(names: string, tag: string): boolean {
  let pattern = patterns.get(names);
  if (pattern === undefined) {
    pattern = new RegExp(`^</?(?:${names.replaceAll('$', '\\$')})\\b`);
    if (patterns.size > 100) patterns.clear();
    patterns.set(names, pattern);
  }
  return pattern.test(tag);
}
