import { isBlade } from '../post/file-kind.ts';
import { parsePost } from '../post/parse-post.ts';
import type { Post } from '../post/post.ts';
import type { SitePath } from './files.ts';
import { fateOf } from './jigsaw/fate.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import type { Collection } from './jigsaw/model.ts';
import { type AddressMask, ANYWHERE, maskOfItems, maskOfUnread } from './jigsaw/unknown-pages.ts';
import { placementOf } from './placement.ts';
import type { Site } from './site.ts';
import { isKnown } from './unknown.ts';

/** What the build makes of one post or page, as far as it can be known. */
export interface Made {
  /** The files that it writes. */
  readonly outputs: readonly string[];
  /** The collection that it surely is an item of, and the templates that it is rendered with. */
  readonly collection: string | undefined;
  readonly templates: readonly string[];
  /** Itself, if it is a page outside the collections. */
  readonly page: Post | undefined;
  /** The files that it may write: those that it writes, and those that a filter may keep from being written. */
  readonly possible: readonly string[];
  /** Where it may write more; undefined where it surely doesn't. */
  readonly unknown: AddressMask | undefined;
}

export const NOTHING_MADE: Made = {
  outputs: [],
  collection: undefined,
  templates: [],
  page: undefined,
  possible: [],
  unknown: undefined,
};

/** What can't be known of a source is taken for nothing. */
export function madeOf(post: Post, site: Site): Made {
  const { collection, fate, outputs, templates } = placementOf(post, site);
  if (!isKnown(collection) || !isKnown(fate)) return NOTHING_MADE;
  if (fate.kind !== 'item' && fate.kind !== 'page') return NOTHING_MADE;
  const isRead = !post.frontMatter?.problem;
  const areKnown = isRead && isKnown(outputs);
  const possible = areKnown ? [...new Set(outputs.map(({ path }) => path))] : [];
  const may = {
    possible,
    unknown: areKnown && !collection?.map ? undefined : maskFor(post, collection, site),
  };
  // What a filter drops and a map changes only the build knows.
  if (!isRead || collection?.filter || collection?.map) return { ...NOTHING_MADE, ...may };
  return {
    outputs: possible,
    collection: collection?.name,
    templates: isKnown(templates) ? templates.map(({ name }) => name) : [],
    page: collection ? undefined : post,
    ...may,
  };
}

function maskFor(post: Post, collection: Collection | undefined, { jigsaw }: Site): AddressMask {
  if (!jigsaw) return ANYWHERE;
  if (post.frontMatter?.problem && !collection?.map) return maskOfUnread(post, collection, jigsaw.config);
  return collection ? maskOfItems(collection, jigsaw.config) : ANYWHERE;
}

/** The page that a template is, such as `index.blade.php`; undefined for a layout, a partial and what is a post. */
export function bladePage(path: SitePath, { files, posts }: Site, jigsaw: JigsawSite): Post | undefined {
  const text = isBlade(path) && !posts.has(path) ? jigsaw.textOf(path) : undefined;
  if (text === undefined) return undefined;
  const fate = fateOf(path, jigsaw.config, (each) => files.has(each));
  return isKnown(fate) && fate.kind === 'page' ? parsePost(path, text) : undefined;
}
