import { isBlade } from '../post/file-kind.ts';
import type { Post } from '../post/post.ts';
import { type Leftovers, leftoverAt, leftoversIn } from '../render/leftovers.ts';
import { type Span, slice, span } from '../text/span.ts';
import { type BuildIndex, buildIndexOf } from './build-index.ts';
import { type BuildError, DryRun, type SitePage } from './jigsaw/dry-run/dry-run.ts';
import { fateOf } from './jigsaw/fate.ts';
import { itemOf } from './jigsaw/item.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import { pageOf } from './jigsaw/pages.ts';
import { markdownDialect, type Site } from './site.ts';
import { isKnown } from './unknown.ts';

/**
 * What the site's templates and helpers, and the post's own text where it is one, would die of because of a post;
 * empty where that can't be told. A place in the post is one of its text.
 */
export function buildErrorsOf(post: Post, site: Site): readonly BuildError[] {
  const { jigsaw } = site;
  if (!jigsaw || post.frontMatter?.problem || !isKnown(jigsaw.config.collections)) return [];
  const leftovers = leftoversOf(post, site);
  const html = leftovers.html || undefined;
  const collection = jigsaw.collectionOf(post.path);
  const dryRun = dryRunOf(site, jigsaw);
  if (!collection) {
    const error = isBuilt(post, site, jigsaw) && dryRun.errorOfPage(sitePage(post, jigsaw), html);
    return error ? [placed(error, post, leftovers)] : [];
  }
  const item = itemOf(post.path, post.frontMatter?.data, post.text, collection, jigsaw.config);
  const errors = dryRun.errorsOf(item, post.text, post.body, html);
  return errors.map((error) => placed(error, post, leftovers));
}

/**
 * What PHP code such as `$page->title ?? $page->siteName` gives as text where a layout prints it for a post; undefined
 * where that can't be known.
 */
export function expressionText(post: Post, site: Site, code: string): string | undefined {
  const { jigsaw } = site;
  const collection = jigsaw?.collectionOf(post.path);
  if (!jigsaw || !collection || post.frontMatter?.problem) return undefined;
  const item = itemOf(post.path, post.frontMatter?.data, post.text, collection, jigsaw.config);
  return dryRunOf(site, jigsaw).textOf(item, code);
}

function isBuilt({ path }: Post, { files }: Site, { config }: JigsawSite): boolean {
  const fate = fateOf(path, config, (each) => files.has(each));
  return isKnown(fate) && fate.kind === 'page';
}

const leftovers = new WeakMap<Post, Leftovers>();

/** What of a plain Markdown post Blade still compiles; nothing where the site has a Markdown of its own. */
export function leftoversOf(post: Post, site: Site): Leftovers {
  const { jigsaw } = site;
  const dialect = markdownDialect(post.path, site);
  if (!jigsaw || !dialect || isBlade(post.path) || jigsaw.hasOwnMarkdown) return NO_LEFTOVERS;
  const found = leftovers.get(post) ?? leftoversIn(slice(post.text, post.rendered.body), dialect);
  leftovers.set(post, found);
  return found;
}

const NO_LEFTOVERS: Leftovers = { html: '', found: [] };

/** An error in the HTML of a plain post has its place in the text from which that came. */
function placed(error: BuildError, post: Post, found: Leftovers): BuildError {
  if (error.place.path !== post.path || found.html === '') return error;
  const left = leftoverAt(found, error.place.span.start);
  return { ...error, place: { path: post.path, span: left ? inPost(left.span, post) : post.rendered.body } };
}

/** A place in the body as one of the post's text. */
export function inPost({ start, end }: Span, { rendered }: Post): Span {
  return span(rendered.body.start + start, rendered.body.start + end);
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

interface Kept {
  readonly dryRun: DryRun;
  readonly jigsaw: JigsawSite;
  /** Of the index. */
  readonly version: number;
}

const kept = new WeakMap<BuildIndex, Kept>();

/** The site's dry run, which is kept as long as views, pages and the templates in use stay the same. */
function dryRunOf(site: Site, jigsaw: JigsawSite): DryRun {
  const index = buildIndexOf(site, jigsaw);
  const last = kept.get(index);
  if (last?.version === index.version && last.jigsaw === jigsaw) return last.dryRun;
  const dryRun = new DryRun({
    config: jigsaw.config,
    bootstrap: jigsaw.bootstrap,
    directives: jigsaw.directives,
    templates: index.templates,
    sizeOf: (name) => index.sizeOf(name),
    pages: Array.from(index.pages, (page) => sitePage(page, jigsaw)),
    find: (name) => jigsaw.find(name),
    textOf: (path) => jigsaw.textOf(path),
  });
  kept.set(index, { dryRun, jigsaw, version: index.version });
  return dryRun;
}

function sitePage({ path, text, frontMatter, body }: Post, { config }: JigsawSite): SitePage {
  return { item: pageOf(path, frontMatter?.data, text, config), text, body };
}
