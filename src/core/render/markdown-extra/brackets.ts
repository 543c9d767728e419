import { SourceText } from './source-text.ts';

/** How many brackets may stand in each other. */
const deepest = 6;

/** What was read at a bracket: where it ends, and the mark that stands for it; without one it remains as it is. */
export interface Bracketed {
  readonly end: number;
  readonly mark: SourceText | undefined;
}

/**
 * Replaces, from left to right, what starts with a pair of brackets.
 * @param open what the opening bracket looks like.
 * @param read is given where it stands, and where its closing bracket does.
 */
export function replaceBrackets(
  text: SourceText,
  open: '[' | '![',
  read: (at: number, close: number) => Bracketed | undefined,
): SourceText {
  if (!text.text.includes(open)) return text;
  const ends = matchBrackets(text.text);
  const parts: SourceText[] = [];
  let done = 0;
  let at = text.text.indexOf(open);
  while (at >= 0) {
    const close = ends.get(at + open.length - 1);
    const found = close === undefined ? undefined : read(at, close);
    if (found?.mark !== undefined) {
      parts.push(text.slice(done, at), found.mark);
      done = found.end;
    }
    at = text.text.indexOf(open, found?.end ?? at + 1);
  }
  parts.push(text.slice(done));
  return SourceText.join(parts);
}

/**
 * For each `[` of a text where its `]` is; one that isn't closed, or holds too many others, is missing.
 * Michelf: `nested_brackets_re`.
 */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: { readonly at: number; depth: number }[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') {
      open.push({ at: index, depth: 1 });
      continue;
    }
    const inner = open.pop();
    if (inner === undefined) continue;
    const outer = open.at(-1);
    if (outer !== undefined) outer.depth = Math.max(outer.depth, inner.depth + 1);
    if (inner.depth <= deepest) ends.set(inner.at, index);
  }
  return ends;
}
