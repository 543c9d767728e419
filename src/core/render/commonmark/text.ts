import type { StateInline } from 'markdown-it';

/** All up to a character that may mean something: with smart punctuation and attributes, more than markdown-it knows. */
const plain = /[^\n!"&'*\-.<[\\\]_`{~]+/y;

/** An inline rule in the place of markdown-it's own. */
export function text(state: StateInline, silent: boolean): boolean {
  plain.lastIndex = state.pos;
  const [found] = plain.exec(state.src.slice(0, state.posMax)) ?? [];
  if (found === undefined) return false;
  if (!silent) state.pending += found;
  state.pos += found.length;
  return true;
}
