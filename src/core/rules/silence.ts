import { groupBy } from '../group-by.ts';
import type { Post } from '../post/post.ts';
import type { Span } from '../text/span.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';

/** What a post asks to be silent about, and what of that has been of use. */
export class Silence {
  readonly #all: readonly Suppression[];
  /** By the rule that they name; those that mean all rules under an empty name. */
  readonly #byRule: ReadonlyMap<string, readonly Suppression[]>;
  readonly #used = new Set<Suppression>();

  constructor(post: Post) {
    this.#all = readSuppressions(post);
    this.#byRule = groupBy(this.#all, ({ rule }) => rule?.id ?? '');
  }

  /** Whether a problem is to be ignored. The comment that says so last before it counts as used from then on. */
  covers(rule: string, { start }: Span): boolean {
    const covering = (each: Suppression) =>
      each.covers.some((where) => where.start <= start && start <= where.end);
    const found = this.#byRule.get(rule)?.findLast(covering) ?? this.#byRule.get('')?.findLast(covering);
    if (found) this.#used.add(found);
    return found !== undefined;
  }

  /** The comments, or the names within them, that no problem has been ignored for so far. */
  get unused(): readonly Suppression[] {
    return this.#all.filter((each) => !this.#used.has(each));
  }

  /** How many rules a comment names, of use or not; 0 for one that means all. */
  countIn(comment: Span): number {
    return this.#all.filter(({ span, rule }) => rule !== undefined && span.start === comment.start).length;
  }
}
