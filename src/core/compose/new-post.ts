import { requiredFields } from '../config/copydesk-config.ts';
import { writeDate } from '../fields/date-form.ts';
import { knownField } from '../fields/known-fields.ts';
import type { FieldHabit, Habits } from '../site/habits.ts';
import type { Collection } from '../site/jigsaw/model.ts';
import { slug } from '../site/jigsaw/slug.ts';
import { habitsIn, type Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { type Draft, draftNames, draftText, settled } from './draft.ts';
import { authorFor, lastPost, quotedDateForm } from './last-post.ts';
import { plainText } from './plain-text.ts';
import { keywordsOf } from './suggest/keywords.ts';

/** What a new post is made of. */
export interface NewPostSource {
  readonly site: Site;
  readonly collection: Collection | undefined;
  readonly title: string;
  /** Who writes, as far as the editor knows. */
  readonly writer: string | undefined;
  /** What is written already. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How many keywords are proposed for a text that is hardly more than its title. */
const FEW_KEYWORDS = 4;

/** So few words aren't weighed against those of other posts. */
const NO_OTHERS = { posts: 0, counts: new Map<string, number>() };

/** Fields that speak of one text alone, even where all posts say the same. */
const OWN: ReadonlySet<string> = new Set(['keywords', 'description', 'excerpt']);

/**
 * A new post of a collection: the fields that at least half of its posts have and the required ones, in their order
 * and form. What is known has a value; what is guessed, and what is left to the writer, are places that Tab leads to.
 */
export function composePost(source: NewPostSource): Draft {
  const { site, collection, body } = source;
  const habits = habitsIn(site, collection?.name);
  const fields = fieldsOf(site, collection, habits);
  const drafts = fields.map((key) => draftField(key, source, habits));
  return [
    '---\n',
    ...drafts.flat(),
    '---\n\n',
    ...(body === '' ? [] : [`${body.trimEnd()}\n\n`]),
    { stop: 'body', text: '' },
  ];
}

/** The fields of a new post, in the order in which the collection's posts have them. */
function fieldsOf(site: Site, collection: Collection | undefined, habits: Habits): readonly string[] {
  const required = requiredFields(site.config, collection?.name);
  const usual = [...habits.fields]
    .filter(([key, habit]) => habit.count * 2 >= habits.posts && says(key, habit, collection))
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([key]) => key);
  const first = isSet(collection, 'extends') || !site.jigsaw ? [] : ['extends', 'section'];
  return [...new Set([...(habits.posts > 0 ? usual : first), ...required])];
}

/**
 * Whether a field belongs into a post that doesn't fill it yet. An empty field isn't a missing one: it hides what the
 * collection would give. And a map has parts that only the writer knows.
 */
function says(key: string, habit: FieldHabit, collection: Collection | undefined): boolean {
  const isMap = (habit.style === 'block' || habit.style === 'flow') && habit.values.size === 0;
  return (!isMap || knownField(key)?.holds === 'names') && (!isSet(collection, key) || isFilled(key, habit));
}

/** Whether a new post gets a value for the field by itself. */
function isFilled(key: string, habit: FieldHabit): boolean {
  return (
    ['title', 'date', 'author', 'slug'].includes(key) ||
    isShared(key) ||
    (!OWN.has(key) && habit.usual !== undefined)
  );
}

function isSet(collection: Collection | undefined, key: string): boolean {
  const value = collection?.defaults.get(key);
  return value !== undefined && (!isKnown(value) || value !== null);
}

/** Whether the posts of a collection usually have the same value: the layout and its section. */
function isShared(key: string): boolean {
  return ['layout', 'section'].includes(knownField(key)?.holds ?? '');
}

function draftField(key: string, source: NewPostSource, habits: Habits): Draft {
  const { site, collection, title } = source;
  const habit = habits.fields.get(key);
  const style = habit?.style ?? 'plain';
  if (key === 'title') return settled(draftText(key, title, style));
  if (key === 'slug') {
    const words = slug(title);
    const field = draftText(key, words, style);
    // A title of nothing but emoji has no words for an address: the writer does.
    return words === '' ? field : settled(field);
  }
  if (key === 'date') return draftDate(source, habits);
  if (isShared(key)) return [`${key}: ${sharedValue(key, habit)}\n`];
  if (key === 'author') return draftText(key, authorFor(source) ?? '', style);
  if (!OWN.has(key) && habit?.usual !== undefined) return [`${key}: ${habit.usual}\n`];
  if (knownField(key)?.holds === 'names' || style === 'block' || style === 'flow') {
    const isRequired = requiredFields(site.config, collection?.name).includes(key);
    return draftNames(key, isRequired && key === 'keywords' ? keywordsFor(source, habit) : [], style);
  }
  return draftText(key, '', style);
}

function sharedValue(key: string, habit: FieldHabit | undefined): string {
  const [commonest] = habit?.values.keys() ?? [];
  return habit?.usual ?? commonest ?? (key === 'section' ? 'content' : '_layouts.post');
}

/** In the form of most posts, quotes included. */
function draftDate({ site, collection, now }: NewPostSource, habits: Habits): Draft {
  const style = habits.fields.get('date')?.style;
  if (style !== 'single-quoted' && style !== 'double-quoted') {
    return [`date: ${writeDate(now, habits.dateForm ?? 'time')}\n`];
  }
  const form = quotedDateForm(lastPost(site, collection)) ?? 'day';
  return settled(draftText('date', writeDate(now, form), style));
}

/** What the title and the text so far are about: names that the writer takes or types over. */
function keywordsFor({ title, body }: NewPostSource, habit: FieldHabit | undefined): readonly string[] {
  const known = habit?.values ?? new Map<string, number>();
  return keywordsOf({ title, texts: [plainText(body)], known, others: NO_OTHERS }, FEW_KEYWORDS);
}
