import * as vscode from 'vscode';
import { stackOf, unattended } from '../unattended.ts';
import {
  bringsSite,
  type FoundSite,
  findWorkspaceSites,
  isAround,
  tellsOfSite,
} from './find-workspace-sites.ts';
import { SiteFolder } from './site-folder.ts';

/** How long the disk rests before sites are looked for anew, in milliseconds. */
const SEARCH_REST = 300;

/** Finds the workspace's sites, those too that come later, and keeps them true to the disk. */
export class WorkspaceSites implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #disposables: vscode.Disposable[] = [];
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  #searching: number | undefined;
  #open: { readonly folder: SiteFolder; readonly watching: vscode.Disposable }[] = [];
  #found: Promise<void> = Promise.resolve();
  #hasSearched = false;
  /** What happened on the disk while sites were being read: they may have read it before. */
  #missed: vscode.Uri[] | undefined;

  /** Fires with the files whose problems were judged anew, and with the open documents when a site comes or goes. */
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
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
    );
  }

  get folders(): readonly SiteFolder[] {
    return this.#open.map(({ folder }) => folder);
  }

  /** Looks for the workspace's sites anew, and reads those that weren't there. */
  refresh(): Promise<void> {
    this.#found = this.#found
      .then(() => this.#find())
      .catch((error: unknown) => this.#log.error(stackOf(error)));
    return this.#found;
  }

  /** Resolves when the workspace's sites are read, judged or not. */
  found(): Promise<void> {
    return this.#found;
  }

  folderOf(uri: vscode.Uri): SiteFolder | undefined {
    return this.folders.find((folder) => folder.pathOf(uri) !== undefined);
  }

  /** Looks anew at a file or folder to which something happened; resolves when that is known. */
  async lookAt(uri: vscode.Uri): Promise<void> {
    const folder = this.folderOf(uri);
    const path = folder?.pathOf(uri);
    if (path !== undefined) await folder?.changeFile(path);
  }

  dispose(): void {
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
      if (folder && come.includes(folder)) void this.lookAt(uri);
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
    const look = (uri: vscode.Uri) => void this.lookAt(uri);
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
    void this.lookAt(uri);
    if (what === 'deleted' && this.folders.some(({ root }) => isAround(uri, root))) this.#search();
    else if (tellsOfSite(uri)) this.#search();
    else if (what === 'created' && !this.folderOf(uri))
      unattended(
        this.#log,
        bringsSite(uri).then((isSo) => isSo && this.#search()),
      );
  }

  /** The watcher tells of both ends too, but late and one by one: until then a post would seem to be there twice. */
  #onRenamed(files: vscode.FileRenameEvent['files']): void {
    for (const { oldUri, newUri } of files) for (const uri of [oldUri, newUri]) this.lookAt(uri);
  }

  #search(): void {
    clearTimeout(this.#searching);
    this.#searching = setTimeout(() => void this.refresh(), SEARCH_REST);
  }
}

/** A site's posts, and the files that say how it is built. */
export function* urisIn(folder: SiteFolder): Iterable<vscode.Uri> {
  const { posts, settings } = folder.site;
  for (const path of posts.keys()) yield folder.uriOf(path);
  for (const { path } of settings) yield folder.uriOf(path);
}
