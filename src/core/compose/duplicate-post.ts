import { dateFormOf, writeDate } from '../fields/date-form.ts';
import { fieldOf } from '../post/fields.ts';
import { type PostDialect, parsePost } from '../post/parse-post.ts';
import type { Field, Post } from '../post/post.ts';
import { slug } from '../site/jigsaw/slug.ts';
import type { Span } from '../text/span.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { quotedDateForm } from './last-post.ts';
import { addFields } from './new-field.ts';
import { oneLine, writeText } from './write-value.ts';

/** Fields that say where one post is, or what else leads to it: two posts must not share them. */
const UNIQUE: ReadonlySet<string> = new Set([
  'permalink',
  'path',
  'url',
  'id',
  'uuid',
  'guid',
  'aliases',
  'alias',
  'redirect',
  'redirects',
  'redirect_from',
  'redirectFrom',
  'canonical',
  'canonical_url',
]);

/**
 * The text of a copy: with a title and a date of its own, and without what only one post may have. All else stays
 * letter for letter.
 * @param now milliseconds since 1970.
 * @param dialect whose rules the post is read by.
 * @returns undefined when the front matter can't be read: then nothing in it could be changed safely.
 */
export function duplicatePost(
  original: Post,
  title: string,
  now: number,
  dialect: PostDialect = 'jigsaw',
): string | undefined {
  if (!original.frontMatter || original.frontMatter.problem) return undefined;
  const post = withoutUnique(original, dialect);
  const edits: TextEdit[] = [];
  for (const field of post.frontMatter?.fields ?? []) {
    if (field.key === 'title') edits.push(replace(field, writeText(title), post));
    else if (field.key === 'slug') edits.push(replace(field, writeText(slug(title)), post));
    else if (field.key === 'date') edits.push(replace(field, dateLike(field, post, now), post));
  }
  if (!fieldOf(post, 'title')) edits.push(addFields(post, [['title', writeText(oneLine(title))]]));
  return applyEdits(post.text, edits);
}

/** Read anew after each field that goes: in braces, the comma beside it belongs to the next one then. */
function withoutUnique(original: Post, dialect: PostDialect): Post {
  let post = original;
  for (;;) {
    const field = post.frontMatter?.fields.find(({ key }) => UNIQUE.has(key));
    if (!field) return post;
    const edit = { span: wholeEntry(field, post), text: '' };
    post = parsePost(post.path, applyEdits(post.text, [edit]), dialect);
  }
}

/** A new value in the place of the old one; what a block text ends with stays. */
function replace({ node }: Field, value: string, { text }: Post): TextEdit {
  const { start, end } = node.span;
  const tail = /\s*$/.exec(text.slice(start, end))?.[0] ?? '';
  return { span: { start, end: end - tail.length }, text: node.style === 'empty' ? ` ${value}` : value };
}

/** The moment in the form and the quotes of the date that stands there. */
function dateLike({ node }: Field, post: Post, now: number): string {
  const quoted = quotedDateForm(post);
  if (!quoted) return writeDate(now, dateFormOf(node, post.text) ?? 'time');
  const quote = node.style === 'single-quoted' ? "'" : '"';
  return quote + writeDate(now, quoted) + quote;
}

/** A field with the line break behind it; in braces, with one comma. */
function wholeEntry({ span: { start, end } }: Field, { text }: Post): Span {
  const comma = /^\s*,[^\S\r\n]*/.exec(text.slice(end));
  if (comma) return { start, end: end + comma[0].length };
  if (/^\s*\}/.test(text.slice(end)))
    return { start: text.slice(0, start).replace(/,?\s*$/, '').length, end };
  const after = /^[^\S\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + after };
}
