import Markdown, { type MarkdownIt, type Token } from 'markdown-it';
import type { Span } from '../../text/span.ts';
import { setStretches } from '../place.ts';
import type { Attributes } from './attributes.ts';
import { SourceText } from './source-text.ts';

/** A definition of an address, `[label]: address "title" {.class}`. */
export interface Definition {
  readonly whole: Span;
  readonly label: Span;
  readonly address: SourceText;
  readonly title: SourceText | undefined;
  readonly attributes: Attributes;
}

/**
 * What surrounds a piece that is done with, in the text that goes on being read: the rules tell blocks (`B`), clean
 * HTML (`C`), terms of definition lists (`D`), footnote marks (`F`), inline pieces (`X`) and nothing at all (`:`) apart by it, and most take them for
 * letters.
 */
export type Boundary = 'B' | 'C' | 'D' | 'F' | 'X' | ':';

/** Matches the mark of a piece, its number in the first group. */
const piece = /[BCDFX:]\uFDD0(\d+)[BCDX:]/g;

/** The rules that call each other: a list's item holds blocks, a link's text holds spans. */
export interface Rules {
  /** Reads a text as blocks; it must end with a line break. */
  blocks(text: SourceText, state: ExtraState): Token[];
  /** Reads a text as paragraphs, in elements or not. */
  paragraphs(text: SourceText, state: ExtraState, wrap: boolean): Token[];
  /** Reads a text as the inside of a block: what remains of it is HTML, with marks of pieces. */
  spans(text: SourceText, state: ExtraState): SourceText;
}

/** The document while it is read. MarkdownExtra replaces whatever it understands by a mark, rule after rule. */
export class ExtraState {
  readonly md: MarkdownIt;
  readonly rules: Rules;
  readonly definitions = new Map<string, Definition>();
  readonly footnotes = new Map<string, SourceText>();
  readonly abbreviations = new Map<string, SourceText>();
  /** Matches any abbreviation, once there are some and they are looked for. */
  abbreviationPattern: RegExp | undefined;
  listLevel = 0;
  blockLevel = 0;
  inLink = false;
  inEmphasis = false;
  /** Steps that may still be spent on looking for the end of what may have none: far more than any post needs. */
  #patience: number;
  readonly #pieces: Token[][] = [];
  readonly #lineStarts: readonly number[];

  constructor(md: MarkdownIt, rules: Rules, source: string) {
    this.md = md;
    this.#patience = 2_000_000 + 4 * source.length;
    this.rules = rules;
    const starts = [0];
    for (const { index, 0: ending } of source.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
    this.#lineStarts = starts;
  }

  /** Takes note of so many steps. */
  spend(steps: number): void {
    this.#patience -= steps;
  }

  /** Whether no more steps may be taken: what has no end by now is text. */
  get isTired(): boolean {
    return this.#patience < 0;
  }

  /** The mark that stands for tokens that are done with. */
  mark(tokens: Token[], boundary: Boundary, where: Span): SourceText {
    const number = this.#pieces.push(tokens) - 1;
    return SourceText.made(`${boundary}\uFDD0${number}${boundary === 'F' ? ':' : boundary}`, where);
  }

  /** Makes a token; `where` is what it is made of. */
  token(type: string, tag: string, nesting: -1 | 0 | 1, where?: SourceText): Token {
    const token = new Markdown.Token(type, tag, nesting);
    if (where !== undefined) {
      const first = this.#lineOf(where.start);
      token.map = [first, this.#lineOf(Math.max(where.start, where.span.end - 1)) + 1];
    }
    return token;
  }

  /** An element with these tokens in it. It stands on the page without any white space but theirs. */
  element(type: string, tag: string, inner: readonly Token[], where: SourceText): Token[] {
    return [this.token(`${type}_open`, tag, 1, where), ...inner, this.token(`${type}_close`, tag, -1)];
  }

  /** The same for an element whose inside is spans. */
  spanElement(type: string, tag: string, inner: SourceText, where: SourceText): Token[] {
    return this.element(type, tag, this.tokens(this.rules.spans(inner, this)), where);
  }

  /** HTML that isn't written in the source. */
  made(html: string): Token {
    const token = this.token('text', '', 0);
    token.content = html;
    return token;
  }

  /** The tokens that a text stands for: its marks' pieces, and between them its own of one type. */
  tokens(text: SourceText, type = 'text'): Token[] {
    const tokens: Token[] = [];
    const push = (start: number, end: number) => {
      if (start === end) return;
      const part = text.slice(start, end);
      const token = this.token(type, '', 0, type === 'html_block' ? part : undefined);
      token.content = part.text;
      if (type.startsWith('html_')) setStretches(token, part.stretches);
      tokens.push(token);
    };
    let done = 0;
    for (const match of text.text.matchAll(piece)) {
      push(done, match.index);
      for (const token of this.#pieces[Number(match[1])] ?? []) tokens.push(token);
      done = match.index + match[0].length;
    }
    push(done, text.length);
    return tokens;
  }

  /** The HTML that a text stands for. */
  html(text: SourceText): string {
    if (!text.text.includes('\uFDD0')) return text.text;
    return this.md.renderer.renderInline(this.tokens(text), this.md.options, {});
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
