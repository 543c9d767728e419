import { fieldOf, isBlank } from '../post/fields.ts';
import { isBlade, isMarkdown } from '../post/file-kind.ts';
import type { Post } from '../post/post.ts';
import { fileName } from './file-index.ts';
import type { SitePath } from './files.ts';
import type { Collection } from './jigsaw/model.ts';
import type { Site } from './site.ts';
import { isKnown } from './unknown.ts';

/** Texts that a person writes; in any letter case, because a build that skips `POST.MD` does so without a word. */
const MARKDOWN = /\.(?:md|markdown|mdown)$/i;

/** Files of every project that are no pages of its site. */
const PROJECT_TEXTS = /^(?:readme|changelog|contributing|license|code_of_conduct|security)\b/i;

/**
 * Whether a file is a text that a writer writes and the generator turns into a page: an item of a collection, or a
 * Markdown page. Layouts and partials are none.
 */
function isPost(path: SitePath, site: Pick<Site, 'jigsaw'>): boolean {
  const { jigsaw } = site;
  if (!jigsaw) return MARKDOWN.test(path) && !PROJECT_TEXTS.test(fileName(path));
  const { source } = jigsaw.config;
  if (!path.startsWith(`${source}/`)) return false;
  if (jigsaw.collectionOf(path)) return MARKDOWN.test(path) || isBlade(path);
  const below = path.slice(source.length + 1);
  return MARKDOWN.test(path) && !below.startsWith('_');
}

/** Files that no writer types words in, by extension. */
const ASSET =
  /\.(?:avif|bmp|gif|heic|ico|jpe?g|jfif|png|psd|svg|tiff?|webp|mp[34]|m4[av]|mov|og[agv]|wav|webm|pdf|docx?|xlsx?|pptx?|zip|gz|t[ot]f|woff2?|s?css|less|[cm]?js|ts|json|ya?ml|xml|csv|map)$/i;

/** Three dashes that open a text, also where what stands before them keeps them from being seen. */
const FRONT_MATTER = /^[\s\uFEFF\u200B\u2060]*---/;

/**
 * Whether a file that the build leaves out may be a post with a wrong name or place: anything like a text among a
 * collection's posts, and Markdown in a folder that looks like a collection's and is none. Where the collections can't
 * be known, what lies in such a folder may be a post of one.
 */
function mayBeStray(path: SitePath, { jigsaw }: Pick<Site, 'jigsaw'>): boolean {
  if (!jigsaw) return false;
  const { source, collections } = jigsaw.config;
  if (!path.startsWith(`${source}/`)) return false;
  if (!isKnown(collections)) {
    const name = jigsaw.collectionNameOf(path);
    return name !== undefined && name !== 'layouts' && (MARKDOWN.test(path) || isBlade(path));
  }
  if (jigsaw.collectionOf(path)) return !ASSET.test(path);
  return MARKDOWN.test(path) && path.startsWith(`${source}/_`);
}

/** Whether a file's text must be read to tell whether it is a post. */
export function mayBePost(path: SitePath, site: Pick<Site, 'jigsaw'>): boolean {
  return isPost(path, site) || mayBeStray(path, site);
}

/** Whether a file with this text is a post, or would be one but for its name or place: it has front matter. */
export function isPostText(path: SitePath, text: string, site: Pick<Site, 'jigsaw'>): boolean {
  return isPost(path, site) || (mayBeStray(path, site) && FRONT_MATTER.test(text));
}

/** A text outside any site is taken for a post when its front matter names a layout: nothing else is surely one. */
export function isLonePost(post: Post): boolean {
  return fieldOf(post, 'extends') !== undefined;
}

/** The collections that hold posts, in the config's order. */
export function postCollections(site: Site): readonly Collection[] {
  return (site.jigsaw?.collections ?? []).filter((collection) => holdsPosts(collection, site));
}

/** An address that holds the post's date: `{date}`, `{date|Y/m}`; not `{date_start}`. */
const DATED = /\{[-_]?date\s*(?:\||\})/;

const holding = new WeakMap<Site['posts'], Map<string, boolean>>();

/**
 * Whether a collection holds posts, and not categories, authors and the like: it is addressed by date, it is called
 * `posts`, or at least half of its items have a date, and any of them a page.
 */
export function holdsPosts(collection: Collection, site: Site): boolean {
  const { name, path } = collection;
  if (name === 'posts' || (typeof path === 'string' && DATED.test(path))) return true;
  const known = holding.get(site.posts) ?? new Map<string, boolean>();
  holding.set(site.posts, known);
  const found = known.get(collection.name) ?? mostHaveDates(collection, site);
  known.set(collection.name, found);
  return found;
}

/** A collection that has neither an address nor a layout anywhere is data for other pages, such as dates of terms. */
function mostHaveDates(collection: Collection, site: Site): boolean {
  const { path, defaults, complete, folder } = collection;
  let [items, dated] = [0, 0];
  let hasPages = path !== undefined || defaults.has('extends') || !complete;
  for (const post of site.posts.values()) {
    if (!post.path.startsWith(`${folder}/`)) continue;
    items += 1;
    if (!isBlank(fieldOf(post, 'date')?.node.value)) dated += 1;
    // A Blade page names its layout in its text.
    hasPages ||= fieldOf(post, 'extends') !== undefined || (isBlade(post.path) && !isMarkdown(post.path));
  }
  return hasPages && items > 0 && dated * 2 >= items;
}

const dated = new WeakMap<Site['posts'], ReadonlyMap<string, DateCount>>();

/** Of the texts with front matter in a folder, how many there are, and how many have a date. */
interface DateCount {
  readonly items: number;
  readonly dated: number;
}

/**
 * Whether a text of a site that isn't Jigsaw's is a post, and not a page or a part of one: it has front matter, and
 * `copydesk.json` says what such texts must have, or else half of its neighbours have a date.
 */
export function isGenericPost({ path, frontMatter }: Post, { config, posts }: Site): boolean {
  if (!frontMatter) return false;
  if (config.required || Object.keys(config.fields).length > 0) return true;
  const counts = dated.get(posts) ?? countDates(posts);
  dated.set(posts, counts);
  const count = counts.get(homeOf(path));
  return count !== undefined && count.dated * 2 >= count.items;
}

function countDates(posts: Site['posts']): ReadonlyMap<string, DateCount> {
  const counts = new Map<string, DateCount>();
  for (const post of posts.values()) {
    if (!post.frontMatter) continue;
    const home = homeOf(post.path);
    const { items, dated } = counts.get(home) ?? { items: 0, dated: 0 };
    const isDated = !isBlank(fieldOf(post, 'date')?.node.value);
    counts.set(home, { items: items + 1, dated: dated + (isDated ? 1 : 0) });
  }
  return counts;
}

/** The folder that a text is one of many in: for a post that has a folder of its own, the one around that. */
function homeOf(path: SitePath): string {
  const [, folder = ''] = /^(.*?)\/?(?:[^/]*\/index\.[^/]*|[^/]*)$/.exec(path) ?? [];
  return folder;
}
