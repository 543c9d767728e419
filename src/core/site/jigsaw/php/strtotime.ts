import { message } from '../../../text/message.ts';
import { type Known, Unknown } from '../../unknown.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY = '(?:(?<weekday>sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?[,. ]+)?';
const DAY = '(?<day>[0-2]?\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?<year>\\d{4})';

/** The ways to write a date that have one meaning on every day; PHP's names for them are in its manual. */
const DATES = [
  `${YEAR}-(?<month>0?\\d|1[0-2])-${DAY}`,
  `${YEAR}/(?<month>0?\\d|1[0-2])/${DAY}`,
  `(?<month>0?\\d|1[0-2])/${DAY}/${YEAR}`,
  `${DAY}[-.](?<month>0?\\d|1[0-2])[-.]${YEAR}`,
  `${YEAR}(?<month>0\\d|1[0-2])(?<day>[0-2]\\d|3[01])`,
  `${WEEKDAY}${MONTH}[ .]*${DAY}[, .]+${YEAR}`,
  `${WEEKDAY}${DAY}[ .-]*${MONTH}[ .-]*${YEAR}`,
];
const TIME =
  '(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d)(?:[.,]\\d+)?)?(?: ?(?<half>[ap])\\.?m\\.?)?';
const ZONE = '(?<zone>z|utc|gmt|(?:gmt)?[+-](?:0\\d|1[0-4]):?(?:[0-5]\\d)?)';
const SHAPES = DATES.map((date) => new RegExp(`^${date}(?:(?:t|[ ,]+)${TIME}(?: ?${ZONE})?)?$`, 'i'));

/** Abbreviations of time zones that PHP knows, besides single letters. */
const ZONES = new Set(
  (
    'acdt acst addt adt aedt aest ahdt ahst akdt akst amt apt ast awdt awst awt bdst bdt bmt bst cast cat ' +
    'cddt cdt cemt cest cet chst cmt cpt cst cwt dmt eat eddt edt eest eet emt ept est ewt ffmt fmt gdt ' +
    'gmt gst hdt hkst hkt hmt hpt hst hwt iddt idt imt ist jdt jmt jst kdt kmt kst lst mddt mdst mdt mest ' +
    'met mmt mpt msd msk mst mwt nddt ndt npt nst nwt nzdt nzmt nzst pddt pdt pkst pkt plmt pmt ppmt ppt ' +
    'pst pwt qmt rmt sast sdmt sjmt smt sst tbmt tmt uct utc wast wat wemt west wet wib wit wita wmt yddt ' +
    'ydt ypt yst ywt'
  ).split(' '),
);

/** Words, and starts of words, that PHP's date parser knows otherwise. A text with any other word is no date to it. */
const WORDS =
  /^(?:now|today|midnight|noon|tomorrow|yesterday|ago|back|front|of|first|second|third|fourth|fifth|sixth|seventh|eighth?|ninth|tenth|eleventh|twelfth|next|last|previous|this|sat|sun|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sec|min|hour|day|fort|forth|week|year|msec|usec|mill|micro|[ap]m|[ivx]+$|[a-z]$|st$|nd$|rd$|th$)/;

/**
 * PHP's `strtotime` in UTC: Unix seconds, or false for a text that is no date.
 * @returns unknown for what depends on the day of the build, and for notations that aren't read here.
 */
export function strtotime(text: string): Known<number | false> {
  const trimmed = text.trim();
  if (text === '') return false;
  const stamp = /^@(-?\d{1,12})$/.exec(trimmed);
  if (stamp) return Number(stamp[1]);
  for (const shape of SHAPES) {
    const groups = shape.exec(trimmed)?.groups;
    if (groups) return secondsOf(groups);
  }
  return isNoDate(trimmed)
    ? false
    : new Unknown(message('The date “{0}” is read when the site is built.', trimmed));
}

/** Whether PHP surely gives up on a text: a word it can't know, a thirteenth month. */
function isNoDate(text: string): boolean {
  if (/^\d{4}-(?:1[3-9]|[2-9]\d)-\d\d$/.test(text) || /^(?:1[3-9]|[23]\d)\/\d\d?\/\d{4}$/.test(text))
    return true;
  // Names such as `Europe/Paris`, and words that grow together with numbers, are read in ways not followed here.
  if (/[a-z][/_]|\d[a-z]|[a-z]\d/i.test(text)) return false;
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.some((word) => !WORDS.test(word) && !ZONES.has(word));
}

function secondsOf(groups: Partial<Record<string, string>>): number | false {
  const { weekday, year, month = '', day, hour = '0', minute = '0', second = '0', half, zone } = groups;
  const index = /^\d/.test(month) ? Number(month) - 1 : MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  if (index < 0 || Number(day) < 1) return yearZero(groups);
  let hours = Number(hour);
  if (half) {
    if (hours < 1 || hours > 12) return false;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  let date = new Date(0).setUTCFullYear(Number(year), index, Number(day));
  // A weekday that the date is not moves it on to the next one.
  if (weekday)
    date +=
      ((WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()) - new Date(date).getUTCDay() + 7) % 7) *
      86_400_000;
  return date / 1000 + hours * 3600 + Number(minute) * 60 + Number(second) - offsetOf(zone);
}

/** A month or day of 0 counts as the one before the first. */
function yearZero({ year, month = '', day }: Partial<Record<string, string>>): number {
  return new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day)) / 1000;
}

/** Seconds east of UTC. */
function offsetOf(zone: string | undefined): number {
  const match = /([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '');
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  return match[1] === '-' ? -seconds : seconds;
}
