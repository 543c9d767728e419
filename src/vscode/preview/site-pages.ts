import * as vscode from 'vscode';
import type { Post } from '../../core/post/post.ts';
import { buildCommand } from '../../core/shell/build-command.ts';
import { buildFolders } from '../../core/shell/build-folders.ts';
import { BuiltPages } from '../../core/shell/pages.ts';
import { filledFields, siblingsOf } from '../../core/shell/siblings.ts';
import { type BuiltPage, type Template, templateOf } from '../../core/shell/template.ts';
import { isForeign, join, listFiles, ROOT, type SitePath } from '../../core/site/files.ts';
import { sourceFolder } from '../../core/site/site.ts';
import { LineMap } from '../../core/text/line-map.ts';
import type { SiteStatus, SiteTemplate } from '../../protocol/messages.ts';
import { Disk } from '../sites/disk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { bodyHtml } from './compose.ts';
import { factsOf } from './facts.ts';

/** A page of a build to show a post in, or why there is none. */
export interface Dressing {
  /** Another number for every template. */
  readonly id: number;
  readonly template: Template | undefined;
  readonly status: SiteStatus;
}

/** A build on the disk. */
interface Build {
  readonly folder: SitePath;
  readonly pages: BuiltPages;
}

/** A page of a build, and when it was written, in milliseconds since 1970. */
interface PageOnDisk {
  readonly build: Build;
  readonly path: string;
  readonly builtAt: number;
}

/** What was found for a post, or is about to be. */
interface Found {
  readonly dressing: Dressing | undefined;
  /** Whether it was looked for in the newest build. */
  readonly isFresh: boolean;
  /** The fields that the post filled then. */
  readonly fields: string;
}

/** How long the disk must rest before a build counts as done, in milliseconds. */
const REST = 600;

/** How many posts like the one to show are tried. */
const MOST_SIBLINGS = 12;

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
   * What a post is shown in; undefined while it is looked for. A post in the page of another one is given another
   * page when it fills other fields than before.
   */
  dressingOf(post: Post): Dressing | undefined {
    const found = this.#dressings.get(post.path);
    const fields = filledFields(post);
    const status = found?.dressing?.status;
    const isBorrowed = status?.kind === 'built' && status.dressedAs !== undefined;
    if (found === undefined || !found.isFresh || (isBorrowed && found.fields !== fields)) {
      this.#keep(post.path, { dressing: found?.dressing, isFresh: true, fields });
      this.#find(post, fields).catch((error: unknown) => {
        this.#onError(error);
        this.#give(post, fields, {
          template: undefined,
          status: { kind: 'lost', build: this.#folders[0] ?? ROOT },
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

  async #find(post: Post, fields: string): Promise<void> {
    this.#builds ??= this.#read();
    const reading = this.#builds;
    const dressed = await this.#dress(post, await reading);
    if (this.#builds === reading) this.#give(post, fields, dressed); // Otherwise a new build came meanwhile.
  }

  #give(post: Post, fields: string, dressed: Omit<Dressing, 'id'>): void {
    this.#count += 1;
    this.#keep(post.path, { dressing: { id: this.#count, ...dressed }, isFresh: true, fields });
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

  async #dress(post: Post, builds: readonly Build[]): Promise<Omit<Dressing, 'id'>> {
    const [first] = builds;
    if (first === undefined) return { template: undefined, status: await this.#unbuilt() };
    const siblings = siblingsOf(post, this.folder.site).slice(0, MOST_SIBLINGS);
    for (const candidate of [post, ...siblings]) {
      for (const { build, path, builtAt } of await this.#pagesOf(candidate, builds)) {
        const page = await this.#page(candidate, build, path);
        const like = candidate === post ? await this.#like(siblings, build) : undefined;
        const template = page && (await templateOf(page, this.#source(build), like));
        if (page === undefined || template === undefined) continue;
        const dressedAs = candidate === post ? undefined : (page.facts.title ?? candidate.path);
        const remoteStyles = template.remoteStyles.length;
        return { template, status: { kind: 'built', build: build.folder, builtAt, dressedAs, remoteStyles } };
      }
    }
    return { template: undefined, status: { kind: 'lost', build: first.folder } };
  }

  async #unbuilt(): Promise<SiteStatus> {
    const command = this.folder.site.jigsaw ? await buildCommand(this.#disk) : undefined;
    return { kind: 'unbuilt', command };
  }

  /** The pages that may be a post's, those of the newest build first. */
  async #pagesOf(post: Post, builds: readonly Build[]): Promise<readonly PageOnDisk[]> {
    const found = await Promise.all(
      builds.map(async (build) => {
        const pages = build.pages.of(post, this.folder.site).map(async (path) => {
          const { mtime } = await vscode.workspace.fs.stat(this.folder.uriOf(join(build.folder, path)));
          return { build, path, builtAt: mtime };
        });
        const settled = await Promise.allSettled(pages);
        return settled.flatMap((page) => (page.status === 'fulfilled' ? [page.value] : []));
      }),
    );
    return found.sort((a, b) => (b[0]?.builtAt ?? 0) - (a[0]?.builtAt ?? 0)).flat();
  }

  async #like(siblings: readonly Post[], build: Build): Promise<BuiltPage | undefined> {
    for (const sibling of siblings) {
      const [path] = build.pages.of(sibling, this.folder.site);
      const page = path === undefined ? undefined : await this.#page(sibling, build, path);
      if (page) return page;
    }
    return undefined;
  }

  async #page(post: Post, build: Build, path: string): Promise<BuiltPage | undefined> {
    const html = await this.#disk.read(join(build.folder, path));
    if (html === undefined) return undefined;
    const { site } = this.folder;
    return { path, html, body: bodyHtml(post, site, new LineMap(post.text)), facts: factsOf(post, site) };
  }

  #source(build: Build) {
    const uriOf = (path: string) => this.folder.uriOf(join(build.folder, path));
    return {
      read: (path: string) => this.#disk.read(join(build.folder, path)),
      addressOf: (path: string) => this.#webview.asWebviewUri(uriOf(path)).toString(),
    };
  }
}

/** A template as the page gets it: what it needs for the look, and nothing of how it was made. */
export function forPage(id: number, template: Template): SiteTemplate {
  const { rootAttributes, bodyAttributes, html, darkClass } = template;
  return { id, rootAttributes, bodyAttributes, html, darkClass, styles: [...template.styles] };
}
