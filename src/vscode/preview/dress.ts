import * as vscode from 'vscode';
import type { Post } from '../../core/post/post.ts';
import { buildCommand } from '../../core/shell/build-command.ts';
import { neighboursOf } from '../../core/shell/neighbours.ts';
import type { BuiltPages } from '../../core/shell/pages.ts';
import { bringsHeadline, siblingsOf } from '../../core/shell/siblings.ts';
import { type BuiltPage, showsCover, type Template, templateOf } from '../../core/shell/template.ts';
import { whyNoPage } from '../../core/shell/why-no-page.ts';
import { join, type SitePath } from '../../core/site/files.ts';
import { LineMap } from '../../core/text/line-map.ts';
import type { SiteStatus } from '../../protocol/messages.ts';
import type { Disk } from '../sites/disk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { bodyHtml } from './compose.ts';
import { factsOf } from './facts.ts';

/** A page of a build to show a post in, or why there is none. */
export interface Dressed {
  readonly template: Template | undefined;
  readonly status: SiteStatus;
}

/** A build on the disk. */
export interface Build {
  readonly folder: SitePath;
  readonly pages: BuiltPages;
}

/** Where builds are read. */
export interface Wardrobe {
  readonly folder: SiteFolder;
  readonly disk: Disk;
  /** The webview address of a file of the site. */
  readonly addressOf: (path: SitePath) => string;
}

/** A page of a build, and when it was written, in milliseconds since 1970. */
interface PageOnDisk {
  readonly build: Build;
  readonly path: string;
  readonly builtAt: number;
}

/** How many posts like the one to show are tried. */
const MOST_SIBLINGS = 12;

/** How many are tried where the post has a page of its own, but for one thing. */
const FEW_SIBLINGS = 2;

/**
 * Finds what a post is shown in: the page that the newest build made of it, or else that of a post like it. When the
 * post has been given a cover since the build, a page that shows one tells more than its own.
 */
export async function dress(post: Post, builds: readonly Build[], wardrobe: Wardrobe): Promise<Dressed> {
  const [first] = builds;
  if (first === undefined) return { template: undefined, status: await unbuilt(wardrobe) };
  const { site } = wardrobe.folder;
  const siblings = siblingsOf(post, site).slice(0, MOST_SIBLINGS);
  const own = await dressAs(post, post, builds, wardrobe, siblings);
  const wantsCover = factsOf(post, site).image !== undefined;
  if (own?.template && (showsCover(own.template) || !wantsCover)) return own;
  const like = siblings.filter(
    (sibling) =>
      bringsHeadline(sibling) === bringsHeadline(post) && factsOf(sibling, site).image !== undefined,
  );
  for (const sibling of own === undefined ? siblings : like.slice(0, FEW_SIBLINGS)) {
    const borrowed = await dressAs(post, sibling, builds, wardrobe);
    if (borrowed?.template && (own === undefined || showsCover(borrowed.template))) return borrowed;
  }
  return (
    own ?? { template: undefined, status: { kind: 'lost', build: first.folder, ...whyNoPage(post, site) } }
  );
}

async function unbuilt({ folder, disk }: Wardrobe): Promise<SiteStatus> {
  const command = folder.site.jigsaw ? await buildCommand(disk) : undefined;
  return { kind: 'unbuilt', command };
}

/** The page of a post or of one like it as a template for the post; undefined when no build has one. */
async function dressAs(
  post: Post,
  other: Post,
  builds: readonly Build[],
  wardrobe: Wardrobe,
  siblings: readonly Post[] = [],
): Promise<Dressed | undefined> {
  const { site } = wardrobe.folder;
  for (const { build, path, builtAt } of await pagesOf(other, builds, wardrobe)) {
    const page = await readPage(other, build, path, wardrobe);
    if (page === undefined) continue;
    const beside =
      other === post ? undefined : { own: neighboursOf(other, site), shown: neighboursOf(post, site) };
    const like = await pageLike(siblings, build, wardrobe);
    const template = await templateOf(
      { ...page, ...(beside && { beside }) },
      sourceOf(build, wardrobe),
      like,
    );
    if (template === undefined) continue;
    const dressedAs = other === post ? undefined : (page.facts.title ?? other.path);
    const remoteStyles = template.remoteStyles.length;
    return { template, status: { kind: 'built', build: build.folder, builtAt, dressedAs, remoteStyles } };
  }
  return undefined;
}

/** The pages that may be a post's, those of the newest build first. */
async function pagesOf(
  post: Post,
  builds: readonly Build[],
  { folder }: Wardrobe,
): Promise<readonly PageOnDisk[]> {
  const found = await Promise.all(
    builds.map(async (build) => {
      const pages = build.pages.of(post, folder.site).map(async (path) => {
        const { mtime } = await vscode.workspace.fs.stat(folder.uriOf(join(build.folder, path)));
        return { build, path, builtAt: mtime };
      });
      const settled = await Promise.allSettled(pages);
      return settled.flatMap((page) => (page.status === 'fulfilled' ? [page.value] : []));
    }),
  );
  return found.sort((a, b) => (b[0]?.builtAt ?? 0) - (a[0]?.builtAt ?? 0)).flat();
}

async function pageLike(
  siblings: readonly Post[],
  build: Build,
  wardrobe: Wardrobe,
): Promise<BuiltPage | undefined> {
  for (const sibling of siblings) {
    const [path] = build.pages.of(sibling, wardrobe.folder.site);
    const page = path === undefined ? undefined : await readPage(sibling, build, path, wardrobe);
    if (page) return page;
  }
  return undefined;
}

async function readPage(
  post: Post,
  build: Build,
  path: string,
  { folder: { site }, disk }: Wardrobe,
): Promise<BuiltPage | undefined> {
  const html = await disk.read(join(build.folder, path));
  if (html === undefined) return undefined;
  return { path, html, body: bodyHtml(post, site, new LineMap(post.text)), facts: factsOf(post, site) };
}

function sourceOf(build: Build, { disk, addressOf }: Wardrobe) {
  return {
    read: (path: string) => disk.read(join(build.folder, path)),
    addressOf: (path: string) => addressOf(join(build.folder, path)),
  };
}
