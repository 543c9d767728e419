import { writeFlowItem, writeText } from '../compose/write-value.ts';
import type { FieldConstraint } from '../config/copydesk-config.ts';
import { knownField } from '../fields/known-fields.ts';
import { namesIn } from '../fields/names.ts';
import { titleOf } from '../fields/title.ts';
import { fieldOf } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { FieldHabit } from '../site/habits.ts';
import { type Message, message } from '../text/message.ts';
import { slice, span } from '../text/span.ts';
import type { Completion } from './completion.ts';
import { constraintOf } from './field-constraint.ts';
import { mayHoldSeveral, nameSlot } from './name-slot.ts';
import { pagesNamedBy } from './named-pages.ts';
import { postCount } from './post-count.ts';
import { type Choice, proposeText, spaceIn } from './propose.ts';
import type { Slot } from './slot.ts';

/** A name that a field may hold. */
interface Name {
  readonly name: string;
  /** The title of the page that it names; undefined when it names none. */
  readonly page: string | undefined;
  /** How many other posts use it. */
  readonly count: number;
}

/** The names that a field may hold, fitted into the list or the text with commas that is there or is to be begun. */
export function completeNames(
  context: RuleContext,
  slot: Slot & { readonly key: string },
  offset: number,
): readonly Completion[] {
  const { key } = slot;
  const habit = context.habits?.fields.get(key);
  const { text } = context.post;
  const constraint = constraintOf(context, key);
  const form = namesForm(key, habit, constraint);
  const isSeveral = mayHoldSeveral(slot) && (constraint?.type ?? 'list') === 'list';
  const part = isSeveral ? nameSlot(text, slot, offset) : slot;
  const isWhole = part.word.start === slot.word.start && part.word.end === slot.word.end;
  const beginsList = isSeveral && isWhole && form !== 'text' && slot.writing === 'plain';
  return namesFor(context, key, slice(text, part.word), constraint?.enum).flatMap((name) => {
    const choice = choiceOf(name);
    if (beginsList) return [asList(choice, slot, form)];
    const isSafe = isWhole || slot.writing !== 'plain' || writeText(name.name) === name.name;
    return isSafe && (!isSeveral || !name.name.includes(',')) ? [proposeText(choice, part)] : [];
  });
}

/** Whether a field holds names that posts have in common, and not a text of its own in each post. */
export function holdsNames({ site, habits }: RuleContext, key: string): boolean {
  const holds = knownField(key)?.holds;
  if (holds === 'names' || key === 'author') return true;
  if (holds !== undefined) return false;
  const habit = habits?.fields.get(key);
  const isShared = [...(habit?.values.values() ?? [])].some((count) => count > 1);
  return isShared || (site !== undefined && pagesNamedBy(key, site, habit) !== undefined);
}

/**
 * First the items of the collection that the field names, then what other posts have, each with the most used first.
 * What this post has already is left out.
 * @param word what is being written, which the post doesn't have yet.
 * @param allowed the only names that there may be, in their order.
 */
function namesFor(
  context: RuleContext,
  key: string,
  word: string,
  allowed: readonly string[] | undefined,
): readonly Name[] {
  if (!allowed && !holdsNames(context, key)) return [];
  const { site, habits, post } = context;
  const habit = habits?.fields.get(key);
  const own = namesIn(fieldOf(post, key)?.node.value);
  const counts = new Map(habit?.values);
  if (!post.frontMatter?.problem) for (const name of own) counts.set(name, (counts.get(name) ?? 1) - 1);
  const pages: ReadonlyMap<string, Post> = (site && pagesNamedBy(key, site, habit)?.pages) ?? new Map();
  const countOf = (name: string) => counts.get(name) ?? 0;
  const byUse = (a: string, b: string) => countOf(b) - countOf(a);
  const others = [...counts.keys()].filter((name) => countOf(name) > 0 && !pages.has(name));
  const names = allowed ?? [...[...pages.keys()].sort(byUse), ...others.sort(byUse)];
  const chosen = new Set(own.filter((name) => name !== word.trim()));
  return names
    .filter((name) => !chosen.has(name))
    .map((name) => {
      const page = pages.get(name);
      return { name, page: page && (titleOf(page) ?? name), count: countOf(name) };
    });
}

function choiceOf({ name, page, count }: Name): Choice {
  const detail = describe(page === name ? undefined : page, count);
  return { label: name, kind: page === undefined ? 'value' : 'page', ...(detail && { detail }) };
}

function describe(page: string | undefined, count: number): Message | string | undefined {
  if (count === 0) return page;
  return page === undefined ? postCount(count) : message('{0}, {1}', page, postCount(count));
}

/** How a field's names are written: as a list, below the key or in brackets, or as a text with commas. */
function namesForm(
  key: string,
  habit: FieldHabit | undefined,
  constraint: FieldConstraint | undefined,
): 'block' | 'flow' | 'text' {
  if (constraint?.type)
    return constraint.type !== 'list' ? 'text' : habit?.style === 'block' ? 'block' : 'flow';
  if (habit && habit.count > 1)
    return habit.style === 'block' || habit.style === 'flow' ? habit.style : 'text';
  return knownField(key)?.holds === 'names' && key !== 'keywords' ? 'flow' : 'text';
}

/** A choice that begins a list where nothing but perhaps the start of its first name stands. */
function asList(choice: Choice, slot: Slot, form: 'block' | 'flow'): Completion {
  if (form === 'flow' || slot.mark === undefined) {
    return { ...choice, text: `${spaceIn(slot)}[${writeFlowItem(choice.label)}]`, replace: slot.word };
  }
  // The space behind the colon goes, too: it would be left at the end of the line.
  return { ...choice, text: `\n  - ${writeText(choice.label)}`, replace: span(slot.mark, slot.word.end) };
}
