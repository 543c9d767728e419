import { type DateForm, dateFormOf } from '../fields/date-form.ts';
import { namesIn } from '../fields/names.ts';
import type { Field, Post, Style } from '../post/post.ts';
import { isList } from '../post/value.ts';
import { STEP } from './steps.ts';

/** What the posts of one collection agree on: what a new field or post should look like. */
export interface Habits {
  /** How many posts were looked at. */
  readonly posts: number;
  /** How many posts have each field, the most used first. */
  readonly fields: ReadonlyMap<string, FieldHabit>;
  /** The commonest way to write the date, if any post has one. */
  readonly dateForm: DateForm | undefined;
}

export interface FieldHabit {
  readonly count: number;
  /** The commonest way to write the value. */
  readonly style: Style;
  /** The mean place among the fields of a post, from 0. */
  readonly place: number;
  /** Every single value, and every name of a list or comma text, with its number of posts. */
  readonly values: ReadonlyMap<string, number>;
  /** The value that nearly all of them have, as it is written, where it is a short one on one line. */
  readonly usual: string | undefined;
}

/** Values longer than this are prose: nobody chooses them from a list. */
const LONGEST_NAME = 80;

/** The share of a field's values that must be one and the same before it is the usual one, and the fewest. */
const [NEARLY_ALL, FEWEST] = [0.8, 2];

/** Counts what these posts do, in short steps. Posts whose front matter cannot be read don't count. */
export function* countingHabits(posts: Iterable<Post>): Generator<void, Habits> {
  const fields = new Map<string, Tally>();
  const dateForms = new Map<DateForm, number>();
  let count = 0;
  for (const { frontMatter, text } of posts) {
    if (!frontMatter || frontMatter.problem) continue;
    count += 1;
    if (count % STEP === 0) yield;
    frontMatter.fields.forEach((field, place) => {
      const tally = fields.get(field.key) ?? new Tally();
      fields.set(field.key, tally);
      tally.add(field, place, text);
      const form = field.key === 'date' ? dateFormOf(field.node, text) : undefined;
      if (form) increase(dateForms, form);
    });
  }
  const ordered = [...fields].sort(([, a], [, b]) => b.count - a.count);
  return {
    posts: count,
    fields: new Map(ordered.map(([key, tally]) => [key, tally.habit()])),
    dateForm: commonest(dateForms),
  };
}

class Tally {
  count = 0;
  #places = 0;
  readonly #styles = new Map<Style, number>();
  readonly #values = new Map<string, number>();
  readonly #written = new Map<string, number>();

  add({ node }: Field, place: number, text: string): void {
    this.count += 1;
    this.#places += place;
    increase(this.#styles, node.style);
    const names = isList(node.value) || typeof node.value === 'string' ? namesIn(node.value) : [];
    for (const name of names) if (name.length <= LONGEST_NAME) increase(this.#values, name);
    const { start, end } = node.span;
    if (end - start > LONGEST_NAME || node.style === 'block') return;
    const written = text.slice(start, end);
    if (!/[\r\n]/.test(written)) increase(this.#written, written);
  }

  habit(): FieldHabit {
    return {
      count: this.count,
      style: commonest(this.#styles) ?? 'plain',
      place: this.#places / this.count,
      values: new Map([...this.#values].sort(([, a], [, b]) => b - a)),
      usual: this.#usual(),
    };
  }

  #usual(): string | undefined {
    const written = commonest(this.#written);
    const count = written === undefined ? 0 : (this.#written.get(written) ?? 0);
    return count >= FEWEST && count >= this.count * NEARLY_ALL ? written : undefined;
  }
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function commonest<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: readonly [K, number] | undefined;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  return best?.[0];
}
