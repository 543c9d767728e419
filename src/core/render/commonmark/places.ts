import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { type Span, span } from '../../text/span.ts';
import { stockRule } from './stock-rule.ts';

/** Where an inline construct stands in the content of its `inline` token, in UTF-16 offsets. */
export interface InlinePlace {
  readonly whole: Span;
  /** What stands between the square brackets of a link or an image. */
  readonly label?: Span;
  /** The address as written, without angle brackets; missing when a definition elsewhere gives it. */
  readonly address?: Span;
}

/** Where a definition (`[label]: address`) stands in the text that was parsed. */
export interface DefinitionPlace {
  readonly whole: Span;
  readonly label: Span;
  readonly address: Span;
}

const places = new WeakMap<Token, InlinePlace>();
const definitions = new WeakMap<Token, DefinitionPlace>();

const placed = new Set(['image', 'link_open', 'html_inline']);

/** The place of an inline token of a parser that uses {@link recordPlaces}. */
export function inlinePlaceOf(token: Token): InlinePlace | undefined {
  return places.get(token);
}

/** The place of a `reference_definition` token of a parser that uses {@link recordPlaces}. */
export function definitionPlaceOf(token: Token): DefinitionPlace | undefined {
  return definitions.get(token);
}

/** The label of the definition that a token is, or that gives its address. */
export function labelOf({ meta }: Token): string | undefined {
  const { label } = meta ?? {};
  return typeof label === 'string' ? label : undefined;
}

/** A markdown-it plugin: images, links, autolinks, inline HTML and definitions remember where they stand. */
export function recordPlaces(md: MarkdownIt): void {
  wrapInline(md, 'image', (state, start) => bracketPlace(state, start, start + 1));
  wrapInline(md, 'link', (state, start) => bracketPlace(state, start, start));
  wrapInline(md, 'autolink', ({ pos }, start) => {
    const inner = span(start + 1, pos - 1);
    return { whole: span(start, pos), label: inner, address: inner };
  });
  wrapInline(md, 'html_inline', ({ pos }, start) => ({ whole: span(start, pos) }));

  const reference = stockRule((stock) => stock.block.ruler, 'reference');
  md.block.ruler.at('reference', (state, startLine, endLine, silent) => {
    if (!reference(state, startLine, endLine, silent)) return false;
    const token = state.tokens.at(-1);
    if (!silent && token?.type === 'reference_definition') {
      definitions.set(token, definitionPlace(state, startLine));
    }
    return true;
  });
}

function wrapInline(
  md: MarkdownIt,
  name: string,
  locate: (state: StateInline, start: number) => InlinePlace,
): void {
  const rule = stockRule((stock) => stock.inline.ruler, name);
  md.inline.ruler.at(name, (state, silent) => {
    const start = state.pos;
    let index = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (silent) return true;
    while (index < state.tokens.length && !placed.has(state.tokens[index]?.type ?? '')) index++;
    const token = state.tokens[index];
    if (token !== undefined) places.set(token, locate(state, start));
    return true;
  });
}

/** The place of `[label](address "title")` or `[label][reference]`, whose first bracket is at `open`. */
function bracketPlace(state: StateInline, start: number, open: number): InlinePlace {
  const { parseLinkLabel, parseLinkDestination } = state.md.helpers;
  const whole = span(start, state.pos);
  const end = parseLinkLabel(state, open, state.src[start] === '[');
  if (end < 0) return { whole };
  const label = span(open + 1, end);
  // Where the construct ends with its label or with another bracket, a definition gives the address.
  if (end + 1 >= whole.end || state.src[end + 1] !== '(') return { whole, label };
  const from = skipSpace(state.src, end + 2);
  const address = parseLinkDestination(state.src, from, state.posMax);
  return { whole, label, address: unbracketed(state.src, from, address.ok ? address.pos : from) };
}

function definitionPlace(state: StateBlock, startLine: number): DefinitionPlace {
  const { src } = state;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const end = state.eMarks[state.line - 1] ?? start;
  let close = start + 1;
  while (close < end && src[close] !== ']') close += src[close] === '\\' ? 2 : 1;
  let from = skipSpace(src, close + 2);
  // The address may stand on the next line, behind the marks of a quote.
  for (let line = startLine + 1; line < state.line; line++) {
    const lineStart = state.bMarks[line] ?? 0;
    if (lineStart <= from && from < (state.eMarks[line] ?? 0)) {
      from = Math.max(from, lineStart + (state.tShift[line] ?? 0));
    }
  }
  const { ok, pos } = state.md.helpers.parseLinkDestination(src, from, end);
  const address = unbracketed(src, from, ok ? pos : from);
  return { whole: span(start, end), label: span(start + 1, close), address };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n') at++;
  return at;
}

function unbracketed(text: string, start: number, end: number): Span {
  return text[start] === '<' && end > start + 1 ? span(start + 1, end - 1) : span(start, end);
}
