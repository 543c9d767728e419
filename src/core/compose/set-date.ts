import { dateFormIn, dateFormOf, writeDate } from '../fields/date-form.ts';
import { fieldOf } from '../post/fields.ts';
import type { Post, YamlNode } from '../post/post.ts';
import type { Habits } from '../site/habits.ts';
import { slice } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { addFieldInPlace, DEFAULT_DATE_FORM, fillField } from './new-field.ts';

/**
 * Writes a moment as the post's date, in the form that the site's posts have; a date in quotes keeps them. A post
 * without one gets the field where the site's posts have it.
 * @param moment milliseconds since 1970.
 * @returns undefined for front matter that has no end, or whose date isn't written on one line.
 */
export function setDate(post: Post, habits: Habits | undefined, moment: number): TextEdit | undefined {
  const field = fieldOf(post, 'date');
  if (!field) {
    if (!post.frontMatter && post.text.startsWith('---')) return undefined;
    return addFieldInPlace(post, 'date', writeDate(moment, habits?.dateForm ?? DEFAULT_DATE_FORM), habits);
  }
  const { node } = field;
  const written = slice(post.text, node.span);
  if (/[\r\n]/.test(written)) return undefined;
  const quote = quoteOf(node);
  const own =
    quote === ''
      ? (habits?.dateForm ?? dateFormOf(node, post.text))
      : dateFormIn(written.slice(quote.length, -quote.length).trim());
  const form = own ?? DEFAULT_DATE_FORM;
  return fillField(field, quote + writeDate(moment, form) + quote);
}

function quoteOf({ style }: YamlNode): string {
  if (style === 'single-quoted') return "'";
  return style === 'double-quoted' ? '"' : '';
}
