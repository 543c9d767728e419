import { type Span, span } from '../../text/span.ts';
import { afterSpaces, trimmedEnd } from './php-text.ts';

/** Where lines of a text start and end (without their breaks); they need not be whole, nor neighbours. */
export interface Slices {
  readonly starts: number[];
  readonly ends: number[];
}

/** The lines of `text[start, end)`. CRLF, LF and a lone CR each end one. */
export function slices(text: string, start: number, end: number): Slices {
  const starts = [start];
  const ends: number[] = [];
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d) continue;
    ends.push(at);
    if (code === 0x0d && at + 1 < end && text.charCodeAt(at + 1) === 0x0a) at++;
    starts.push(at + 1);
  }
  ends.push(end);
  return { starts, ends };
}

/**
 * The lines of a document or of a block within one, and the place at which the reader is: what Symfony's `Parser`
 * keeps in `lines`, `currentLineNb`, `currentLine` and `offset`.
 */
export class Lines {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  /** How many lines of the document stand before the first of these; Symfony's line numbers count them. */
  readonly offset: number;
  /** Which line is at hand; -1 before the first. */
  index = -1;
  /** How many spaces the line starts with. */
  indentation = 0;
  #line: string | undefined;

  constructor(text: string, { starts, ends }: Slices, offset: number) {
    this.text = text;
    this.#starts = starts;
    this.#ends = ends;
    this.offset = offset;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line's number as Symfony gives it, from 1. */
  get number(): number {
    return this.index + this.offset + 1;
  }

  /** The number of the line when Symfony forgets that these are but a part of the document. */
  get numberWithin(): number {
    return this.index + 1;
  }

  get start(): number {
    return this.startOf(this.index);
  }

  get end(): number {
    return this.endOf(this.index);
  }

  startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  endOf(index: number): number {
    return this.#ends[index] ?? 0;
  }

  lineOf(index: number): string {
    return this.text.slice(this.startOf(index), this.endOf(index));
  }

  get hasMore(): boolean {
    return this.index < this.count - 1;
  }

  next(): boolean {
    if (!this.hasMore) return false;
    this.moveTo(this.index + 1);
    return true;
  }

  previous(): boolean {
    if (this.index < 1) return false;
    this.moveTo(this.index - 1);
    return true;
  }

  moveTo(index: number): void {
    this.index = index;
    this.#line = undefined;
    const start = this.startOf(index);
    this.indentation = afterSpaces(this.text, start, this.endOf(index)) - start;
  }

  /** The line at hand. */
  get line(): string {
    this.#line ??= this.lineOf(this.index);
    return this.#line;
  }

  /** Nothing but spaces. */
  get isBlank(): boolean {
    return this.start + this.indentation === this.end;
  }

  get isComment(): boolean {
    return !this.isBlank && this.text[this.start + this.indentation] === '#';
  }

  /** Blank or a comment. */
  get isEmpty(): boolean {
    return this.isBlank || this.isComment;
  }

  /** An item of a list that is not indented: `- x` or `-`. */
  get isFlushItem(): boolean {
    const { text, start, end } = this;
    if (start === end || text[start] !== '-') return false;
    return (start + 1 < end && text[start + 1] === ' ') || trimmedEnd(text, start, end) === start + 1;
  }

  /** The line without its indentation and what trails it. */
  get contentSpan(): Span {
    const end = trimmedEnd(this.text, this.start, this.end);
    return span(Math.min(end, this.start + this.indentation), end);
  }
}
