import { Float } from '../value.ts';

/** A date, or a date and a time with seconds: `Inline::getTimestampRegex`. */
const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:([Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(?:Z|([-+])(\d\d?)(?::(\d\d))?))?)?$/;

/**
 * The seconds since 1970 that an unquoted date stands for, in UTC unless it says otherwise: a whole number, or a
 * `Float` when there is a fraction. PHP's `DateTimeImmutable` reads it: a day that its month doesn't have counts on
 * into the next, and day or month 0 counts back.
 * @returns `'impossible'` for a date that PHP refuses, undefined for a text that is none.
 */
export function readTimestamp(scalar: string): number | Float | 'impossible' | undefined {
  const match = TIMESTAMP.exec(scalar);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', separator = '', hour, minute, second, fraction = ''] = match;
  const [sign, zoneHour, zoneMinute] = match.slice(9);
  const parts = [year, month, day, hour ?? 0, minute ?? 0, second ?? 0, zoneHour ?? 0, zoneMinute ?? 0].map(
    Number,
  );
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, zh = 0, zm = 0] = parts;
  if (mo > 12 || d > 31 || h > 24 || mi > 59 || s > 60 || zm > 59) return 'impossible';
  if (zh > 24 && zoneMinute !== undefined) return 'impossible';
  // PHP's own formats: with a `T` and a fraction, month, day and hour must have two digits.
  const twoDigits = month.length + day.length + (hour ?? '').length === 6;
  if (separator === 'T' && fraction !== '' && !twoDigits) return 'impossible';

  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  const zone = (sign === '-' ? -1 : 1) * (zh * 60 + zm) * 60;
  const seconds = date.getTime() / 1000 + h * 3600 + mi * 60 + s - zone;
  const microseconds = fraction.slice(0, 6).replace(/0+$/, '');
  // `(float) $time->format('U.u')`: before 1970, PHP counts the fraction in the wrong direction.
  return microseconds === '' ? seconds : new Float(Number(`${seconds}.${microseconds}`));
}
