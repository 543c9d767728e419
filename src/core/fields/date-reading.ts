import type { YamlNode } from '../post/post.ts';
import { Float } from '../post/value.ts';
import { strtotime } from '../site/jigsaw/php/strtotime.ts';
import { slice } from '../text/span.ts';

/** What Jigsaw makes of a date as it is written. */
export type DateReading =
  | { readonly kind: 'empty' }
  /** Whole seconds since 1970: what templates count on. */
  | { readonly kind: 'timestamp'; readonly seconds: number }
  /** The same with a fraction, which PHP keeps as a float. */
  | { readonly kind: 'fraction'; readonly seconds: number }
  /** A day that its month doesn't have: Symfony goes on counting into the next month. */
  | { readonly kind: 'rolled-over'; readonly seconds: number }
  /** A number that is no count of seconds, with what it most likely means. */
  | { readonly kind: 'milliseconds'; readonly seconds: number }
  | { readonly kind: 'compact'; readonly seconds: number }
  | { readonly kind: 'year'; readonly year: number }
  /** A text, with the moments that it may mean, the likeliest first. */
  | { readonly kind: 'text'; readonly meanings: readonly DateMeaning[] }
  /** A list, a truth, anything else. */
  | { readonly kind: 'other' };

/** A moment, and whether the text says a time of day. */
export interface DateMeaning {
  readonly seconds: number;
  readonly hasTime: boolean;
}

/** The first and the last year that a bare number may be: dates before print, and after this century, are none. */
const [FIRST_YEAR, LAST_YEAR] = [1500, 2100];

const [DAY, YEAR_3000] = [86_400, 32_503_680_000];

/** Reads the value of a date. */
export function readDate({ value, style, span }: YamlNode, text: string): DateReading {
  if (value === null || value === '') return { kind: 'empty' };
  const written = slice(text, span).trim();
  if (value instanceof Float) return readFraction(value.value);
  if (typeof value === 'number')
    return style === 'plain' && /^\d+$/.test(written) ? readNumber(value, written) : readDay(value, written);
  // PHP takes a text of digits for a number wherever it needs one.
  if (typeof value === 'string' && /^\d{9,10}$/.test(value))
    return { kind: 'timestamp', seconds: Number(value) };
  if (typeof value === 'string') return { kind: 'text', meanings: meaningsOf(value.trim()) };
  return { kind: 'other' };
}

function readFraction(value: number): DateReading {
  return Number.isFinite(value) && Math.abs(value) < YEAR_3000
    ? { kind: 'fraction', seconds: Math.floor(value) }
    : { kind: 'other' };
}

function readNumber(value: number, written: string): DateReading {
  if (value >= YEAR_3000) return { kind: 'milliseconds', seconds: Math.floor(value / 1000) };
  if (/^\d{4}$/.test(written) && value >= FIRST_YEAR && value <= LAST_YEAR)
    return { kind: 'year', year: value };
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(written) ?? [];
  const moment = year && month && day ? Date.UTC(Number(year), Number(month) - 1, Number(day)) : Number.NaN;
  const isDay =
    new Date(moment).getUTCDate() === Number(day) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return isDay ? { kind: 'compact', seconds: moment / 1000 } : { kind: 'timestamp', seconds: value };
}

/** A date that YAML has read, whose day may not exist. */
function readDay(seconds: number, written: string): DateReading {
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)/.exec(written) ?? [];
  const first = Date.UTC(Number(year), Number(month) - 1, 1) / 1000;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const exists = Number(month) >= 1 && Number(day) >= 1 && Number(day) <= days;
  const isOff = Number.isFinite(first) && !exists;
  return { kind: isOff ? 'rolled-over' : 'timestamp', seconds };
}

/** The moments that a text may mean, as PHP reads it; where day and month could be swapped, that way too. */
function meaningsOf(text: string): readonly DateMeaning[] {
  const hasTime = /\d:\d\d/.test(text);
  const swapped = text.replace(/^(\d\d?)\/(\d\d?)\/(?=\d{4})/, '$2/$1/');
  const found = new Set<number>();
  const [unix] = /^\d{9,10}(?=\.\d+$)/.exec(text) ?? [];
  for (const each of unix ? [`@${unix}`] : [text, swapped]) {
    const seconds = strtotime(each);
    if (typeof seconds === 'number') found.add(seconds);
  }
  return [...found].map((seconds) => ({ seconds, hasTime: hasTime || seconds % DAY !== 0 }));
}
