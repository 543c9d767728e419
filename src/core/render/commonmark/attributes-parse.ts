import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { type Attributes, attributesEnd, readAttributes } from './attributes.ts';

/** A list of attributes among the tokens, and what it is for. */
export interface AttributeList {
  readonly attributes: Attributes;
  /** A list in a line of its own is for the block behind it, before it or around it; `undefined` in a text. */
  readonly target: 'next' | 'previous' | 'parent' | undefined;
  /** Whether a list in a text has a space before it, or nothing: then it isn't for the word there. */
  readonly isApart: boolean;
}

const lists = new WeakMap<Token, AttributeList>();

/** The list that a token of type `attributes` is. */
export function attributeListOf(token: Token): AttributeList | undefined {
  return lists.get(token);
}

/** Takes lines that are lists of attributes. League: `AttributesBlockStartParser`, `AttributesBlockContinueParser`. */
function takeBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineList(state, startLine);
  if (first === undefined) return false;
  if (silent) return true;
  const written = [first];
  let line = startLine + 1;
  for (; isInside(state, line, endLine); line++) {
    const more = lineList(state, line);
    if (more === undefined) break;
    written.push(more);
  }
  const before = state.tokens.at(-1);
  // Directly under another block the list belongs to it, under a blank line to what is around.
  const isFirst = before === undefined || before.nesting === 1 || state.isEmpty(startLine - 1);
  const hasNext = isInside(state, line, endLine) && !state.isEmpty(line);
  const token = state.push('attributes', '', 0);
  token.hidden = true;
  token.map = [startLine, line];
  lists.set(token, {
    attributes: readAttributes(`{${written.map((list) => list.slice(1, -1).replace(/^:+/, '')).join(' ')}}`),
    target: hasNext ? 'next' : isFirst ? 'parent' : 'previous',
    isApart: true,
  });
  state.line = line;
  return true;
}

function isInside(state: StateBlock, line: number, endLine: number): boolean {
  return line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent);
}

function lineList(state: StateBlock, line: number): string | undefined {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src[start] !== '{' || state.src.slice(state.bMarks[line], start).includes('\t')) return undefined;
  const text = state.src.slice(start, state.eMarks[line]);
  const end = attributesEnd(text, 0);
  return end < 0 || text.slice(end).trim() !== '' ? undefined : text.slice(0, end);
}

/** Takes a list of attributes in a text. League: `AttributesInlineParser`. */
function takeInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '{') return false;
  const end = attributesEnd(src.slice(0, state.posMax), pos);
  if (end < 0) return false;
  const isApart = pos === 0 || src[pos - 1] === ' ';
  if (!silent) {
    if (isApart) state.pending = state.pending.replace(/ +$/, '');
    const token = state.push('attributes', '', 0);
    token.hidden = true;
    lists.set(token, { attributes: readAttributes(src.slice(pos, end)), target: undefined, isApart });
  }
  state.pos = end;
  if (pos === 0) while (src[state.pos] === ' ' || src[state.pos] === '\n') state.pos++;
  return true;
}

/** A markdown-it plugin: lists of attributes become hidden tokens. */
export function parseAttributes(md: MarkdownIt): void {
  md.block.ruler.before('code', 'attributes', takeBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.before('link', 'attributes', takeInline);
}
