import { FURTHEST, phpDate } from '../site/jigsaw/php/date.ts';

/**
 * How a site prints dates: a format of PHP's `date`, or a style of `Intl` in a language; and by how many seconds the
 * clock of the machine that built it was off UTC.
 */
export interface DateFormat {
  readonly php?: string;
  readonly intl?: { readonly language: string; readonly style: 'full' | 'long' | 'medium' };
  readonly offset: number;
}

/** Of formats that print the same, the first is taken: those that more sites have stand first. */
const FORMATS = [
  ...[
    'l, F j, Y',
    'l, F jS, Y',
    'l, j F Y',
    'l j F Y',
    'l, d F Y',
    'D, F j, Y',
    'D, M j, Y',
    'D, d M Y',
    'D d M Y',
  ],
  ...[
    'F j, Y',
    'F d, Y',
    'F jS, Y',
    'F jS Y',
    'F j Y',
    'j F Y',
    'd F Y',
    'jS F Y',
    'jS \\of F Y',
    'jS \\of F, Y',
  ],
  ...[
    'j F, Y',
    'd F, Y',
    'j. F Y',
    'd. F Y',
    'M j, Y',
    'M d, Y',
    'M jS, Y',
    'M jS Y',
    'M j Y',
    'M d Y',
    'M. j, Y',
  ],
  ...['j M Y', 'd M Y', 'j M, Y', 'd M, Y', 'jS M Y', 'd-M-Y', 'j-M-Y', 'd/M/Y', 'Y M d', 'Y F j'],
  ...[
    'c',
    'Y-m-d\\TH:i:s\\Z',
    'Y-m-d\\TH:i:sO',
    'Y-m-d\\TH:i',
    'Y-m-d H:i:s',
    'Y-m-d H:i',
    'Y-m-d',
    'Y/m/d',
    'Y.m.d',
  ],
  ...[
    'd/m/Y',
    'm/d/Y',
    'd.m.Y',
    'd-m-Y',
    'm-d-Y',
    'n/j/Y',
    'j/n/Y',
    'j.n.Y',
    'd/m/y',
    'm/d/y',
    'd.m.y',
    'Ymd',
  ],
  ...['F Y', 'F, Y', 'M Y', 'M, Y', 'm/Y', 'F j', 'F jS', 'j F', 'M j', 'j M', 'd M', 'M d'],
];

const STYLES = ['full', 'long', 'medium'] as const;

const DAY = 86_400;

/** Whether a format names one day. Less than that says something else as often, and must stand alone. */
const namesDay = ({ php }: DateFormat) =>
  php === undefined || php === 'c' || (/[dj]/.test(php) && /y/i.test(php));

/** Where a date stands in a text, and how it is printed there. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly format: DateFormat;
}

/**
 * Finds a moment's date in a text that a site printed. A short form such as `May 2024` is found only where it is the
 * whole text; a day before or after counts, as the clock of the build may be another.
 * @param seconds Unix time.
 * @param language of the page, as in `Intl`.
 */
export function findDate(
  text: string,
  seconds: number,
  language: string | undefined,
): PrintedDate | undefined {
  if (!/\d/.test(text) || !(Math.abs(seconds) < FURTHEST - DAY)) return undefined;
  for (const offset of [0, -DAY, DAY]) {
    let best: PrintedDate | undefined;
    for (const format of formatsFor(language, offset)) {
      const printed = printDate(format, seconds);
      if (printed === undefined) continue;
      const start = placeOf(printed, text, namesDay(format));
      if (start === undefined) continue;
      if (best === undefined || printed.length > best.end - best.start) {
        best = { start, end: start + printed.length, format };
      }
    }
    if (best && (offset === 0 || namesDay(best.format))) return best;
  }
  return undefined;
}

/** A moment as the site would print it. @param seconds Unix time */
export function printDate({ php, intl, offset }: DateFormat, seconds: number): string | undefined {
  const moment = Math.floor(seconds) + offset;
  if (!(Math.abs(moment) < FURTHEST)) return undefined;
  if (php !== undefined) return phpDate(php, moment);
  return intl && writer(intl.language, intl.style)?.format(moment * 1000);
}

function* formatsFor(language: string | undefined, offset: number): Iterable<DateFormat> {
  // Where November is November in both, a German page has its dates in German.
  if (language !== undefined && !/^en\b/i.test(language)) {
    for (const style of STYLES) yield { intl: { language, style }, offset };
  }
  for (const php of FORMATS) yield { php, offset };
}

const writers = new Map<string, Intl.DateTimeFormat | undefined>();

function writer(language: string, dateStyle: (typeof STYLES)[number]): Intl.DateTimeFormat | undefined {
  const key = `${language} ${dateStyle}`;
  if (!writers.has(key)) {
    try {
      writers.set(key, new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }));
    } catch {
      writers.set(key, undefined); // The page's `lang` is no language.
    }
  }
  return writers.get(key);
}

function placeOf(printed: string, text: string, within: boolean): number | undefined {
  const trimmed = text.trim();
  if (!within) return trimmed === printed ? text.indexOf(trimmed) : undefined;
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + printed.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return at;
  }
  return undefined;
}
