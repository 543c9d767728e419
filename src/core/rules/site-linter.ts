import { fold } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';
import { PostContext } from './context.ts';
import { lint } from './lint.ts';
import type { Problem } from './rule.ts';

/**
 * The problems of a site's posts, kept from one snapshot to the next. It remembers which files each post's problems
 * depend on, so that a new or deleted image re-lints just the posts that refer to it.
 */
export class SiteLinter {
  readonly #problems = new Map<SitePath, readonly Problem[]>();
  readonly #lookedUp = new Map<SitePath, ReadonlySet<string>>();
  readonly #dependents = new Map<string, Set<SitePath>>();

  problemsOf(path: SitePath): readonly Problem[] {
    return this.#problems.get(path) ?? [];
  }

  /** The posts that have been judged. */
  paths(): Iterable<SitePath> {
    return this.#problems.keys();
  }

  /** Judges one post of this snapshot anew; a post that isn't there any more has no problems. */
  lint(path: SitePath, site: Site, now: number): readonly Problem[] {
    this.#forget(path);
    const post = site.posts.get(path);
    if (!post) return [];
    const context = new PostContext(post, site, now);
    const problems = lint(context);
    this.#problems.set(path, problems);
    this.#lookedUp.set(path, context.lookedUp);
    for (const key of context.lookedUp) {
      const dependents = this.#dependents.get(key);
      if (dependents) dependents.add(path);
      else this.#dependents.set(key, new Set([path]));
    }
    return problems;
  }

  /** The posts whose problems depend on this file being there or not, in any letter case. */
  dependentsOf(file: SitePath): ReadonlySet<SitePath> {
    return this.#dependents.get(fold(file)) ?? new Set();
  }

  #forget(path: SitePath): void {
    for (const key of this.#lookedUp.get(path) ?? []) this.#dependents.get(key)?.delete(path);
    this.#lookedUp.delete(path);
    this.#problems.delete(path);
  }
}
