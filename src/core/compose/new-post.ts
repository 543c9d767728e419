import matter from 'gray-matter';
import { requiredFields } from '../config/copydesk-config.ts';
import { writeDate } from '../fields/date-form.ts';
import { knownField } from '../fields/known-fields.ts';
import type { FieldHabit, Habits } from '../site/habits.ts';
import { join, type SitePath } from '../site/files.ts';
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
 * A new post of a collection: the fields that most of its posts have, in their order and form, and the required
 * ones. The text ends where the writing starts.
 * @param now milliseconds since 1970.
 */
export function composePost(site: Site, collection: Collection | undefined, title: string, now: number): string {
  const habits = habitsIn(site, collection?.name);
  const lines = new Map(fieldsOf(site, collection, habits).map((key) => [key, valueOf(key, title, habits, now)]));
  const engine = {
    parse: () => ({}),
    stringify: () => [...lines].map(([key, value]) => `${key}:${value === '' ? '' : ` ${value}`}\n`).join(''),
  };
  return `${matter.stringify('', {}, { engines: { yaml: engine }, language: 'yaml' }).trimEnd()}\n\n`;
}

function fieldsOf(site: Site, collection: Collection | undefined, habits: Habits): string[] {
  const usual = [...habits.fields]
    .filter(([, { count }]) => count * 2 >= habits.posts)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([key]) => key);
  const first = isSet(collection, 'extends') || !site.jigsaw ? [] : ['extends', 'section'];
  const start = usual.length > 0 ? usual : first;
  return [...new Set([...start, ...requiredFields(site.config, collection?.name)])];
}

function isSet(collection: Collection | undefined, key: string): boolean {
  const value = collection?.defaults.get(key);
  return value !== undefined && (!isKnown(value) || value !== null);
}

function valueOf(key: string, title: string, habits: Habits, now: number): string {
  if (key === 'title') return writeText(title);
  if (key === 'date') return writeDate(now, habits.dateForm ?? 'time');
  const habit = habits.fields.get(key);
  const isShared = ['layout', 'section'].includes(knownField(key)?.holds ?? '');
  if (isShared) return sharedValue(habit) ?? (key === 'section' ? 'content' : '_layouts.post');
  return habit?.style === 'block' || habit?.style === 'flow' ? '[]' : '';
}

/** The value that most posts have. */
function sharedValue(habit: FieldHabit | undefined): string | undefined {
  const [first] = habit?.values.keys() ?? [];
  return first;
}
