import type { YamlNode } from '../post/post.ts';
import { slice } from '../text/span.ts';

/**
 * The ways of writing a date: a Unix time, a day, a day and time, the same with a zone, which Jigsaw reads as dates; and
 * a time without seconds, which some sites have in quotes. An unquoted date is read by Symfony's YAML parser as UTC;
 * one without seconds is no date to it.
 */
export type DateForm = 'unix' | 'day' | 'time' | 'zoned-time' | 'minute';

const FORMS: readonly (readonly [DateForm, RegExp])[] = [
  ['unix', /^\d{9,10}$/],
  ['day', /^\d{4}-\d{1,2}-\d{1,2}$/],
  [
    'zoned-time',
    /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d{2}:\d{2}(?:\.\d+)?\s*(?:Z|[-+]\d{1,2}(?::?\d{2})?)$/,
  ],
  ['time', /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d{2}:\d{2}(?:\.\d+)?$/],
  ['minute', /^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}$/],
];

/** Which form a value is written in that Jigsaw reads as a date; undefined when it is none of them. */
export function dateFormOf(node: YamlNode, text: string): DateForm | undefined {
  const form = node.style === 'plain' ? dateFormIn(slice(text, node.span)) : undefined;
  return form === 'minute' ? undefined : form;
}

/** Which form a date has that is written so, without quotes; undefined when it is none of them. */
export function dateFormIn(written: string): DateForm | undefined {
  return FORMS.find(([, pattern]) => pattern.test(written))?.[0];
}

/** A moment (milliseconds since 1970) as YAML text in this form, in UTC and in whole seconds. */
export function writeDate(moment: number, form: DateForm): string {
  const iso = new Date(Math.floor(moment / 1000) * 1000).toISOString();
  switch (form) {
    case 'unix':
      return String(Math.floor(moment / 1000));
    case 'day':
      return iso.slice(0, 10);
    case 'time':
      return iso.slice(0, 19).replace('T', ' ');
    case 'minute':
      return iso.slice(0, 16).replace('T', ' ');
    case 'zoned-time':
      return `${iso.slice(0, 19)}Z`;
  }
}
