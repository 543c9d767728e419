/** What of a text fits, and whether that is all of it. */
export interface Cut {
  readonly text: string;
  /** How wide all of it is, in pixels. */
  readonly width: number;
  readonly isCut: boolean;
}

const ELLIPSIS = ' …';

/**
 * Cuts a text where it gets too wide, before a word as search engines do; a single word that is too wide by itself is
 * cut within.
 * @param measure how wide a text is, in pixels
 */
export function cutToWidth(text: string, most: number, measure: (text: string) => number): Cut {
  const width = Math.round(measure(text));
  if (width <= most) return { text, width, isCut: false };
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(letters.slice(0, middle).join('') + ELLIPSIS) <= most) low = middle;
    else high = middle - 1;
  }
  const fitting = letters.slice(0, low).join('');
  const next = letters[low] ?? '';
  const whole = /\s/.test(next) ? fitting : fitting.replace(/\s+\S*$/, '');
  return { text: `${whole.trimEnd()}${ELLIPSIS}`, width, isCut: true };
}
