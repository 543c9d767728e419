import type { RemoteQuestion } from '../remote/remote-address.ts';
import { fold } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';
import { PostContext } from './context.ts';
import { Dependents } from './dependents.ts';
import { lint } from './lint.ts';
import type { Problem } from './rule.ts';

/**
 * The problems of a site's posts, kept from one snapshot to the next. It remembers which files and which answers of
 * other servers each post's problems depend on, so that a new image re-lints just the posts that refer to it.
 */
export class SiteLinter {
  readonly #problems = new Map<SitePath, readonly Problem[]>();
  readonly #files = new Dependents<string>();
  readonly #questions = new Dependents<RemoteQuestion>();

  problemsOf(path: SitePath): readonly Problem[] {
    return this.#problems.get(path) ?? [];
  }

  /** The posts that have been judged. */
  paths(): Iterable<SitePath> {
    return this.#problems.keys();
  }

  /** Judges one post of this snapshot anew; a post that isn't there any more has no problems. */
  lint(path: SitePath, site: Site, now: number): readonly Problem[] {
    const post = site.posts.get(path);
    const context = post && new PostContext(post, site, now);
    const problems = context ? lint(context) : [];
    if (context) this.#problems.set(path, problems);
    else this.#problems.delete(path);
    this.#files.set(path, context?.lookedUp ?? new Set());
    this.#questions.set(path, context?.remoteQuestions ?? new Set());
    return problems;
  }

  /** The posts whose problems depend on this file being there or not, in any letter case. */
  dependentsOf(file: SitePath): ReadonlySet<SitePath> {
    return this.#files.of(fold(file));
  }

  /** What the posts want to know of other servers. */
  get questions(): Iterable<RemoteQuestion> {
    return this.#questions.keys;
  }

  /** The posts whose problems depend on the answer to this question. */
  askersOf(question: RemoteQuestion): ReadonlySet<SitePath> {
    return this.#questions.of(question);
  }
}
