import { type Span, span } from '../../text/span.ts';

/** A text of which every UTF-16 unit knows its offset in the source that it came from. */
export class SourceText {
  readonly text: string;
  /** The offset of each unit. */
  readonly #at: Int32Array;
  /** Where the text stands, should it be empty. */
  readonly #start: number;

  private constructor(text: string, at: Int32Array, start: number) {
    this.text = text;
    this.#at = at;
    this.#start = start;
  }

  /** A source as it is. */
  static of(source: string): SourceText {
    const at = new Int32Array(source.length);
    for (let index = 0; index < at.length; index++) at[index] = index;
    return new SourceText(source, at, 0);
  }

  /** Characters that aren't written in the source and stand for what is at `where` there. */
  static made(text: string, where: Span): SourceText {
    const at = new Int32Array(text.length).fill(where.start);
    if (where.end > where.start) at[text.length - 1] = where.end - 1;
    return new SourceText(text, at, where.start);
  }

  /** Characters that aren't written in the source, in front of this text. */
  before(text: string): SourceText {
    return SourceText.join([SourceText.made(text, span(this.start, this.start)), this]);
  }

  /** Characters that aren't written in the source, behind this text. */
  after(text: string): SourceText {
    const { end } = this.span;
    return SourceText.join([this, SourceText.made(text, span(end, end))]);
  }

  static join(parts: readonly SourceText[]): SourceText {
    const [first] = parts;
    if (first !== undefined && parts.length === 1) return first;
    const at = new Int32Array(parts.reduce((length, part) => length + part.length, 0));
    let offset = 0;
    for (const part of parts) {
      at.set(part.#at, offset);
      offset += part.length;
    }
    return new SourceText(parts.map(({ text }) => text).join(''), at, first?.start ?? 0);
  }

  get length(): number {
    return this.text.length;
  }

  /** The offset in the source at which this text starts. */
  get start(): number {
    return this.#at[0] ?? this.#start;
  }

  /** From the text's first unit in the source to behind its last one. */
  get span(): Span {
    const last = this.#at[this.length - 1];
    return span(this.start, last === undefined ? this.start : last + 1);
  }

  /** The text's parts that stand together in the source. */
  get stretches(): Span[] {
    const found: Span[] = [];
    let start = this.#at[0];
    for (let index = 1; start !== undefined && index <= this.length; index++) {
      const here = this.#at[index];
      const before = this.#at[index - 1] ?? 0;
      if (here !== undefined && (here === before + 1 || here === before)) continue;
      found.push(span(start, before + 1));
      start = here;
    }
    return found;
  }

  slice(start: number, end: number = this.length): SourceText {
    if (start <= 0 && end >= this.length) return this;
    const last = this.#at[this.length - 1];
    const empty = this.#at[start] ?? (last === undefined ? this.#start : last + 1);
    return new SourceText(this.text.slice(start, end), this.#at.subarray(start, end), empty);
  }

  /** The text without the white space that PHP's `trim` takes away. */
  trim(): SourceText {
    const start = this.text.search(/[^ \t\n\r\0\v]/);
    if (start < 0) return this.slice(this.length);
    let end = this.length;
    while (' \t\n\r\0\v'.includes(this.text.charAt(end - 1))) end--;
    return this.slice(start, end);
  }

  /**
   * The text with what a global pattern matches replaced.
   * @param make gives what takes a match's place, or undefined to leave it.
   */
  replace(pattern: RegExp, make: (match: RegExpExecArray) => SourceText | undefined): SourceText {
    const parts: SourceText[] = [];
    let done = 0;
    for (const match of this.text.matchAll(pattern)) {
      const replacement = make(match);
      if (replacement === undefined) continue;
      parts.push(this.slice(done, match.index), replacement);
      done = match.index + match[0].length;
    }
    if (done === 0 && parts.length === 0) return this;
    parts.push(this.slice(done));
    return SourceText.join(parts);
  }

  /** The text without what a global pattern matches. */
  remove(pattern: RegExp): SourceText {
    return this.replace(pattern, ({ index }) => this.slice(index, index));
  }

  /** The lines, without their line breaks: one more than there are breaks. */
  lines(): SourceText[] {
    const lines: SourceText[] = [];
    let start = 0;
    for (let end = this.text.indexOf('\n'); end >= 0; end = this.text.indexOf('\n', start)) {
      lines.push(this.slice(start, end));
      start = end + 1;
    }
    lines.push(this.slice(start));
    return lines;
  }
}
