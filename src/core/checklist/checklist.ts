import { momentOf } from '../compose/last-post.ts';
import { wordsOf } from '../compose/suggest/words.ts';
import { defaultConfig, requiredFields } from '../config/copydesk-config.ts';
import { namesIn } from '../fields/names.ts';
import { titleOf } from '../fields/title.ts';
import { isUnwritten, lengthOf } from '../overview/reading.ts';
import { fieldOf, isBlank } from '../post/fields.ts';
import type { Field } from '../post/post.ts';
import type { Problem, RuleContext } from '../rules/rule.ts';
import { fieldsIn } from '../site/jigsaw/path-pattern.ts';
import { pageAddress } from '../site/page-address.ts';
import { isKnown } from '../site/unknown.ts';
import { type Message, message } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import { stops } from './stops.ts';

/** One thing to see to before a post goes out: it stops the post, would improve it, or is done. */
export interface Check {
  /** Unique among the post's checks, and the same while it is about the same thing. */
  readonly id: string;
  readonly status: 'stops' | 'improves' | 'done';
  readonly label: Message;
  /** Where it is to be seen to. */
  readonly span: Span;
  /** Whether Copydesk can see to it: by a quick fix there, or by its suggestions. */
  readonly isFixable: boolean;
}

/**
 * All that is to be seen to in one post, and all that is done.
 * @param problems what the rules found in it.
 */
export function checklistOf(context: RuleContext, problems: readonly Problem[]): readonly Check[] {
  const counts = new Map<string, number>();
  const found = problems.map((problem): Check => {
    const count = (counts.get(problem.rule) ?? 0) + 1;
    counts.set(problem.rule, count);
    return {
      id: `${problem.rule}#${count}`,
      status: stops(problem) ? 'stops' : 'improves',
      label: problem.message,
      span: problem.span,
      isFixable: problem.fixes !== undefined,
    };
  });
  return [...found, ...parts(context, problems)];
}

/** What Copydesk makes suggestions for. */
const SUGGESTED: ReadonlySet<string> = new Set(['keywords', 'description']);

/** The parts of a post that readers look for, those that are there without a problem and those that are wanting. */
function* parts(context: RuleContext, problems: readonly Problem[]): Iterable<Check> {
  const { placement } = context;
  const isFree = (span: Span, area: string) =>
    !problems.some((each) => each.rule.startsWith(`${area}/`) || overlaps(each.span, span));
  const done = (id: string, span: Span, label: Message): Check[] =>
    isFree(span, id) ? [{ id, status: 'done', label, span, isFixable: false }] : [];
  const wanting = (id: string, status: 'stops' | 'improves', span: Span, label: Message): Check[] =>
    problems.some(({ rule }) => rule.startsWith(`${id}/`))
      ? []
      : [{ id, status, label, span, isFixable: SUGGESTED.has(id) }];

  yield* textCheck(context, done, wanting);
  const isPost = placement === undefined || placement.isPost;
  for (const part of isPost ? [title, keywords, date, description, image] : [title]) {
    yield* part(context, done, wanting);
  }
  const address = pageAddress(context.post, context.site);
  const top = { start: 0, end: 0 };
  if (address && isSettled(context, problems))
    yield* done('address', top, message('Readers will find it at {0}', address.url));
  yield* textImages(context, done);
}

/** Whether the address stays what it is when the problems are seen to: fields may be parts of it. */
function isSettled({ post, placement, site }: RuleContext, problems: readonly Problem[]): boolean {
  const path = placement && isKnown(placement.collection) ? placement.collection?.path : undefined;
  const patterns =
    path === undefined || !isKnown(path) ? [] : typeof path === 'string' ? [path] : [...path.values()];
  const keys = patterns.flatMap((pattern) => (typeof pattern === 'string' ? fieldsIn(pattern) : []));
  const required = requiredFields(site?.config ?? defaultConfig, placement?.collectionName);
  return keys.every((key) => {
    const field = fieldOf(post, key);
    if (required.includes(key) && isBlank(field?.node.value ?? placement?.inherited(key))) return false;
    return (
      !field || !problems.some((each) => each.severity !== 'information' && overlaps(each.span, field.span))
    );
  });
}

type Done = (id: string, span: Span, label: Message) => Check[];
type Wanting = (id: string, status: 'stops' | 'improves', span: Span, label: Message) => Check[];

function* textCheck({ post, references }: RuleContext, done: Done, wanting: Wanting): Iterable<Check> {
  const { words, minutes } = lengthOf(post);
  const start = { start: post.body.start, end: post.body.start };
  if (isUnwritten(post)) yield* wanting('text', 'stops', start, message('Nothing is written yet.'));
  else if (words === 0 && references.some(({ kind }) => kind === 'image' || kind === 'media'))
    yield* done('text', start, message('No words, only pictures or other media'));
  else if (words === 1) yield* done('text', start, message('1 word, {0} min read', minutes));
  else yield* done('text', start, message('{0} words, {1} min read', words, minutes));
}

