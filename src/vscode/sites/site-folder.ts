import * as vscode from 'vscode';
import type { Post } from '../../core/post/post.ts';
import type { RemoteQuestion } from '../../core/remote/remote-address.ts';
import { ruleIds } from '../../core/rules/registry.ts';
import type { Problem } from '../../core/rules/rule.ts';
import { SiteLinter } from '../../core/rules/site-linter.ts';
import type { Change } from '../../core/site/change.ts';
import type { SitePath } from '../../core/site/files.ts';
import type { Generator } from '../../core/site/find-sites.ts';
import { isPostText } from '../../core/site/posts.ts';
import type { Site } from '../../core/site/site.ts';
import { SiteStore } from '../../core/site/site-store.ts';
import { Turn } from '../turn.ts';
import { stackOf } from '../unattended.ts';
import { WorkLoop } from '../work-loop.ts';
import { Disk } from './disk.ts';

/** How long a text that is being typed rests before it is judged, in milliseconds: until then the preview comes first. */
const REST = 80;

/** One site of the workspace: its snapshot, its problems, and the work of keeping both true. */
export class SiteFolder implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly generator: Generator;
  readonly #log: vscode.LogOutputChannel;
  readonly #store: SiteStore;
  readonly #linter = new SiteLinter((error, path) => this.#note(error, path));
  readonly #changed = new vscode.EventEmitter<readonly SitePath[]>();
  #waiting: Set<SitePath> = new Set();
  /** Posts that are judged once more, after those that wait, because somebody asked for all. */
  #again: Set<SitePath> = new Set();
  readonly #logged = new Set<string>();
  #updating: Promise<unknown> = Promise.resolve();
  readonly #judging = new WorkLoop({
    isLeft: () => this.#waiting.size + this.#again.size > 0 && !this.#closed,
    step: (turn) => this.#judgeSome(turn),
    onBug: (error) => {
      this.#preparing = undefined;
      this.#note(error);
    },
  });
  /** What all posts of a snapshot need, as far as it is worked out. */
  #preparing: { readonly site: Site; readonly steps: Iterator<void> } | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** Fires with the posts whose problems were judged anew. */
  readonly onDidLint = this.#changed.event;

  private constructor(
    root: vscode.Uri,
    generator: Generator,
    store: SiteStore,
    log: vscode.LogOutputChannel,
  ) {
    this.root = root;
    this.generator = generator;
    this.#store = store;
    this.#log = log;
  }

  /** Reads a site. Its posts are judged from `start` on, which is called once somebody listens. */
  static async open(
    root: vscode.Uri,
    generator: Generator,
    log: vscode.LogOutputChannel,
  ): Promise<SiteFolder> {
    const store = await SiteStore.open(new Disk(root), generator, ruleIds);
    return new SiteFolder(root, generator, store, log);
  }

  start(): void {
    this.#judge({ paths: 'all', files: new Set() });
  }

  get site(): Site {
    return this.#store.site;
  }

  /** The path of a file of this site, or of a folder; undefined for one that lies outside. */
  pathOf(uri: vscode.Uri): SitePath | undefined {
    const root = `${this.root.path.replace(/\/$/, '')}/`;
    const isInside = uri.scheme === this.root.scheme && uri.authority === this.root.authority;
    return isInside && uri.path.startsWith(root) ? (uri.path.slice(root.length) as SitePath) : undefined;
  }

  uriOf(path: SitePath): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }

  /** What was found in a post when it was judged last; undefined where it never was. */
  judgedProblemsOf(path: SitePath): readonly Problem[] | undefined {
    return this.#linter.problemsOf(path);
  }

  /** Whether a post is still to be judged as it is now. */
  isWaiting(path: SitePath): boolean {
    return this.#waiting.has(path);
  }

  /** Has a post that waits judged before all others. */
  hurry(path: SitePath): void {
    if (this.#waiting.has(path)) this.#waiting = new Set([path, ...this.#waiting]);
  }

  /** Resolves when a post is judged as it is now. @returns false when it can't be */
  async judged(path: SitePath): Promise<boolean> {
    this.hurry(path);
    this.#judging.start();
    const turn = new Turn();
    while (this.#judging.isRunning && this.#waiting.has(path)) await turn.next();
    return !this.#waiting.has(path);
  }

  /**
   * The post as this text says it; the present snapshot's own when the text is the same. Another text is judged once it
   * rests: who asks while a writer types wants to show it first.
   */
  postOf(path: SitePath, text: string): Post | undefined {
    const known = this.site.posts.get(path);
    if (known?.text === text || !(known || isPostText(path, text, this.site))) return known;
    this.#lineUp(this.#store.changeText(path, text));
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#judging.start(), REST);
    return this.site.posts.get(path);
  }

  /** Whether much may depend on a file, so that it is better left to rest while it is being written. */
  concernsMany(path: SitePath): boolean {
    return this.#store.isSettings(path) || this.#store.isTemplate(path);
  }

  /** Takes over what an editor shows. */
  changeText(path: SitePath, text: string): void {
    if (this.#store.isSettings(path)) void this.changeFile(path);
    else this.#judge(this.#store.changeText(path, text));
  }

  /** Looks anew at a file or folder to which something happened on the disk; resolves when that is known. */
  changeFile(path: SitePath): Promise<void> {
    const update = this.#store
      .update([path])
      .then((change) => this.#judge(change))
      .catch((error: unknown) => this.#note(error));
    this.#updating = Promise.all([this.#updating, update]);
    return update;
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
    if (!before || !remote) this.start();
    else {
      const changed = [...remote].filter(([question, answer]) => before.get(question)?.kind !== answer.kind);
      const paths = new Set(changed.flatMap(([question]) => [...this.#linter.askersOf(question)]));
      this.#judge({ paths, files: new Set() });
    }
  }

  /** Resolves when nothing is left to read and to judge. */
  async settled(): Promise<void> {
    for (let before: unknown; before !== this.#updating; ) {
      before = this.#updating;
      await before;
    }
    await this.#judging.finished();
  }

  /**
   * Judges every post anew, in slices.
   * @param goOn is told how many posts are done, and says whether to go on.
   * @returns how many posts were judged, out of how many.
   */
  async checkAll(
    goOn: (done: number, total: number) => boolean,
  ): Promise<{ readonly done: number; readonly total: number }> {
    this.#again = new Set(this.#linter.concernedBy({ paths: 'all', files: new Set() }, this.site));
    const { size } = this.#again;
    // The site's own files are judged with its posts, and not counted.
    const total = this.site.posts.size;
    const done = () => Math.min(size - this.#again.size, total);
    const turn = new Turn();
    this.#judging.start();
    while (this.#judging.isRunning && goOn(done(), total)) await turn.next();
    const judged = { done: done(), total };
    this.#again.clear();
    return judged;
  }

  dispose(): void {
    this.#closed = true;
    clearTimeout(this.#resting);
    this.#changed.dispose();
  }

  #judge(change: Change): void {
    this.#lineUp(change);
    this.#judging.start();
  }

  /** Lines up what a change concerns. */
  #lineUp(change: Change): void {
    const paths = this.#linter.concernedBy(change, this.site);
    if (paths.size === 0) return;
    // What the writer looks at comes first.
    const open = vscode.workspace.textDocuments.map(({ uri }) => this.pathOf(uri));
    const first = open.flatMap((path) => (path !== undefined && paths.has(path) ? [path] : []));
    this.#waiting = new Set([...first, ...this.#waiting, ...paths]);
  }

  /** Judges as many posts as a turn has time for, once all is worked out that they need. */
  async #judgeSome(turn: Turn): Promise<void> {
    const judged: SitePath[] = [];
    const isReady = this.#prepare(turn);
    for (const posts of [this.#waiting, this.#again]) {
      for (const path of posts) {
        if (!isReady || turn.isOver) break;
        this.#waiting.delete(path);
        this.#again.delete(path);
        this.#linter.lint(path, this.site, Date.now());
        for (const stale of this.#linter.takeStale()) this.#waiting.add(stale);
        judged.push(path);
      }
    }
    if (judged.length > 0) this.#changed.fire(judged);
    if (this.#waiting.size === 0) await this.#lookAtImages();
  }

  /** Goes on with what all posts of the present snapshot need. @returns whether that is there */
  #prepare(turn: Turn): boolean {
    const { site } = this;
    if (this.#preparing?.site !== site) this.#preparing = { site, steps: this.#linter.prepare(site) };
    while (!turn.isOver) if (this.#preparing.steps.next().done) return true;
    return false;
  }

  /** Looks at the images that posts refer to, once all else is told. */
  async #lookAtImages(): Promise<void> {
    const unseen = this.#linter.takeUnseenImages();
    if (unseen.size === 0 || this.#closed) return;
    const files = new Set(await this.#store.lookAtImages(unseen));
    const concerned = this.#linter.concernedBy({ paths: new Set(), files }, this.site);
    this.#waiting = new Set([...this.#waiting, ...concerned]);
  }

  /** Logs a bug once, however many posts bring it out. */
  #note(error: unknown, path?: SitePath): void {
    const what = stackOf(error);
    if (this.#logged.has(what)) return;
    this.#logged.add(what);
    this.#log.error(path === undefined ? what : `${this.uriOf(path).toString(true)}: ${what}`);
  }
}
