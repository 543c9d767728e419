import { type DateForm, writeDate } from '../fields/date-form.ts';
import { fieldOf } from '../post/fields.ts';
import type { Field, Post } from '../post/post.ts';
import { fileName } from '../site/file-index.ts';
import type { Habits } from '../site/habits.ts';
import { eolOf } from '../text/eol.ts';
import { slice } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { plainText } from './plain-text.ts';
import { suggestKeywords } from './suggest-keywords.ts';
import { writeFlowList, writeText } from './write-value.ts';

/** The form of a new date where the site has none: a day and time says most and every reader takes it as UTC. */
export const DEFAULT_DATE_FORM: DateForm = 'time';

/** How much of a body is read to find out what it is about. */
const ENOUGH_TEXT = 50_000;

export interface ValueSource {
  readonly post: Post;
  readonly habits: Habits | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Write = (source: ValueSource) => string;

/** How a new field gets its value, as YAML. Any other field only the writer can fill. */
const WRITERS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['date', ({ now, habits }) => writeDate(now, habits?.dateForm ?? DEFAULT_DATE_FORM)],
  ['title', ({ post }) => writeText(titleOf(post))],
  ['keywords', newKeywords],
]);

/** Whether a first value can be proposed for a field: now, the heading, what the text is about. */
export function canFill(key: string): boolean {
  return WRITERS.has(key);
}

/**
 * Gives fields their first values: absent ones are written at the end of the front matter, empty ones where they
 * stand. Fields that can't be filled are left alone.
 */
export function fillFields(source: ValueSource, keys: readonly string[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const absent: [string, string][] = [];
  for (const key of keys) {
    const value = WRITERS.get(key)?.(source);
    const field = fieldOf(source.post, key);
    if (value !== undefined && field) edits.push(fillField(field, value));
    else if (value !== undefined) absent.push([key, value]);
  }
  return absent.length > 0 ? [...edits, addFields(source.post, absent)] : edits;
}

/** Writes fields at the end of the front matter, or a new front matter where there is none. */
export function addFields(post: Post, fields: readonly (readonly [key: string, value: string])[]): TextEdit {
  const eol = eolOf(post.text);
  const lines = fields.map(([key, value]) => `${key}: ${value}`);
  const { frontMatter } = post;
  if (!frontMatter) {
    // Below a front matter, a line drawn with dashes would be taken for the start of another one.
    const line = /^\s*-{3,}[ \t]*(?=[\r\n]|$)/.exec(post.text)?.[0] ?? '';
    const body = line === '' ? '' : '***';
    return { span: { start: 0, end: line.length }, text: ['---', ...lines, '---', '', body].join(eol) };
  }
  const { start, end } = frontMatter.yaml;
  const written = post.text.slice(start, end);
  if (written.startsWith('{') && written.endsWith('}')) {
    const entries = fields.map(
      ([key, value]) =>
        `${key}: ${/^[^'"[]*[,[\]{}]/.test(value) ? `'${value.replaceAll("'", "''")}'` : value}`,
    );
    const comma = /^\{\s*\}$/.test(written) ? '' : ', ';
    return { span: { start: end - 1, end: end - 1 }, text: comma + entries.join(', ') };
  }
  const at = start === end ? frontMatter.opener.end : end;
  return { span: { start: at, end: at }, text: lines.map((line) => eol + line).join('') };
}

/** Writes a field where the site's posts have it: in front of the first field that usually comes later. */
export function addFieldInPlace(
  post: Post,
  key: string,
  value: string,
  habits: Habits | undefined,
): TextEdit {
  const place = habits?.fields.get(key)?.place;
  const next =
    place === undefined
      ? undefined
      : post.frontMatter?.fields.find((field) => (habits?.fields.get(field.key)?.place ?? -1) > place);
  const at = next?.keySpan.start ?? 0;
  if (!/[\r\n]/.test(post.text[at - 1] ?? '')) return addFields(post, [[key, value]]);
  return { span: { start: at, end: at }, text: `${key}: ${value}${eolOf(post.text)}` };
}

/** Gives a field that is there but empty its value. */
export function fillField(field: Field, value: string): TextEdit {
  const { start, end } = field.node.span;
  return { span: { start, end }, text: start === end ? ` ${value}` : value };
}

function titleOf(post: Post): string {
  const body = slice(post.text, post.body);
  const heading =
    /^#{1,2}[ \t]+(.+?)[ \t]*#*[ \t]*$/m.exec(body)?.[1] ?? /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(body)?.[1];
  const title = heading === undefined ? '' : plainText(heading);
  if (title !== '') return title;
  const words = fileName(post.path)
    .replace(/\..*$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1) || 'Untitled';
}

function newKeywords({ post, habits }: ValueSource): string {
  const habit = habits?.fields.get('keywords');
  const given = post.frontMatter?.fields.find((field) => field.key === 'title')?.node.value;
  const title = typeof given === 'string' ? given : titleOf(post);
  const text = plainText(slice(post.text, post.body).slice(0, ENOUGH_TEXT));
  const keywords = suggestKeywords({ title, text, known: habit?.values ?? new Map() });
  const names = keywords.length > 0 ? keywords : [titleOf(post)];
  const isList = habit?.style === 'block' || habit?.style === 'flow';
  return isList ? writeFlowList(names) : writeText(names.join(', '));
}
