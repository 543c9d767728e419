import * as vscode from 'vscode';
import { fieldOf } from '../../core/post/fields.ts';
import { parsePost } from '../../core/post/parse-post.ts';
import type { Post } from '../../core/post/post.ts';
import { lintPost } from '../../core/rules/lint.ts';
import type { Problem } from '../../core/rules/rule.ts';
import type { SitePath } from '../../core/site/files.ts';
import { textOf } from '../document-text.ts';
import { stackOf } from '../stack-of.ts';
import {
  bringsSite,
  type FoundSite,
  findWorkspaceSites,
  isAround,
  tellsOfSite,
} from './find-workspace-sites.ts';
import { SiteFolder } from './site-folder.ts';

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

/** How long the disk rests before sites are looked for anew, in milliseconds. */
const SEARCH_REST = 300;

/** Knows the workspace's sites and keeps them true to what is in the editor and on the disk. */
export class Desk implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #timers = new Map<string, number>();
  #searching: number | undefined;
  #open: { readonly folder: SiteFolder; readonly watching: vscode.Disposable }[] = [];
  #found: Promise<void> = Promise.resolve();
  #hasSearched = false;
  /** What happened on the disk while sites were being read: they may have read it before. */
  #missed: vscode.Uri[] | undefined;

  /** Fires with the documents and files whose problems were judged anew. */
  readonly onDidLint = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#disposables.push(
      this.#changed,
      watcher,
      watcher.onDidCreate((uri) => this.#onDisk(uri, 'created')),
      watcher.onDidChange((uri) => this.#onDisk(uri, 'changed')),
      watcher.onDidDelete((uri) => this.#onDisk(uri, 'deleted')),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#onRenamed(files)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#rest(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.#rest(document, true)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.#closed(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
    );
  }

  get folders(): readonly SiteFolder[] {
    return this.#open.map(({ folder }) => folder);
  }

  /** Looks for the workspace's sites anew, and reads those that weren't there. */
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

  /** Every post and settings file of every site, and the open documents. */
  *uris(): Iterable<vscode.Uri> {
    for (const folder of this.folders) yield* urisIn(folder);
    for (const { uri } of vscode.workspace.textDocuments) if (!this.folderOf(uri)) yield uri;
  }

  folderOf(uri: vscode.Uri): SiteFolder | undefined {
    return this.folders.find((folder) => folder.pathOf(uri) !== undefined);
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
    return fieldOf(post, 'extends') ? { post, folder: undefined } : undefined;
  }

  /** What was found in a document when it was judged last; undefined where that is still to come, and for no post. */
  problemsOf(document: vscode.TextDocument): readonly Problem[] | undefined {
    const found = this.lookUp(document);
    return found && problemsIn(found);
  }

  /** A document with the problems of its present text, once that is judged; undefined when it can't be, or is no post. */
  async judged(document: vscode.TextDocument): Promise<JudgedPost | undefined> {
    await this.#found;
    for (;;) {
      const found = this.lookUp(document);
      if (!found?.folder?.isWaiting(found.post.path))
        return found && { ...found, problems: problemsIn(found) ?? [] };
      if (!(await found.folder.judged(found.post.path))) return undefined;
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    clearTimeout(this.#searching);
    for (const { folder, watching } of this.#open) vscode.Disposable.from(folder, watching).dispose();
    this.#open = [];
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #find(): Promise<void> {
    const missed: vscode.Uri[] = [];
    this.#missed = missed;
    let come: readonly SiteFolder[];
    try {
      come = await this.#findAnew();
    } finally {
      this.#missed = undefined;
    }
    for (const uri of missed) {
      const folder = this.folderOf(uri);
      if (folder && come.includes(folder)) void this.#lookAt(uri);
    }
  }

  /** @returns the sites that weren't there before */
  async #findAnew(): Promise<readonly SiteFolder[]> {
    const sites = await findWorkspaceSites();
    const isStill = ({ folder }: { readonly folder: SiteFolder }) =>
      sites.some(
        ({ root, generator }) => root.toString() === folder.root.toString() && generator === folder.generator,
      );
    const kept = this.#open.filter(isStill);
    const known = new Set(kept.map(({ folder }) => folder.root.toString()));
    const come: SiteFolder[] = [];
    for (const site of sites) {
      const folder = known.has(site.root.toString()) ? undefined : await this.#read(site);
      if (folder) come.push(folder);
    }
    const gone = this.#open.filter((each) => !isStill(each));
    // What was open before anybody listened has been told of to nobody.
    const isFirst = !this.#hasSearched;
    this.#hasSearched = true;
    if (come.length + gone.length === 0 && !isFirst) return come;
    const concerned = vscode.workspace.textDocuments.map(({ uri }) => uri);
    for (const { folder } of gone) concerned.push(...urisIn(folder));
    for (const { folder, watching } of gone) vscode.Disposable.from(folder, watching).dispose();
    this.#open = [...kept, ...come.map((folder) => ({ folder, watching: this.#watch(folder) }))];
    for (const folder of come) folder.start();
    this.#changed.fire(concerned);
    return come;
  }

  /** Reads a site. One that can't be read is logged and left out: the others are there all the same. */
  async #read({ root, generator }: FoundSite): Promise<SiteFolder | undefined> {
    const started = Date.now();
    try {
      const folder = await SiteFolder.open(root, generator, this.#log);
      const { posts } = folder.site;
      this.#log.info(`${root.toString(true)}: ${posts.size} posts, read in ${Date.now() - started} ms.`);
      return folder;
    } catch (error) {
      this.#log.error(`${root.toString(true)}: ${stackOf(error)}`);
      return undefined;
    }
  }

  #watch(folder: SiteFolder): vscode.Disposable {
    const linted = folder.onDidLint((paths) => this.#changed.fire(paths.map((path) => folder.uriOf(path))));
    if (vscode.workspace.getWorkspaceFolder(folder.root)) return linted;
    // The site lies around the folder that is open, where the workspace's watcher sees nothing.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder.root, '**/*'));
    const look = (uri: vscode.Uri) => void this.#lookAt(uri);
    return vscode.Disposable.from(
      linted,
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete(look),
    );
  }

  #onDisk(uri: vscode.Uri, what: 'created' | 'changed' | 'deleted'): void {
    this.#missed?.push(uri);
    void this.#lookAt(uri);
    if (what === 'deleted' && this.folders.some(({ root }) => isAround(uri, root))) this.#search();
    else if (tellsOfSite(uri)) this.#search();
    else if (what === 'created' && !this.folderOf(uri))
      void bringsSite(uri).then((isSo) => isSo && this.#search());
  }

  /** The watcher tells of both ends too, but late and one by one: until then a post would seem to be there twice. */
  #onRenamed(files: vscode.FileRenameEvent['files']): void {
    for (const { oldUri, newUri } of files) for (const uri of [oldUri, newUri]) this.#lookAt(uri);
  }

  #search(): void {
    clearTimeout(this.#searching);
    this.#searching = setTimeout(() => void this.refresh(), SEARCH_REST);
  }

  async #lookAt(uri: vscode.Uri): Promise<void> {
    const folder = this.folderOf(uri);
    const path = folder?.pathOf(uri);
    if (path !== undefined) await folder?.changeFile(path);
  }

  /** Where only open files have problems, a closed one has none. */
  async #closed(document: vscode.TextDocument): Promise<void> {
    // Asked now: where its language was changed, it is about to be opened in another one.
    const isPost = isPostLanguage(document);
    // A site that is being read may have taken over a text that nobody has saved.
    await this.#found;
    await this.#lookAt(document.uri);
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
      setTimeout(async () => {
        this.#timers.delete(key);
        await this.#found;
        if (document.isClosed) return;
        const folder = this.folderOf(document.uri);
        const path = folder?.pathOf(document.uri);
        if (folder && path !== undefined) {
          folder.changeText(path, textOf(document));
          if (isOpened) folder.hurry(path);
        }
        if (folder ? isOpened : isPostLanguage(document)) this.#changed.fire([document.uri]);
      }, rest),
    );
  }
}

function isPostLanguage(document: vscode.TextDocument): boolean {
  return vscode.languages.match(POSTS, document) > 0;
}

/** A lone post is judged at once: it needs nothing but itself. */
function problemsIn({ post, folder }: DeskPost): readonly Problem[] | undefined {
  return folder ? folder.judgedProblemsOf(post.path) : lintPost(post, undefined, Date.now());
}

/** A site's posts, and the files that say how it is built. */
function* urisIn(folder: SiteFolder): Iterable<vscode.Uri> {
  const { posts, settings } = folder.site;
  for (const path of posts.keys()) yield folder.uriOf(path);
  for (const { path } of settings) yield folder.uriOf(path);
}
