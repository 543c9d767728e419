import matter from 'gray-matter';
import { requiredFields } from '../config/copydesk-config.ts';
import { writeDate } from '../fields/date-form.ts';
import { knownField } from '../fields/known-fields.ts';
import { join, type SitePath } from '../site/files.ts';
import type { Habits } from '../site/habits.ts';
import type { Collection } from '../site/jigsaw/model.ts';
import { slug } from '../site/jigsaw/slug.ts';
import { habitsIn, type Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { writeText } from './write-value.ts';

/** A post that isn't on the disk yet. */
export interface NewPost {
  readonly path: SitePath;
  readonly text: string;
}

/** How much of a file name most file systems take, in bytes, less the extension and room for a number. */
const LONGEST_NAME = 200;

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The file name for a title, without extension: its slug. A title of which a slug leaves nothing, such as one of
 * emoji only, gets `post`.
 */
export function fileNameFor(title: string): string {
  const name = slug(title).slice(0, LONGEST_NAME).replace(/-+$/, '') || 'post';
  return RESERVED.test(name) ? `${name}-post` : name;
}

/** The path of a new post; a number follows the name while another file has it. */
export function freePath(site: Site, folder: SitePath, name: string): SitePath {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number === 1 ? name : `${name}-${number}`}.md`);
    if (site.files.ignoringCase(path).length === 0) return path;
  }
}

/**
 * A new post of a collection: the layout and section that most of its posts have and the required fields, in the
 * collection's order and form. The text ends where the writing starts.
 * @param now milliseconds since 1970.
 */
export function composePost(
  site: Site,
  collection: Collection | undefined,
  title: string,
  now: number,
): string {
  const habits = habitsIn(site, collection?.name);
  const lines = new Map(
    fieldsOf(site, collection, habits).map((key) => [key, firstValue(key, title, habits, now)]),
  );
  const engine = {
    parse: () => ({}),
    stringify: () => [...lines].map(([key, value]) => `${key}:${value === '' ? '' : ` ${value}`}\n`).join(''),
  };
  return `${matter.stringify('', {}, { engines: { yaml: engine }, language: 'yaml' }).trimEnd()}\n\n`;
}

/**
 * Fields that get a value, in the order in which the collection's posts have them. A field without one is left out
 * unless it is required: an empty field isn't a missing one, it hides what the collection or the layout would give.
 */
function fieldsOf(site: Site, collection: Collection | undefined, habits: Habits): string[] {
  const required = requiredFields(site.config, collection?.name);
  const usual = [...habits.fields]
    .filter(([key, { count }]) => count * 2 >= habits.posts && (required.includes(key) || isShared(key)))
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([key]) => key);
  const first = isSet(collection, 'extends') || !site.jigsaw ? [] : ['extends', 'section'];
  return [...new Set([...(habits.posts > 0 ? usual : first), ...required])];
}

function isSet(collection: Collection | undefined, key: string): boolean {
  const value = collection?.defaults.get(key);
  return value !== undefined && (!isKnown(value) || value !== null);
}

/** Whether the posts of a collection usually have the same value: the layout and its section. */
function isShared(key: string): boolean {
  return ['layout', 'section'].includes(knownField(key)?.holds ?? '');
}

function firstValue(key: string, title: string, habits: Habits, now: number): string {
  if (key === 'title') return writeText(title);
  if (key === 'date') return writeDate(now, habits.dateForm ?? 'time');
  if (!isShared(key)) return '';
  const [commonest] = habits.fields.get(key)?.values.keys() ?? [];
  return commonest ?? (key === 'section' ? 'content' : '_layouts.post');
}
