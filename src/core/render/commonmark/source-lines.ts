import { endWithout } from '../../text/end-without.ts';
import { type Span, span } from '../../text/span.ts';

/** A stretch of a block's content that stands in the text as it is. */
interface Stretch {
  /** Offset in the content. */
  readonly at: number;
  /** Offset in the text. */
  readonly source: number;
  readonly length: number;
}

/** Where the content of a block stands in the text: piece by piece, as marks of quotes and lists stand between. */
export class ContentPlace {
  readonly #stretches: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  /** The span in the text of one in the content. */
  span(where: Span): Span {
    const start = this.#offset(where.start);
    return span(start, where.end > where.start ? this.#offset(where.end - 1) + 1 : start);
  }

  /** What of the text the span of the content consists of. */
  stretches(where: Span): Span[] {
    const parts: Span[] = [];
    for (let index = Math.max(0, this.#indexAt(where.start)); index < this.#stretches.length; index++) {
      const { at, source, length } = this.#stretches[index] ?? { at: 0, source: 0, length: 0 };
      if (at >= where.end) break;
      const from = Math.max(at, where.start);
      const to = Math.min(at + length, where.end);
      if (from < to) parts.push(span(source + from - at, source + to - at));
    }
    return parts;
  }

  /** The index of the last stretch that starts at the offset or before it; -1 if none does. */
  #indexAt(offset: number): number {
    return lastAtOrBefore(offset, this.#stretches.length, (index) => this.#stretches[index]?.at ?? 0);
  }

  #offset(offset: number): number {
    const stretch = this.#stretches[Math.max(0, this.#indexAt(offset))];
    return stretch === undefined ? 0 : stretch.source + Math.max(0, offset - stretch.at);
  }
}

/** The lines of a text, to find again in it what a Markdown parser took out of them. */
export class SourceLines {
  readonly #text: string;
  /** Where each line starts in the text, and where it would if every line ended with a single `\n`. */
  readonly #starts: readonly number[];
  readonly #normal: readonly number[];
  /** Up to where cells have been found in a line: the next one stands behind. */
  readonly #cells = new Map<number, number>();

  constructor(text: string) {
    const starts = [0];
    const normal = [0];
    let dropped = 0;
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) {
      dropped += ending.length - 1;
      starts.push(index + ending.length);
      normal.push(index + ending.length - dropped);
    }
    this.#text = text;
    this.#starts = starts;
    this.#normal = normal;
  }

  /** The span in the text of one in the text with every line end made `\n`. */
  denormalised(where: Span): Span {
    return span(this.#denormalise(where.start), this.#denormalise(where.end));
  }

  /** Where the content of a block stands whose first line is `firstLine`: each of its lines ends one of the text's. */
  locate(content: string, firstLine: number): ContentPlace {
    const stretches: Stretch[] = [];
    let at = 0;
    let line = firstLine;
    for (const part of content.split('\n')) {
      const trimmed = part.trim();
      const lead = part.indexOf(trimmed);
      const { start, text } = this.#line(line, 0);
      const tail = text.trimEnd();
      // Behind a heading's text may stand its closing `#`s.
      const end = tail.endsWith(trimmed)
        ? tail.length
        : tail.slice(0, endWithout(tail, '#')).trimEnd().length;
      const found = text.startsWith(trimmed, end - trimmed.length)
        ? end - trimmed.length
        : text.indexOf(trimmed);
      if (found >= 0) stretches.push({ at: at + lead, source: start + found, length: trimmed.length });
      at += part.length + 1;
      line++;
    }
    return new ContentPlace(stretches);
  }

  /** Where the next cell of a table's row stands; a bar in its content was written `\|`. */
  locateCell(content: string, line: number): ContentPlace {
    const { start, text } = this.#line(line, this.#cells.get(line) ?? 0);
    const written = content.replaceAll('|', '\\|');
    const found = text.indexOf(written);
    if (found < 0) return new ContentPlace([]);
    this.#cells.set(line, start + found + written.length);
    const stretches: Stretch[] = [];
    let at = 0;
    for (const [bars, part] of content.split(/(?=\|)/).entries()) {
      // Each bar is one backslash further on than in the content.
      const backslashes = content.startsWith('|') ? bars + 1 : bars;
      stretches.push({ at, source: start + found + at + backslashes, length: part.length });
      at += part.length;
    }
    return new ContentPlace(stretches);
  }

  #line(line: number, from: number): { start: number; text: string } {
    const start = Math.max(this.#starts[line] ?? this.#text.length, from);
    return { start, text: this.#text.slice(start, this.#starts[line + 1]) };
  }

  #denormalise(offset: number): number {
    const line = lastAtOrBefore(offset, this.#normal.length, (index) => this.#normal[index] ?? 0);
    return (this.#starts[line] ?? 0) + offset - (this.#normal[line] ?? 0);
  }
}

/** The last of so many ascending numbers that is at most `limit`, as its index; -1 if all are above it. */
function lastAtOrBefore(limit: number, count: number, numberAt: (index: number) => number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numberAt(middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
