import { momentOf } from '../compose/last-post.ts';
import { namesIn } from '../fields/names.ts';
import { titleOf } from '../fields/title.ts';
import { fieldOf } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import type { Problem, Severity } from '../rules/rule.ts';
import { fileName } from '../site/file-index.ts';
import { isUnwritten } from './reading.ts';

/**
 * How far a post is: something is wrong with it; it lacks a required field or its text; its date is yet to come; or
 * none of these.
 */
export type PostState = 'problems' | 'incomplete' | 'future' | 'ready';

/** The problem of a post that its writer hasn't finished, and no mistake. */
const UNFINISHED = 'front-matter/missing-field';

/** A post in a list. All but its date is found out when it is asked for: few posts of a large site are seen. */
export class PostSummary {
  readonly post: Post;
  /** Its date in milliseconds since 1970; undefined where it has none. */
  readonly moment: number | undefined;
  readonly #problems: readonly Problem[];
  readonly #now: number;
  #title: string | undefined;
  #state: PostState | undefined;

  /** @param now milliseconds since 1970. */
  constructor(post: Post, problems: readonly Problem[], now: number) {
    this.post = post;
    this.moment = momentOf(post);
    this.#problems = problems;
    this.#now = now;
  }

  /** The headline, or the file's name where there is none. */
  get title(): string {
    this.#title ??= headlineOf(this.post);
    return this.#title;
  }

  /** Its date; undefined where it has none that a calendar knows. */
  get date(): Date | undefined {
    const { moment } = this;
    return moment === undefined || Math.abs(moment) > 8.64e15 ? undefined : new Date(moment);
  }

  get state(): PostState {
    this.#state ??= stateOf(this.post, this.#problems, this.moment, this.#now);
    return this.#state;
  }

  /** The loudest problem; undefined where there is at most advice. */
  get severity(): 'error' | 'warning' | undefined {
    return loudest(this.#problems);
  }

  /** Whether it still holds: neither the problems are others, nor has a date come that was in the future. */
  isTrue(problems: readonly Problem[], now: number): boolean {
    const { moment } = this;
    const hasCome = moment !== undefined && moment > this.#now && moment <= now;
    return this.#problems === problems && !hasCome;
  }
}

const known = new WeakMap<Post, PostSummary>();

/**
 * A post as lists show it. The same object as before while neither the post nor its problems have changed.
 * @param now milliseconds since 1970.
 */
export function summaryOf(post: Post, problems: readonly Problem[], now: number): PostSummary {
  const last = known.get(post);
  if (last?.isTrue(problems, now)) return last;
  const summary = new PostSummary(post, problems, now);
  known.set(post, summary);
  return summary;
}

function stateOf(
  post: Post,
  problems: readonly Problem[],
  moment: number | undefined,
  now: number,
): PostState {
  const mistakes = problems.filter(({ severity }) => severity !== 'information');
  if (mistakes.some(({ rule }) => rule !== UNFINISHED)) return 'problems';
  if (mistakes.length > 0 || isUnwritten(post)) return 'incomplete';
  return moment !== undefined && moment > now ? 'future' : 'ready';
}

function loudest(problems: readonly Problem[]): PostSummary['severity'] {
  const has = (loud: Severity) => problems.some(({ severity }) => severity === loud);
  if (has('error')) return 'error';
  return has('warning') ? 'warning' : undefined;
}

/** A post's headline on one line, or its file's name where it has none. */
export function headlineOf(post: Post): string {
  return titleOf(post) ?? fileName(post.path);
}

/** Whether a post is found by these words: all of them stand in its title, its path or its keywords. */
export function matches({ post, title }: PostSummary, filter: string): boolean {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const names = ['keywords', 'tags', 'categories'].flatMap((key) => namesIn(fieldOf(post, key)?.node.value));
  const text = [title, post.path, ...names].join('\n').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
