import { span } from '../../text/span.ts';
import { DEEPEST_YAML } from '../limits.ts';
import { InlineText } from './inline-text.ts';
import type { Lines } from './lines.ts';
import { Mistake } from './mistake.ts';
import { afterSpaces, quotedEnd } from './php-text.ts';

/** What stands unquoted between brackets: `Parser::lexUnquotedString`. */
const PLAIN = /[^[\]{},: ]+/y;

/** The rest of a quoted text, up to and with the quote that closes it. */
const DOUBLE_QUOTED_REST = /[^"\\]*(?:\\[^\n][^"\\]*)*"/y;
const SINGLE_QUOTED_REST = /[^']*(?:''[^']*)*'(?!')/y;

/**
 * Puts a quoted text or a bracketed value of several lines together as one line, as `Parser::lexInline…` do before
 * `Inline` reads it. It moves along the lines; indentation plays no part, so a quoted text may go on at column 0.
 */
export class InlineLexer {
  readonly result = new InlineText();
  readonly #lines: Lines;
  #column: number;

  constructor(lines: Lines, column: number) {
    this.#lines = lines;
    this.#column = column;
  }

  /** The column behind what was taken, in the line that the reader is at by then. */
  get column(): number {
    return this.#column;
  }

  /** Takes the quoted text at the column: `lexInlineQuotedString`. */
  quoted(): void {
    const lines = this.#lines;
    const end = quotedEnd(lines.line, this.#column);
    if (end !== undefined) {
      this.#take(end);
      return;
    }

    const opening = lines.start + this.#column;
    const firstLineEnd = lines.end;
    const isDouble = lines.line[this.#column] === '"';
    const rest = isDouble ? DOUBLE_QUOTED_REST : SINGLE_QUOTED_REST;
    this.#take(this.#column + 1);
    for (let glue = ''; ; this.#column = afterSpaces(lines.line, 0)) {
      if (lines.isBlank) glue = '\n';
      if (glue !== '') this.result.addInstead(glue, lines.start);
      rest.lastIndex = this.#column;
      if (rest.test(lines.line)) {
        this.#take(rest.lastIndex);
        return;
      }
      const { line, isBlank } = lines;
      // An escaped line break vanishes; any other at most becomes a space.
      const isEscaped = isDouble && endsInEscape(line, this.#column);
      this.#take(isEscaped ? line.length - 1 : line.length);
      glue = isBlank || line.endsWith('\\') ? '' : ' ';
      if (!lines.next()) {
        throw new Mistake('unclosed-quote', span(opening, firstLineEnd), 'Malformed inline YAML string.');
      }
    }
  }

  /** Takes the bracketed value at the column: `lexInlineStructure`. */
  bracketed(depth = 1): void {
    const lines = this.#lines;
    const opening = lines.start + this.#column;
    const closing = lines.line[this.#column] === '{' ? '}' : ']';
    if (depth > DEEPEST_YAML) throw new Mistake('too-deep', span(opening, opening + 1), 'Nested too deeply.');
    this.#take(this.#column + 1);
    do {
      this.#skipSpaces();
      for (;;) {
        const next = lines.line[this.#column];
        if (next === undefined || next === '#') break;
        if (next === closing) {
          this.#take(this.#column + 1);
          return;
        }
        this.#token(next, depth);
        this.#space();
      }
    } while (this.#nextLine());
    throw new Mistake('unclosed-bracket', span(opening, opening + 1), 'Malformed inline YAML string.');
  }

  #token(next: string, depth: number): void {
    if (next === '"' || next === "'") this.quoted();
    else if (next === ':' || next === ',') this.#take(this.#column + 1);
    else if (next === '{' || next === '[') this.bracketed(depth + 1);
    else this.#plain();
  }

  #plain(): void {
    PLAIN.lastIndex = this.#column;
    if (!PLAIN.test(this.#lines.line)) {
      const at = this.#lines.start + this.#column;
      throw new Mistake('unclosed-bracket', span(at, at + 1), 'Malformed unquoted YAML string.');
    }
    this.#take(PLAIN.lastIndex);
  }

  /** Takes one space for all spaces at the column. A line break alone is none. */
  #space(): void {
    const { index, start } = this.#lines;
    const column = this.#column;
    if (!this.#skipSpaces()) return;
    const isOne = this.#lines.index === index && this.#column === column + 1;
    if (isOne) this.result.add(this.#lines.text, start + column, start + column + 1);
    else this.result.addInstead(' ', start + column);
  }

  /** Skips spaces and line breaks. @returns whether there was a space. */
  #skipSpaces(): boolean {
    let skipped = false;
    for (;;) {
      const column = afterSpaces(this.#lines.line, this.#column);
      skipped ||= column > this.#column;
      this.#column = column;
      if (column < this.#lines.line.length || !this.#nextLine()) return skipped;
    }
  }

  #nextLine(): boolean {
    if (!this.#lines.next()) return false;
    this.#column = 0;
    return true;
  }

  #take(column: number): void {
    const { text, start } = this.#lines;
    this.result.add(text, start + this.#column, start + column);
    this.#column = column;
  }
}

/** Whether the line ends in a backslash that no other one escapes. */
function endsInEscape(line: string, from: number): boolean {
  let at = line.length;
  while (at > from && line[at - 1] === '\\') at--;
  return (line.length - at) % 2 === 1;
}
