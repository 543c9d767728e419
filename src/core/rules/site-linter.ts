import type { Post } from '../post/post.ts';
import type { RemoteQuestion } from '../remote/remote-address.ts';
import { anchorsOf } from '../site/anchors.ts';
import { buildIndexOf } from '../site/build-index.ts';
import { fold } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import { servedFrom } from '../site/served.ts';
import type { Site } from '../site/site.ts';
import { PostContext } from './context.ts';
import { Dependents } from './dependents.ts';
import { lint } from './lint.ts';
import type { Problem } from './rule.ts';

const NONE: readonly Problem[] = [];

/**
 * The problems of a site's posts, kept from one snapshot to the next. It remembers which files and which answers of
 * other servers each post's problems depend on, so that a new image re-lints just the posts that refer to it.
 */
export class SiteLinter {
  readonly #problems = new Map<SitePath, readonly Problem[]>();
  readonly #files = new Dependents<string>();
  readonly #questions = new Dependents<RemoteQuestion>();
  /** The built files of each post as they were when it was judged last. */
  readonly #outputs = new Map<SitePath, readonly string[]>();
  readonly #anchors = new Map<SitePath, string>();
  #unseen = new Set<SitePath>();
  #stale = new Set<SitePath>();

  problemsOf(path: SitePath): readonly Problem[] {
    return this.#problems.get(path) ?? NONE;
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
    for (const image of context?.unseenImages ?? []) this.#unseen.add(image);
    this.#followAddress(path, site);
    this.#followAnchors(path, post, site);
    return problems;
  }

  /**
   * The posts whose problems no longer hold because of what became of the posts that were judged since the last call:
   * they link to a page that came, went, or lost a heading.
   */
  takeStale(): ReadonlySet<SitePath> {
    const stale = this.#stale;
    this.#stale = new Set();
    return stale;
  }

  /** The images that posts refer to, and at whose files nobody has looked since the last call. */
  takeUnseenImages(): ReadonlySet<SitePath> {
    const unseen = this.#unseen;
    this.#unseen = new Set();
    return unseen;
  }

  #followAddress(path: SitePath, site: Site): void {
    if (!site.jigsaw) return;
    const index = buildIndexOf(site, site.jigsaw);
    // Whoever is judged in this first snapshot finds all of its posts there.
    if (this.#outputs.size === 0)
      for (const each of site.posts.keys()) this.#outputs.set(each, index.possibleOf(each));
    const before = this.#outputs.get(path) ?? [];
    const now = site.posts.has(path) ? index.possibleOf(path) : [];
    if (before === now) return;
    if (site.posts.has(path)) this.#outputs.set(path, now);
    else this.#outputs.delete(path);
    const source = servedFrom(site);
    for (const output of before) if (!now.includes(output)) this.#addStale(`${source}${output}`);
    for (const output of now) if (!before.includes(output)) this.#addStale(`${source}${output}`);
  }

  /** Others look a post's text up only for its headings. */
  #followAnchors(path: SitePath, post: Post | undefined, site: Site): void {
    if (this.#files.of(fold(path)).size === 0) return;
    const now = post ? [...anchorsOf(post, site)].join(' ') : '';
    if (this.#anchors.get(path) === now) return;
    this.#anchors.set(path, now);
    this.#addStale(path);
  }

  #addStale(file: string): void {
    for (const path of this.#files.of(fold(file))) this.#stale.add(path);
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
