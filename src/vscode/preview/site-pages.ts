import * as vscode from 'vscode';
import type { Post } from '../../core/post/post.ts';
import { buildFolders } from '../../core/shell/build-folders.ts';
import { BuiltPages } from '../../core/shell/pages.ts';
import { choiceOf } from '../../core/shell/siblings.ts';
import type { Template } from '../../core/shell/template.ts';
import { whyNoPage } from '../../core/shell/why-no-page.ts';
import { isForeign, listFiles, ROOT, type SitePath } from '../../core/site/files.ts';
import { sourceFolder } from '../../core/site/site.ts';
import type { SiteTemplate } from '../../protocol/messages.ts';
import { Disk } from '../sites/disk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { type Build, type Dressed, dress } from './dress.ts';

/** What a post is shown in, once it is known. */
export interface Dressing extends Dressed {
  /** Another number for every template. */
  readonly id: number;
}

/** What was found for a post, or is about to be. */
interface Found {
  readonly dressing: Dressing | undefined;
  /** Whether it was looked for in the newest build. */
  readonly isFresh: boolean;
  /** By what a page of another post was chosen then. */
  readonly choice: string;
}

/** How long the disk must rest before a build counts as done, in milliseconds. */
const REST = 600;

/** For how many posts it is kept what they are shown in. */
const MOST_KEPT = 12;

/** The pages of a site's builds: finds for each post the one that it is shown in, until there is a new build. */
export class SitePages implements vscode.Disposable {
  readonly folder: SiteFolder;
  readonly #webview: vscode.Webview;
  readonly #disk: Disk;
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #onChange: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #dressings = new Map<SitePath, Found>();
  #builds: Promise<readonly Build[]> | undefined;
  #folders: readonly SitePath[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;

  /** @param onChange is called when a dressing has become known, or was and is no longer. */
  constructor(
    folder: SiteFolder,
    webview: vscode.Webview,
    onChange: () => void,
    onError: (error: unknown) => void,
  ) {
    this.folder = folder;
    this.#webview = webview;
    this.#disk = new Disk(folder.root);
    this.#onChange = onChange;
    this.#onError = onError;
    this.#watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder.root, '**/*'));
    const written = (uri: vscode.Uri) => this.#written(uri);
    this.#watcher.onDidCreate(written);
    this.#watcher.onDidChange(written);
    this.#watcher.onDidDelete(written);
  }

  /** The folders of the builds that were found: their files are shown. */
  get folders(): readonly SitePath[] {
    return this.#folders;
  }

  /**
   * What a post is shown in; undefined while it is looked for. It may be given another page when it fills other
   * fields than before, or has another date.
   */
  dressingOf(post: Post): Dressing | undefined {
    const found = this.#dressings.get(post.path);
    const { why } = whyNoPage(post, this.folder.site);
    // A mistake in the front matter, which every half-written value is, hides the fields behind it, a missing end all.
    const isHidden = post.frontMatter === undefined || why === 'front-matter' || why === 'layout-missing';
    const isDressed = found?.dressing?.template !== undefined;
    const choice = isDressed && isHidden ? found.choice : `${choiceOf(post)} ${why}`;
    if (found === undefined || !found.isFresh || found.choice !== choice) {
      this.#keep(post.path, { dressing: found?.dressing, isFresh: true, choice });
      this.#find(post, choice).catch((error: unknown) => {
        this.#onError(error);
        this.#give(post, choice, {
          template: undefined,
          status: { kind: 'lost', build: this.#folders[0] ?? ROOT, why: 'not-built' },
        });
      });
    }
    return found?.dressing;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher.dispose();
  }

  #written(uri: vscode.Uri): void {
    const path = this.folder.pathOf(uri);
    if (path === undefined || path.startsWith(`${sourceFolder(this.folder.site)}/`)) return;
    // A folder that goes is told of without what was in it.
    if (path.split('/').some(isForeign) || !/(?:\.(?:html?|css)|(?:^|\/)[^/.]+)$/i.test(path)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#builds = undefined;
      for (const [each, found] of this.#dressings) this.#dressings.set(each, { ...found, isFresh: false });
      this.#onChange();
    }, REST);
  }

  async #find(post: Post, choice: string): Promise<void> {
    this.#builds ??= this.#read();
    const reading = this.#builds;
    const dressed = await dress(post, await reading, {
      folder: this.folder,
      disk: this.#disk,
      addressOf: (path) => this.#webview.asWebviewUri(this.folder.uriOf(path)).toString(),
    });
    const isLatest = this.#dressings.get(post.path)?.choice === choice;
    if (this.#builds === reading && isLatest) this.#give(post, choice, dressed); // Otherwise it is looked for anew.
  }

  #give(post: Post, choice: string, dressed: Dressed): void {
    this.#count += 1;
    this.#keep(post.path, { dressing: { id: this.#count, ...dressed }, isFresh: true, choice });
    this.#onChange();
  }

  /** Keeps what was found last, and of older posts no more than a few: each holds all style sheets of its page. */
  #keep(path: SitePath, found: Found): void {
    this.#dressings.delete(path);
    this.#dressings.set(path, found);
    const [oldest] = this.#dressings.keys();
    if (oldest !== undefined && this.#dressings.size > MOST_KEPT) this.#dressings.delete(oldest);
  }

  async #read(): Promise<readonly Build[]> {
    const folders = await buildFolders(this.folder.site, this.#disk);
    const builds = folders.map(async (folder) => {
      const paths = await listFiles(this.#disk, folder);
      const below = paths.map((path) => path.slice(folder.length + 1));
      return { folder, pages: new BuiltPages(below.filter((path) => /\.html?$/i.test(path))) };
    });
    const read = await Promise.all(builds);
    this.#folders = folders;
    return read;
  }
}

/** A template as the page gets it: what it needs for the look, and nothing of how it was made. */
export function forPage(id: number, template: Template): SiteTemplate {
  const { rootAttributes, bodyAttributes, html, marks, darkClass } = template;
  return { id, rootAttributes, bodyAttributes, html, marks, darkClass, styles: [...template.styles] };
}
