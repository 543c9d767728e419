/** How a site counts the minutes that a text takes to read. */
export interface Pace {
  /** Words a minute. */
  readonly rate: number;
  readonly rounding: 'ceil' | 'round' | 'floor';
}

/** The rates of which sites have one, those that more have first. */
const RATES = [200, 220, 225, 230, 238, 240, 250, 255, 260, 265, 270, 275, 300, 180, 150];
const ROUNDINGS = ['ceil', 'round', 'floor'] as const;

/** A number of minutes, in the languages in which their word is alike: `4 min read`, `Lesezeit: 4 Minuten`, `4分`. */
const MINUTES = /(?<![\p{N}.,:/])\d{1,3}(?=[\s-]*(?:min(?:ute[sn]?|uto?s?|s)?(?![\p{L}])|分))/iu;

/** Longer texts are sentences, which may speak of other minutes. */
const LONGEST = 60;

/** Where a text says how many minutes something takes. */
export function findMinutes(text: string): { start: number; end: number; minutes: number } | undefined {
  if (text.trim().length > LONGEST) return undefined;
  const found = MINUTES.exec(text);
  if (found === null) return undefined;
  return { start: found.index, end: found.index + found[0].length, minutes: Number(found[0]) };
}

/** By which pace a text of so many words takes so many minutes; undefined when those say something else. */
export function paceOf(minutes: number, words: number): Pace | undefined {
  for (const rate of RATES) {
    for (const rounding of ROUNDINGS) {
      if (minutesAt({ rate, rounding }, words) === minutes) return { rate, rounding };
    }
  }
  return undefined;
}

/** How many minutes a text of so many words takes, at least one. */
export function minutesAt({ rate, rounding }: Pace, words: number): number {
  return Math.max(1, Math[rounding](words / rate));
}

/** The words of a piece of HTML. A Chinese or Japanese letter counts as half of one. */
export function wordsIn(html: string): number {
  const text = html.replace(/<[^>]*>/g, ' ');
  const letters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const others =
    letters > 0 ? text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ') : text;
  return (others.match(/[\p{L}\p{M}\p{N}’']+/gu)?.length ?? 0) + letters / 2;
}
