import type { Post } from '../post/post.ts';
import type { Span } from '../text/span.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';

/** What a post asks to be silent about, and what of that has been of use. */
export class Silence {
  readonly #all: readonly Suppression[];
  readonly #used = new Set<Suppression>();

  constructor(post: Post) {
    this.#all = readSuppressions(post);
  }

  /** Whether a problem is to be ignored; the comment that says so counts as used from then on. */
  covers(rule: string, { start }: Span): boolean {
    const found = this.#all.filter(
      (each) =>
        (each.rule === undefined || each.rule.id === rule) &&
        each.covers.some((where) => where.start <= start && start <= where.end),
    );
    for (const each of found) this.#used.add(each);
    return found.length > 0;
  }

  /** The comments, or the names within them, that no problem has been ignored for so far. */
  get unused(): readonly Suppression[] {
    return this.#all.filter((each) => !this.#used.has(each));
  }

  /** All that one comment asks for, of use or not. */
  naming(comment: Span): readonly Suppression[] {
    return this.#all.filter(({ span }) => span.start === comment.start);
  }
}