function filled({ post }: RuleContext, key: string): Field | undefined {
  const field = fieldOf(post, key);
  return isBlank(field?.node.value) ? undefined : field;
}

function* title(context: RuleContext, done: Done): Iterable<Check> {
  const field = filled(context, 'title');
  if (!field) return;
  const { length } = [...String(field.node.value).trim()];
  const label =
    length === 1 ? message('A title of 1 character') : message('A title of {0} characters', length);
  yield* done('title', field.span, label);
}

function* keywords(context: RuleContext, done: Done, wanting: Wanting): Iterable<Check> {
  const field = filled(context, 'keywords');
  const names = namesIn(field?.node.value);
  const count = names.length;
  if (!field || count === 0) return;
  const inTitle = new Set(smallWords(titleOf(context.post) ?? ''));
  // As they are in a new post, until the writer has chosen some.
  const words = names.flatMap(smallWords);
  if (words.length > 0 && words.every((word) => inTitle.has(word))) {
    const advice = message(
      'All its keywords are words of its title. Are there others that say what it is about?',
    );
    yield* wanting('keywords', 'improves', field.span, advice);
  } else
    yield* done('keywords', field.span, count === 1 ? message('1 keyword') : message('{0} keywords', count));
}

function smallWords(text: string): readonly string[] {
  return wordsOf(text.toLowerCase());
}

function* date(context: RuleContext, done: Done, wanting: Wanting): Iterable<Check> {
  const field = filled(context, 'date');
  const moment = momentOf(context.post);
  if (!field || moment === undefined || Math.abs(moment) > 8.64e15) return;
  const day = new Date(moment).toISOString().slice(0, 10);
  const { jigsaw } = context.site ?? {};
  const isShownAtOnce = jigsaw !== undefined && jigsaw.collectionOf(context.post.path)?.filter === false;
  if (moment > context.now && isShownAtOnce) {
    const words = message(
      'Its date, {0}, is still to come, but the site will show the post as soon as it is built.',
      day,
    );
    yield* wanting('date', 'improves', field.span, words);
  } else yield* done('date', field.span, message('Dated {0}', day));
}

function* description(context: RuleContext, done: Done, wanting: Wanting): Iterable<Check> {
  const field = filled(context, 'description');
  if (field) {
    const { length } = [...String(field.node.value).trim()];
    const label =
      length === 1
        ? message('A description of 1 character')
        : message('A description of {0} characters', length);
    yield* done('description', field.span, label);
  } else if (isUsual(context, 'description')) {
    const words = message('There is no description for lists and search results.');
    yield* wanting('description', 'improves', placeOf(context, 'description'), words);
  }
}

function* image(context: RuleContext, done: Done, wanting: Wanting): Iterable<Check> {
  const keys = (context.site?.config ?? defaultConfig).imageFields;
  const key = keys.find((each) => filled(context, each)) ?? keys.find((each) => isUsual(context, each));
  const field = key === undefined ? undefined : filled(context, key);
  if (field)
    yield* done('head-image', field.span, message('It has an image for lists and for when it is shared'));
  else if (key !== undefined) {
    const words = message('There is no image for lists or for when the post is shared.');
    yield* wanting('head-image', 'improves', placeOf(context, key), words);
  }
}

/** The images of the text, where all of them are surely there. Outside of a site nobody knows. */
function* textImages({ images }: RuleContext, done: Done): Iterable<Check> {
  const inText = images.filter(({ reference }) => reference.syntax !== 'front-matter');
  const [first] = inText;
  if (!first || inText.some(({ place }) => place?.kind !== 'there')) return;
  const words =
    inText.length === 1
      ? message('The image in its text is there')
      : message('All {0} images in its text are there', inText.length);
  yield* done('image', first.reference.span, words);
}

/** Whether at least half of the collection's posts have the field, and no rule asks for it. */
function isUsual({ habits, site, placement }: RuleContext, key: string): boolean {
  if (requiredFields(site?.config ?? defaultConfig, placement?.collectionName).includes(key)) return false;
  const count = habits?.fields.get(key)?.count ?? 0;
  return count > 0 && count * 2 >= (habits?.posts ?? 0);
}

/** An empty field's own place, or else that of the front matter. */
function placeOf({ post }: RuleContext, key: string): Span {
  return fieldOf(post, key)?.node.span ?? post.frontMatter?.opener ?? { start: 0, end: 0 };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
