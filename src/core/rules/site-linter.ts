import type { Post } from '../post/post.ts';
import type { RemoteQuestion } from '../remote/remote-address.ts';
import { anchorsOf } from '../site/anchors.ts';
import { buildIndexOf, indexing } from '../site/build-index.ts';
import type { Change } from '../site/change.ts';
import { fold, folderOf } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import { servedFrom } from '../site/served.ts';
import { countingIn, type Site } from '../site/site.ts';
import { folderKey, PostContext } from './context.ts';
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
  /** The built files of each post as they were when it was judged last. */
  readonly #outputs = new Map<SitePath, readonly string[]>();
  readonly #anchors = new Map<SitePath, string>();
  #unseen = new Set<SitePath>();
  #stale = new Set<SitePath>();
  readonly #onBug: (error: unknown, path: SitePath) => void;

  /** @param onBug is told what a rule threw, so that the other posts are judged all the same. */
  constructor(onBug: (error: unknown, path: SitePath) => void) {
    this.#onBug = onBug;
  }

  /** What was found in a post when it was judged last; undefined where it never was, or couldn't be. */
  problemsOf(path: SitePath): readonly Problem[] | undefined {
    return this.#problems.get(path);
  }

  /** The paths that are to be judged anew after a change. */
  concernedBy({ paths, files }: Change, site: Site): ReadonlySet<SitePath> {
    const concerned = new Set(paths === 'all' ? this.#all(site) : paths);
    for (const file of files) {
      // A settings file may be gone.
      if (paths === 'all') concerned.add(file);
      for (const key of keysOf(file)) for (const post of this.#files.of(key)) concerned.add(post);
    }
    return concerned;
  }

  /** Works out in short steps what all posts together need, so that the first of them isn't long in coming. */
  *prepare(site: Site): Generator<void> {
    const { jigsaw } = site;
    if (jigsaw) yield* indexing(site, jigsaw);
    for (const { name } of jigsaw?.collections ?? []) yield* countingIn(site, name);
  }

  /** Judges one post of this snapshot anew; a post that isn't there any more has no problems. */
  lint(path: SitePath, site: Site, now: number): readonly Problem[] {
    this.#problems.delete(path);
    try {
      this.#judge(path, site, now);
    } catch (error) {
      this.#onBug(error, path);
    }
    return this.problemsOf(path) ?? [];
  }

  #judge(path: SitePath, site: Site, now: number): void {
    const post = site.posts.get(path);
    const context = post && new PostContext(post, site, now);
    if (context) this.#problems.set(path, lint(context));
    this.#files.set(path, context?.lookedUp ?? new Set());
    this.#questions.set(path, context?.remoteQuestions ?? new Set());
    for (const image of context?.unseenImages ?? []) this.#unseen.add(image);
    this.#followAddress(path, site);
    this.#followAnchors(path, post, site);
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

  /** The posts, those that were there before, and the files that say how the site is built. */
  #all({ posts, settings }: Site): Iterable<SitePath> {
    return [...posts.keys(), ...this.#problems.keys(), ...settings.map(({ path }) => path)];
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

/** What may have been looked up for which a file counts: itself, and each folder that it lies in. */
function* keysOf(file: SitePath): Iterable<string> {
  yield fold(file);
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) yield folderKey(folder);
}
