const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAY = 86_400_000;

/** The furthest moment that JavaScript's Date reaches, in seconds from 1970. */
export const FURTHEST = 8.64e12;

/**
 * PHP's `date(format, seconds)` in UTC, which is PHP's time zone unless php.ini sets another.
 * @param seconds whole Unix seconds, within `FURTHEST`.
 */
export function phpDate(format: string, seconds: number): string {
  const date = new Date(seconds * 1000);
  let result = '';
  for (let at = 0; at < format.length; at++) {
    const letter = format[at] ?? '';
    // A backslash takes the next letter as it is; alone at the end it stays.
    if (letter === '\\' && at + 1 < format.length) result += format[++at];
    else result += FORMATS[letter]?.(date) ?? letter;
  }
  return result;
}

const FORMATS: Readonly<Record<string, (date: Date) => string>> = {
  d: (date) => pad(date.getUTCDate()),
  D: (date) => name(DAYS, date.getUTCDay()).slice(0, 3),
  j: (date) => String(date.getUTCDate()),
  l: (date) => name(DAYS, date.getUTCDay()),
  N: (date) => String(date.getUTCDay() || 7),
  S: (date) => ordinal(date.getUTCDate()),
  w: (date) => String(date.getUTCDay()),
  z: (date) => String(dayOfYear(date)),
  W: (date) => pad(isoWeek(date).week),
  F: (date) => name(MONTHS, date.getUTCMonth()),
  m: (date) => pad(date.getUTCMonth() + 1),
  M: (date) => name(MONTHS, date.getUTCMonth()).slice(0, 3),
  n: (date) => String(date.getUTCMonth() + 1),
  t: (date) =>
    String(new Date(Date.UTC(2000 + (date.getUTCFullYear() % 400), date.getUTCMonth() + 1, 0)).getUTCDate()),
  L: (date) => (isLeap(date.getUTCFullYear()) ? '1' : '0'),
  o: (date) => String(isoWeek(date).year),
  X: (date) => (date.getUTCFullYear() < 0 ? '' : '+') + year(date),
  x: (date) => (date.getUTCFullYear() >= 10_000 ? '+' : '') + year(date),
  Y: year,
  y: (date) => pad(date.getUTCFullYear() % 100),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  B: (date) => pad(Math.floor(((((date.getTime() / 1000 + 3600) % 86_400) + 86_400) % 86_400) / 86.4), 3),
  g: (date) => String(date.getUTCHours() % 12 || 12),
  G: (date) => String(date.getUTCHours()),
  h: (date) => pad(date.getUTCHours() % 12 || 12),
  H: (date) => pad(date.getUTCHours()),
  i: (date) => pad(date.getUTCMinutes()),
  s: (date) => pad(date.getUTCSeconds()),
  u: () => '000000',
  v: () => '000',
  e: () => 'UTC',
  I: () => '0',
  O: () => '+0000',
  P: () => '+00:00',
  p: () => 'Z',
  T: () => 'UTC',
  Z: () => '0',
  c: (date) => phpDate('Y-m-d\\TH:i:sP', date.getTime() / 1000),
  r: (date) => phpDate('D, d M Y H:i:s O', date.getTime() / 1000),
  U: (date) => String(date.getTime() / 1000),
};

function pad(value: number, length = 2): string {
  return String(Math.abs(value)).padStart(length, '0');
}

function name(names: readonly string[], index: number): string {
  return names[index] ?? '';
}

function year(date: Date): string {
  const value = date.getUTCFullYear();
  return (value < 0 ? '-' : '') + pad(value, 4);
}

function ordinal(day: number): string {
  if (day >= 10 && day <= 19) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function isLeap(value: number): boolean {
  return (value % 4 === 0 && value % 100 !== 0) || value % 400 === 0;
}

function startOfYear(value: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(value, 0, 1);
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - startOfYear(date.getUTCFullYear())) / DAY);
}

/** The ISO week: the one that holds the year's first Thursday is the first. */
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  return { year: thursday.getUTCFullYear(), week: Math.floor(dayOfYear(thursday) / 7) + 1 };
}
