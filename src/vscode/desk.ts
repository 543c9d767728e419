import * as vscode from 'vscode';
import { fieldOf } from '../core/post/fields.ts';
import { parsePost } from '../core/post/parse-post.ts';
import type { Post } from '../core/post/post.ts';
import { lintPost } from '../core/rules/lint.ts';
import type { Problem } from '../core/rules/rule.ts';
import type { SitePath } from '../core/site/files.ts';
import { findSites, generatorOf } from '../core/site/find-sites.ts';
import { Disk } from './disk.ts';
import { textOf } from './document-text.ts';
import { SiteFolder } from './site-folder.ts';

/** A document that is a post. */
export interface DeskPost {
  readonly post: Post;
  /** The site that it belongs to; undefined for a lone post. */
  readonly folder: SiteFolder | undefined;
}

/** Documents in which posts are written. `blade` comes with other extensions. */
export const POSTS: vscode.DocumentSelector = ['markdown', 'html', 'php', 'blade'];

/** Where a lone post may be written: not the old side of a comparison. */
const WRITABLE: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote']);

/** How long a document rests before its problems are judged anew, in milliseconds. */
const REST = 80;

/** Knows the workspace's sites and keeps them true to what is in the editor and on the disk. */
export class Desk implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #timers = new Map<string, number>();
  #open: { readonly folder: SiteFolder; readonly watching: vscode.Disposable }[] = [];
  #found: Promise<void> = Promise.resolve();

  /** Fires with the documents and files whose problems were judged anew. */
  readonly onDidLint = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#disposables.push(
      this.#changed,
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#rest(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#rest(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
    );
  }

  get folders(): readonly SiteFolder[] {
    return this.#open.map(({ folder }) => folder);
  }

  /** Looks for the workspace's sites anew and reads them. */
  refresh(): Promise<void> {
    this.#found = this.#found.then(() => this.#find()).catch((error) => this.#log.error(error));
    return this.#found;
  }

  /** Resolves when the workspace's sites are read, judged or not. */
  found(): Promise<void> {
    return this.#found;
  }

  /** Resolves when the workspace's sites are read and judged. */
  async settled(): Promise<void> {
    await this.#found;
    await Promise.all(this.folders.map((folder) => folder.settled()));
  }

  /** Every post of every site, and the open documents. */
  *uris(): Iterable<vscode.Uri> {
    for (const folder of this.folders) for (const path of folder.site.posts.keys()) yield folder.uriOf(path);
    for (const { uri } of vscode.workspace.textDocuments) if (!this.folderOf(uri)) yield uri;
  }

  folderOf(uri: vscode.Uri): SiteFolder | undefined {
    return this.folders.find((folder) => folder.pathOf(uri) !== undefined);
  }

  /**
   * The post that a document is, as the editor shows it now; undefined for any other document. Outside a site, a text
   * is taken for a post when its front matter names a layout (`extends`): nothing else is surely one.
   */
  lookUp(document: vscode.TextDocument): DeskPost | undefined {
    if (vscode.languages.match(POSTS, document) === 0) return undefined;
    const folder = this.folderOf(document.uri);
    const path = folder?.pathOf(document.uri);
    if (folder && path !== undefined) {
      const post = folder.postOf(path, textOf(document));
      return post && { post, folder };
    }
    if (!WRITABLE.has(document.uri.scheme)) return undefined;
    const post = parsePost(document.uri.path as SitePath, textOf(document));
    return fieldOf(post, 'extends') ? { post, folder: undefined } : undefined;
  }

  /** What is wrong with a document's text as it was last judged. */
  problemsOf(document: vscode.TextDocument): readonly Problem[] {
    const found = this.lookUp(document);
    if (!found) return [];
    return found.folder?.problemsOf(found.post.path) ?? lintPost(found.post, undefined, Date.now());
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#closeFolders();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #find(): Promise<void> {
    const started = Date.now();
    const found: SiteFolder[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const disk = new Disk(uri);
      for (const path of await findSites(disk)) {
        const generator = (await generatorOf(disk, path)) ?? 'other';
        found.push(await SiteFolder.open(vscode.Uri.joinPath(uri, path), generator));
      }
    }
    const before = [...this.uris()];
    this.#closeFolders();
    this.#open = found.map((folder) => ({ folder, watching: this.#watch(folder) }));
    this.#changed.fire([...before, ...this.uris()]);
    for (const { site, root } of found) {
      this.#log.info(`${root.toString(true)}: ${site.posts.size} posts, read in ${Date.now() - started} ms.`);
    }
  }

  #closeFolders(): void {
    for (const { folder, watching } of this.#open) {
      watching.dispose();
      folder.dispose();
    }
    this.#open = [];
  }

  #watch(folder: SiteFolder): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder.root, '**/*'));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => this.#onDisk(folder, uri, 'written')),
      watcher.onDidChange((uri) => this.#onDisk(folder, uri, 'written')),
      watcher.onDidDelete((uri) => this.#onDisk(folder, uri, 'deleted')),
      folder.onDidLint((paths) => this.#changed.fire(paths.map((path) => folder.uriOf(path)))),
    );
  }

  #onDisk(folder: SiteFolder, uri: vscode.Uri, what: 'written' | 'deleted'): void {
    const path = folder.pathOf(uri);
    if (path !== undefined) folder.changeFile(path, what).catch((error) => this.#log.error(error));
  }

  #closed(document: vscode.TextDocument): void {
    const folder = this.folderOf(document.uri);
    if (folder) this.#onDisk(folder, document.uri, 'written');
    else this.#changed.fire([document.uri]);
  }

  /** Takes over a document's text once the writer's fingers rest. */
  #rest(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(async () => {
        this.#timers.delete(key);
        await this.#found;
        if (document.isClosed) return;
        const folder = this.folderOf(document.uri);
        const path = folder?.pathOf(document.uri);
        if (folder && path !== undefined) folder.changeText(path, textOf(document));
        else this.#changed.fire([document.uri]);
      }, REST),
    );
  }
}
