import type { Post } from '../post/post.ts';
import { type BuildIndex, buildIndexOf } from './build-index.ts';
import { type BuildError, DryRun, type SitePage } from './jigsaw/dry-run/dry-run.ts';
import { itemOf } from './jigsaw/item.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import { pageOf } from './jigsaw/pages.ts';
import type { Site } from './site.ts';

/**
 * What the site's templates and helpers would die of because of a post's values; empty where that can't be told, and
 * for what is no item of a collection.
 */
export function buildErrorsOf(post: Post, site: Site): readonly BuildError[] {
  const { jigsaw } = site;
  const collection = jigsaw?.collectionOf(post.path);
  if (!jigsaw || !collection || post.frontMatter?.problem) return [];
  const item = itemOf(post.path, post.frontMatter?.data, post.text, collection, jigsaw.config);
  return dryRunOf(site, jigsaw).errorsOf(item, post.text, post.body);
}

/** Whether the collection's `filter` keeps a post; undefined where that can't be told. */
export function isKept(post: Post, site: Site): boolean | undefined {
  const { jigsaw } = site;
  const collection = jigsaw?.collectionOf(post.path);
  if (!jigsaw || !collection || post.frontMatter?.problem) return undefined;
  if (!collection.filter) return true;
  const item = itemOf(post.path, post.frontMatter?.data, post.text, collection, jigsaw.config);
  return dryRunOf(site, jigsaw).isKept(item);
}

const kept = new WeakMap<BuildIndex, { readonly dryRun: DryRun; readonly version: number }>();

/** The site's dry run, which is kept as long as views, pages and the templates in use stay the same. */
function dryRunOf(site: Site, jigsaw: JigsawSite): DryRun {
  const index = buildIndexOf(site, jigsaw);
  const last = kept.get(index);
  if (last?.version === index.version) return last.dryRun;
  const dryRun = new DryRun({
    config: jigsaw.config,
    bootstrap: jigsaw.bootstrap,
    directives: jigsaw.directives,
    templates: index.templates,
    pages: Array.from(index.pages, (page) => sitePage(page, jigsaw)),
    find: (name) => jigsaw.find(name),
    textOf: (path) => jigsaw.textOf(path),
  });
  kept.set(index, { dryRun, version: index.version });
  return dryRun;
}

function sitePage({ path, text, frontMatter, body }: Post, { config }: JigsawSite): SitePage {
  return { item: pageOf(path, frontMatter?.data, text, config), text, body };
}
