import { type Message, message } from '../text/message.ts';

/** Whose words and clock a date is told in. */
export interface Reader {
  /** A language as `Intl` knows it, such as `en` or `pt-br`. */
  readonly language: string;
  /** A time zone as `Intl` knows it, such as `Europe/Berlin`. */
  readonly timeZone: string;
}

/** The furthest moment from 1970 that a `Date` can hold, in milliseconds. */
const FURTHEST = 8.64e15;

/**
 * A moment in words, with the weekday, the time to the second and the zone's short name.
 * @param moment milliseconds since 1970.
 * @returns undefined for a moment that no calendar goes to.
 */
function momentInWords(moment: number, { language, timeZone }: Reader): string | undefined {
  if (!(Math.abs(moment) <= FURTHEST)) return undefined;
  const words = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long', timeZone });
  return words.format(moment);
}

/**
 * A moment as the build's clock shows it, which goes by UTC, and as the reader's does.
 * @param moment milliseconds since 1970.
 */
export function describeMoment(moment: number, reader: Reader): Message | undefined {
  const utc = momentInWords(moment, { ...reader, timeZone: 'UTC' });
  const local = momentInWords(moment, reader);
  if (utc === undefined || local === undefined) return undefined;
  return utc === local
    ? message('{0}.', utc)
    : message('{0}; where you are, {1} ({2}).', utc, local, reader.timeZone);
}
