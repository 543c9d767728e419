import { endWithout } from '../text/end-without.ts';

/** A line of Markdown that is a heading with hashes in front: `## Words`, or `## Words ##`. */
export interface HashHeading {
  /** From 1 to 6. */
  readonly rank: number;
  /** Whether white space follows the hashes, which only Markdown Extra can do without. */
  readonly isSpaced: boolean;
  readonly words: string;
  /** Where the line starts, and where it ends without the white space behind it. */
  readonly start: number;
  readonly end: number;
}

/** The headings with hashes in a text, in their order; code isn't told apart. Takes time by the text's length alone. */
export function* hashHeadings(text: string): Iterable<HashHeading> {
  for (const match of text.matchAll(/^(#{1,6})([^\r\n]*)/gm)) {
    const [line, hashes = '', rest = ''] = match;
    yield {
      rank: hashes.length,
      isSpaced: /^[ \t]/.test(rest),
      words: rest.slice(0, endWithout(rest, '#', rest.trimEnd().length)).trim(),
      start: match.index,
      end: match.index + line.trimEnd().length,
    };
  }
}

/** The words of the first heading with hashes and a space behind them, none deeper than a rank; undefined for none. */
export function firstHeading(text: string, deepest = 6): string | undefined {
  for (const { rank, isSpaced, words } of hashHeadings(text))
    if (rank <= deepest && isSpaced && words !== '') return words;
  return undefined;
}
