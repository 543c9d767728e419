import { type DateForm, writeDate } from '../fields/date-form.ts';
import { fieldOf } from '../post/fields.ts';
import { firstHeading } from '../post/hash-headings.ts';
import type { Field, Post } from '../post/post.ts';
import { fileName } from '../site/file-index.ts';
import type { Habits } from '../site/habits.ts';
import { eolOf } from '../text/eol.ts';
import { slice } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { plainText } from './plain-text.ts';
import { type SuggestionSource, suggestDescriptions, suggestKeywords } from './suggest/suggest.ts';
import { type NamesForm, namesForm, writeNames, writeStyled, writeText } from './write-value.ts';

/** The form of a new date where the site has none: a day and time says most and every reader takes it as UTC. */
export const DEFAULT_DATE_FORM: DateForm = 'time';

export interface ValueSource extends SuggestionSource {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The value as YAML; undefined where the post gives nothing to make it of. */
type Write = (source: ValueSource) => string | undefined;

/** How a new field gets its value, as YAML. Any other field only the writer can fill. */
const WRITERS: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['date', ({ now, habits }) => writeDate(now, habits?.dateForm ?? DEFAULT_DATE_FORM)],
  ['title', ({ post }) => writeText(proposedTitle(post))],
  ['keywords', newKeywords],
  ['description', newDescription],
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
    // Before a name that the value may be called by (`&x`) or its kind (`!x`), another value is none.
    if (field && /^[ \t]*[&!]/.test(source.post.text.slice(field.node.span.end))) continue;
    if (value !== undefined && field) edits.push(fillField(field, value));
    else if (value !== undefined) absent.push([key, value]);
  }
  return absent.length > 0 ? [...edits, addFields(source.post, absent)] : edits;
}

/** Fields with the values that a post without any gets; those that only the writer can fill are left out. */
export function firstValues(
  source: ValueSource,
  keys: readonly string[],
): readonly (readonly [key: string, value: string])[] {
  return keys.flatMap((key) => {
    const value = WRITERS.get(key)?.(source);
    return value === undefined ? [] : [[key, value] as const];
  });
}

/** Writes fields at the end of the front matter, or a new front matter where there is none. */
export function addFields(post: Post, fields: readonly (readonly [key: string, value: string])[]): TextEdit {
  const eol = eolOf(post.text);
  const lines = fields.map(([key, value]) => `${key}:${gap(value)}${value}`);
  const { frontMatter } = post;
  if (!frontMatter) {
    // Below a front matter, a line drawn with dashes would be taken for the start of another one.
    const line = /^\s*-{3,}[ \t]*(?=[\r\n]|$)/.exec(post.text)?.[0] ?? '';
    const body = line === '' ? '' : '***';
    return { span: { start: 0, end: line.length }, text: ['---', ...lines, '---', '', body].join(eol) };
  }
  const { start, end } = frontMatter.yaml;
  const written = post.text.slice(start, end);
  if (isInBraces(written)) {
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
  return { span: { start: at, end: at }, text: `${key}:${gap(value)}${value}${eolOf(post.text)}` };
}

/** Gives a field that is there but empty its value. */
export function fillField(field: Field, value: string): TextEdit {
  const { start, end } = field.node.span;
  return { span: { start, end }, text: start === end ? gap(value) + value : value };
}

/** What separates a value from its field's colon, unless it has lines of its own. */
function gap(value: string): string {
  return /^[\r\n]/.test(value) ? '' : ' ';
}

/** The title that a text without one suggests: its first heading, or else its file's name. */
function proposedTitle(post: Post): string {
  const body = slice(post.text, post.body);
  const heading = firstHeading(body, 2) ?? /<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(body)?.[1];
  const title = heading === undefined ? '' : plainText(heading);
  if (title !== '') return title;
  const words = fileName(post.path)
    .replace(/\..*$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1) || fileName(post.path);
}

function newKeywords(source: ValueSource): string {
  const { post, habits } = source;
  const keywords = suggestKeywords(source);
  const names = keywords.length > 0 ? keywords : [proposedTitle(post)];
  return writeNames(names, namesFormFor(post, habits, 'keywords'), eolOf(post.text));
}

/** The form in which the site's posts write the names of this field, where the front matter can take it. */
export function namesFormFor(post: Post, habits: Habits | undefined, key: string): NamesForm {
  const form = namesForm(habits?.fields.get(key)?.style);
  return form === 'flow' || takesLines(post, key) ? form : 'text';
}

function newDescription(source: ValueSource): string | undefined {
  const [best] = suggestDescriptions(source, 1);
  return best === undefined ? undefined : writeTextFor(source.post, source.habits, 'description', best);
}

/** A text as the site's posts write this field, where the front matter can take it. */
export function writeTextFor(post: Post, habits: Habits | undefined, key: string, text: string): string {
  return takesLines(post, key)
    ? writeStyled(text, habits?.fields.get(key)?.style, eolOf(post.text))
    : writeText(text);
}

/** Whether a field's value can have lines of its own: what stands behind it, such as a comment, would end up in them. */
function takesLines(post: Post, key: string): boolean {
  const { text, frontMatter } = post;
  if (frontMatter && isInBraces(slice(text, frontMatter.yaml))) return false;
  const field = fieldOf(post, key);
  return field === undefined || /^[ \t]*(?:[\r\n]|$)/.test(text.slice(field.node.span.end));
}

/** Whether all the fields stand in one pair of curly brackets. */
function isInBraces(yaml: string): boolean {
  return yaml.startsWith('{') && yaml.endsWith('}');
}
