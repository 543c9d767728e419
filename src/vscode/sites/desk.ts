import * as vscode from 'vscode';
import { parsePost } from '../../core/post/parse-post.ts';
import type { Post } from '../../core/post/post.ts';
import { lintPost } from '../../core/rules/lint.ts';
import type { Problem } from '../../core/rules/rule.ts';
import type { SitePath } from '../../core/site/files.ts';
import { isLonePost } from '../../core/site/posts.ts';
import { textOf } from '../document-text.ts';
import { unattended } from '../unattended.ts';
import type { SiteFolder } from './site-folder.ts';
import { urisIn, WorkspaceSites } from './workspace-sites.ts';

/** A document that is a post. */
export interface DeskPost {
  readonly post: Post;
  /** The site that it belongs to; undefined for a lone post. */
  readonly folder: SiteFolder | undefined;
}

/** A post and what is wrong with it. */
export interface JudgedPost extends DeskPost {
  readonly problems: readonly Problem[];
}

/** Documents in which posts are written. `blade` comes with other extensions. */
export const POSTS: vscode.DocumentSelector = ['markdown', 'html', 'php', 'blade'];

/** Where a lone post may be written: not the old side of a comparison. */
const WRITABLE: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote']);

/** How long a document rests before its problems are judged anew, in milliseconds. */
const REST = 80;

/** The same for a layout or a config, with which all posts are judged anew. */
const LONG_REST = 500;

/** Knows the workspace's sites, keeps them true to what is in the editors, and says of documents what they are. */
export class Desk implements vscode.Disposable {
  readonly #sites: WorkspaceSites;
  readonly #log: vscode.LogOutputChannel;
  readonly #disposables: readonly vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #timers = new Map<string, number>();

  /** Fires with the documents and files whose problems were judged anew. */
  readonly onDidLint = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#sites = new WorkspaceSites(log);
    this.#log = log;
    this.#disposables = [
      this.#changed,
      this.#sites,
      this.#sites.onDidLint((uris) => this.#changed.fire(uris)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#rest(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#rest(document, true)),
      vscode.workspace.onDidCloseTextDocument((document) => unattended(log, this.#closed(document))),
    ];
  }

  get folders(): readonly SiteFolder[] {
    return this.#sites.folders;
  }

  /** Looks for the workspace's sites anew, and reads those that weren't there. */
  refresh(): Promise<void> {
    return this.#sites.refresh();
  }

  /** Resolves when the workspace's sites are read, judged or not. */
  found(): Promise<void> {
    return this.#sites.found();
  }

  /** Resolves when the workspace's sites are read and judged. */
  async settled(): Promise<void> {
    await this.found();
    await Promise.all(this.folders.map((folder) => folder.settled()));
  }

  /** Every post and settings file of every site, and the open documents. */
  *uris(): Iterable<vscode.Uri> {
    for (const folder of this.folders) yield* urisIn(folder);
    for (const { uri } of vscode.workspace.textDocuments) if (!this.folderOf(uri)) yield uri;
  }

  folderOf(uri: vscode.Uri): SiteFolder | undefined {
    return this.#sites.folderOf(uri);
  }

  /**
   * The post that a document is, as the editor shows it now; undefined for any other document. Outside a site, a text
   * is taken for a post when its front matter names a layout (`extends`): nothing else is surely one. A closed document
   * is none: its text no longer follows the file, and would take the place of what is there.
   */
  lookUp(document: vscode.TextDocument): DeskPost | undefined {
    if (document.isClosed || !isPostLanguage(document)) return undefined;
    const folder = this.folderOf(document.uri);
    const path = folder?.pathOf(document.uri);
    if (folder && path !== undefined) {
      const post = folder.postOf(path, textOf(document));
      return post && { post, folder };
    }
    if (!WRITABLE.has(document.uri.scheme)) return undefined;
    // As there is no site, its path starts at the disk's root.
    const post = parsePost(document.uri.path.replace(/^\/+/, '') as SitePath, textOf(document));
    return isLonePost(post) ? { post, folder: undefined } : undefined;
  }

  /** What was found in a document when it was judged last; undefined where that is still to come, and for no post. */
  problemsOf(document: vscode.TextDocument): readonly Problem[] | undefined {
    const found = this.lookUp(document);
    return found && problemsIn(found);
  }

  /** A document with the problems of its present text, once that is judged; undefined when it can't be, or is no post. */
  async judged(document: vscode.TextDocument): Promise<JudgedPost | undefined> {
    await this.found();
    for (;;) {
      const found = this.lookUp(document);
      if (!found?.folder?.isWaiting(found.post.path))
        return found && { ...found, problems: problemsIn(found) ?? [] };
      if (!(await found.folder.judged(found.post.path))) return undefined;
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Where only open files have problems, a closed one has none. */
  async #closed(document: vscode.TextDocument): Promise<void> {
    // Asked now: where its language was changed, it is about to be opened in another one.
    const isPost = isPostLanguage(document);
    // A site that is being read may have taken over a text that nobody has saved.
    await this.found();
    await this.#sites.lookAt(document.uri);
    if (isPost || this.folderOf(document.uri)) this.#changed.fire([document.uri]);
  }

  /** Takes over a document's text once the writer's fingers rest. */
  #rest(document: vscode.TextDocument, isOpened = false): void {
    const key = document.uri.toString();
    const owner = this.folderOf(document.uri);
    const own = owner?.pathOf(document.uri);
    const rest = own !== undefined && owner?.concernsMany(own) ? LONG_REST : REST;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        unattended(this.#log, this.#takeOver(document, isOpened));
      }, rest),
    );
  }

  async #takeOver(document: vscode.TextDocument, isOpened: boolean): Promise<void> {
    await this.found();
    if (document.isClosed) return;
    const folder = this.folderOf(document.uri);
    const path = folder?.pathOf(document.uri);
    if (folder && path !== undefined) {
      folder.changeText(path, textOf(document));
      if (isOpened) folder.hurry(path);
    }
    if (folder ? isOpened : isPostLanguage(document)) this.#changed.fire([document.uri]);
  }
}

/** Whether posts are written in a document's language. */
export function isPostLanguage(document: vscode.TextDocument): boolean {
  return vscode.languages.match(POSTS, document) > 0;
}

/** A lone post is judged at once: it needs nothing but itself. */
function problemsIn({ post, folder }: DeskPost): readonly Problem[] | undefined {
  return folder ? folder.judgedProblemsOf(post.path) : lintPost(post, undefined, Date.now());
}
