import { type Span, span } from '../../text/span.ts';
import { trimmedEnd, trimmedStart } from './php-text.ts';

/** A stretch of the text put together: from `at` on, it is what the source holds at `origin`, `length` long. */
interface Part {
  readonly at: number;
  readonly origin: number;
  length: number;
}

/** A value put together from one or more lines, which still knows where each of its characters is written. */
export class InlineText {
  text = '';
  readonly #parts: Part[] = [];

  /** The text of `source[start, end)`. */
  static of(source: string, start: number, end: number): InlineText {
    const whole = new InlineText();
    whole.add(source, start, end);
    return whole;
  }

  /** Adds `source[start, end)` as it is. */
  add(source: string, start: number, end: number): void {
    const last = this.#parts.at(-1);
    if (
      last !== undefined &&
      last.origin + last.length === start &&
      last.at + last.length === this.text.length
    ) {
      last.length += end - start;
    } else {
      this.#parts.push({ at: this.text.length, origin: start, length: end - start });
    }
    this.text += source.slice(start, end);
  }

  /** Adds text that stands for something else at `origin`, for instance the space that stands for a line break. */
  addInstead(text: string, origin: number): void {
    this.#parts.push({ at: this.text.length, origin, length: 0 });
    this.text += text;
  }

  /** Where the characters from `start` up to `end` are written. */
  span(start: number, end: number): Span {
    const from = this.#origin(start, start);
    return span(from, end > start ? Math.max(from, this.#origin(end, end - 1)) : from);
  }

  /** Where the character at `index` is written, reckoned from the part that holds the character at `within`. */
  #origin(index: number, within: number): number {
    let low = 0;
    let high = this.#parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#parts[middle]?.at ?? 0) <= within) low = middle;
      else high = middle - 1;
    }
    const part = this.#parts[low];
    return part === undefined ? 0 : part.origin + Math.min(index - part.at, part.length);
  }

  /** The offsets in `text` between which `trim` leaves something. */
  get trimmed(): Span {
    const end = trimmedEnd(this.text, 0, this.text.length);
    return span(trimmedStart(this.text, 0, end), end);
  }
}
