import * as vscode from 'vscode';
import type { Post } from '../core/post/post.ts';
import type { RemoteQuestion } from '../core/remote/remote-address.ts';
import { ruleIds } from '../core/rules/registry.ts';
import type { Problem } from '../core/rules/rule.ts';
import { SiteLinter } from '../core/rules/site-linter.ts';
import type { SitePath } from '../core/site/files.ts';
import type { Site } from '../core/site/site.ts';
import { type Affected, SiteStore } from '../core/site/site-store.ts';
import { Disk } from './disk.ts';

/** How long the extension host may be busy with us before others get their turn, in milliseconds. */
const SLICE = 8;

/** One site of the workspace: its snapshot, its problems, and the work of keeping both true. */
export class SiteFolder implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly #store: SiteStore;
  readonly #linter = new SiteLinter();
  readonly #changed = new vscode.EventEmitter<readonly SitePath[]>();
  readonly #waiting = new Set<SitePath>();
  #linting: Promise<void> | undefined;
  #closed = false;

  /** Fires with the posts whose problems were judged anew. */
  readonly onDidLint = this.#changed.event;

  private constructor(root: vscode.Uri, store: SiteStore) {
    this.root = root;
    this.#store = store;
  }

  static async open(root: vscode.Uri, generator: 'jigsaw' | 'other'): Promise<SiteFolder> {
    const folder = new SiteFolder(root, await SiteStore.open(new Disk(root), generator, ruleIds));
    folder.#judge('all');
    return folder;
  }

  get site(): Site {
    return this.#store.site;
  }

  /** The path of a file of this site; undefined for one that lies outside. */
  pathOf(uri: vscode.Uri): SitePath | undefined {
    const root = `${this.root.path.replace(/\/$/, '')}/`;
    const isInside = uri.scheme === this.root.scheme && uri.authority === this.root.authority;
    return isInside && uri.path.startsWith(root) ? (uri.path.slice(root.length) as SitePath) : undefined;
  }

  uriOf(path: SitePath): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }

  /** What is wrong with a post's present text, though it may still wait for its turn. */
  problemsOf(path: SitePath): readonly Problem[] {
    if (this.#waiting.delete(path)) {
      this.#linter.lint(path, this.site, Date.now());
      this.#judge(this.#linter.takeStale());
      setTimeout(() => this.#changed.fire([path]));
    }
    return this.#linter.problemsOf(path);
  }

  /** What was found in a post when it was last judged; at once, and nothing for one that still waits for its first turn. */
  judgedProblemsOf(path: SitePath): readonly Problem[] {
    return this.#linter.problemsOf(path);
  }

  /** The post as this text says it; the present snapshot's own when the text is the same. */
  postOf(path: SitePath, text: string): Post | undefined {
    if (this.site.posts.get(path)?.text !== text) this.changeText(path, text);
    return this.site.posts.get(path);
  }

  changeText(path: SitePath, text: string): void {
    this.#judge(this.#store.changeText(path, text));
  }

  /** What the posts want to know of other servers; nothing while nobody is asked. */
  get remoteQuestions(): Iterable<RemoteQuestion> {
    return this.#linter.questions;
  }

  /** Takes over what other servers answered, or that nobody is asked (undefined). */
  setRemote(remote: Site['remote']): void {
    const before = this.site.remote;
    if (before === remote) return;
    this.#store.setRemote(remote);
    if (!before || !remote) this.#judge('all');
    else {
      const changed = [...remote].filter(([question, answer]) => before.get(question)?.kind !== answer.kind);
      this.#judge(new Set(changed.flatMap(([question]) => [...this.#linter.askersOf(question)])));
    }
  }

  /** Takes over what happened on the disk to one file. */
  async changeFile(path: SitePath, what: 'written' | 'deleted'): Promise<void> {
    const dependents = this.#linter.dependentsOf(path);
    const affected =
      what === 'deleted' ? await this.#store.deleteFile(path) : await this.#store.readFile(path);
    this.#judge(affected);
    this.#judge(dependents);
  }

  /** Resolves when nothing is left to judge. */
  async settled(): Promise<void> {
    while (this.#linting) await this.#linting;
  }

  /**
   * Judges every post anew, in slices.
   * @param goOn is told how many posts are done, and says whether to go on.
   * @returns whether all of them were judged.
   */
  async checkAll(goOn: (done: number, total: number) => boolean): Promise<boolean> {
    const paths = [...new Set(this.#paths())];
    for (let at = 0; at < paths.length; ) {
      if (this.#closed || !goOn(at, paths.length)) return false;
      const judged: SitePath[] = [];
      for (const stop = Date.now() + SLICE; at < paths.length && Date.now() < stop; at += 1) {
        const path = paths[at];
        if (path === undefined) continue;
        this.#waiting.delete(path);
        this.#linter.lint(path, this.site, Date.now());
        judged.push(path);
      }
      this.#changed.fire(judged);
      await new Promise<void>((resolve) => setTimeout(resolve));
    }
    return true;
  }

  dispose(): void {
    this.#closed = true;
    this.#changed.dispose();
  }

  #judge(affected: Affected): void {
    for (const path of affected === 'all' ? this.#paths() : affected) this.#waiting.add(path);
    if (this.#waiting.size > 0)
      this.#linting ??= this.#work().finally(() => {
        this.#linting = undefined;
      });
  }

  /** The posts, those that were there before, and the files that say how the site is built. */
  #paths(): Iterable<SitePath> {
    return [
      ...this.site.posts.keys(),
      ...this.#linter.paths(),
      ...this.site.settings.map(({ path }) => path),
    ];
  }

  /** Looks at the images that posts refer to, once all else is told. */
  async #lookAtImages(): Promise<void> {
    const unseen = this.#linter.takeUnseenImages();
    if (unseen.size === 0 || this.#closed) return;
    for (const image of await this.#store.lookAtImages(unseen)) {
      for (const path of this.#linter.dependentsOf(image)) this.#waiting.add(path);
    }
  }

  async #work(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#closed) {
      const judged: SitePath[] = [];
      for (const stop = Date.now() + SLICE; this.#waiting.size > 0 && Date.now() < stop; ) {
        const [path] = this.#waiting;
        if (path === undefined) break;
        this.#waiting.delete(path);
        this.#linter.lint(path, this.site, Date.now());
        for (const stale of this.#linter.takeStale()) this.#waiting.add(stale);
        judged.push(path);
      }
      this.#changed.fire(judged);
      await new Promise<void>((resolve) => setTimeout(resolve));
      if (this.#waiting.size === 0) await this.#lookAtImages();
    }
  }
}
