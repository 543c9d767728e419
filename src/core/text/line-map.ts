/** A place in a text: line and UTF-16 column, both from 0, as VS Code and the Language Server Protocol count. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Converts between offsets and positions of one text. A line ends at `\r\n`, `\n` or `\r`, as in VS Code.
 * Both directions clamp what lies outside the text.
 */
export class LineMap {
  readonly #starts: readonly number[];
  readonly #length: number;

  /** Whether the text starts with a byte order mark, which counts as a column here and in no editor. */
  readonly hasMark: boolean;

  constructor(text: string) {
    this.hasMark = text.startsWith('\uFEFF');
    const starts = [0];
    for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
    this.#starts = starts;
    this.#length = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which a line (from 0) starts. */
  lineStart(line: number): number {
    return this.#starts[Math.max(0, Math.min(line, this.#starts.length - 1))] ?? 0;
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.#starts.length) return this.#length;
    const end = this.#starts[line + 1] ?? this.#length;
    return Math.max(0, Math.min((this.#starts[line] ?? 0) + character, end));
  }
}
