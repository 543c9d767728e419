import type { Post } from '../post/post.ts';
import { isList, isMap, type Value } from '../post/value.ts';
import { type Message, message } from '../text/message.ts';
import { fileName } from './file-index.ts';
import { type Fate, fateOf, isItemName } from './jigsaw/fate.ts';
import { fieldOf, type Item, itemOf, type Template, templatesOf } from './jigsaw/item.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import type { Collection, LayoutChain, Output } from './jigsaw/model.ts';
import { type Outputs, outputsOf } from './jigsaw/output.ts';
import { pageOf, pageOutputsOf } from './jigsaw/pages.ts';
import { toText } from './jigsaw/php/php-value.ts';
import { holdsPosts, isGenericPost } from './posts.ts';
import type { Site } from './site.ts';
import { isKnown, type Known, Unknown } from './unknown.ts';

/** A layout that a post names, and all that it passes through there. */
export interface PlacedLayout {
  readonly name: string;
  readonly chain: LayoutChain;
}

/** Where a post stands in its site: what the build makes of it. */
export interface Placement {
  /** Whether the build takes the file at all, and as what. */
  readonly fate: Known<Fate>;
  /** The collection in whose folder the post lies; undefined for a page of its own. */
  readonly collection: Known<Collection | undefined>;
  /** Its name; where the collections can't be known, the one that the folder stands for. */
  readonly collectionName: string | undefined;
  /** Whether it is a post, with a headline and a date, and not a page, a category or an author. */
  readonly isPost: boolean;
  /** One for each template; empty when there is none, or when that can't be known. */
  readonly layouts: readonly PlacedLayout[];
  /** The templates, whether they exist or not. */
  readonly templates: Known<readonly Template[]>;
  /** The section that the body fills; null when it fills none. */
  readonly section: Known<string | null>;
  /** The files that the build writes for it. */
  readonly outputs: Known<readonly Output[]>;
  /** What the build dies of when it makes the addresses, in PHP's own words, if that is known. */
  readonly error: string | undefined;
  /** The field that is to blame for that, if one is. */
  readonly errorField: string | undefined;
  /** The first of them, if any is known. */
  readonly outputPath: string | undefined;
  /** Why some of this is not known, as sentences. */
  readonly unknown: readonly Message[];
  /** What the site's config gives a field that the post doesn't have. */
  inherited(key: string): Value | undefined;
}

/** Works out a post's placement. The post's path need not exist yet. */
export function placementOf(post: Post, site: Site): Placement {
  if (!site.jigsaw) return elsewhere(post, site);
  const { collections } = site.jigsaw.config;
  if (!isKnown(collections)) return unknownPlace(collections, site.jigsaw.collectionNameOf(post.path));
  const collection = site.jigsaw.collectionOf(post.path);
  return collection ? itemPlace(post, site, site.jigsaw, collection) : pagePlace(post, site, site.jigsaw);
}

function itemPlace(post: Post, site: Site, jigsaw: JigsawSite, collection: Collection): Placement {
  const item = itemOf(post.path, post.frontMatter?.data, post.text, collection, jigsaw.config);
  return place(item, site, jigsaw, {
    collection,
    isPost: holdsPosts(collection, site),
    outputs: outputsOf(item, (name) => jigsaw.find(name)),
  });
}

function pagePlace(post: Post, site: Site, jigsaw: JigsawSite): Placement {
  const page = pageOf(post.path, post.frontMatter?.data, post.text, jigsaw.config);
  return place(page, site, jigsaw, {
    collection: undefined,
    isPost: false,
    outputs: pageOutputsOf(
      page,
      (name) => jigsaw.find(name),
      (collection) => itemCount(collection, site),
    ),
  });
}

interface Parts {
  readonly collection: Collection | undefined;
  readonly isPost: boolean;
  readonly outputs: Known<Outputs>;
}

function place(
  item: Item,
  site: Site,
  jigsaw: JigsawSite,
  { collection, isPost, outputs }: Parts,
): Placement {
  const { changesSite, changesPaths } = jigsaw.bootstrap;
  const templates = changesSite ?? templatesOf(item);
  const section = changesSite ?? fieldOf(item, 'section');
  const written = changesSite ?? changesPaths ?? outputs;
  const layouts = isKnown(templates)
    ? templates.map(({ name }) => ({ name, chain: jigsaw.chainOf(name) }))
    : [];
  const reasons = [templates, section, written].flatMap((each) =>
    each instanceof Unknown ? [each.reason] : [],
  );
  return {
    fate: fateOf(item.path, jigsaw.config, (path) => site.files.has(path)),
    collection,
    collectionName: collection?.name,
    isPost,
    layouts,
    templates,
    section: isKnown(section) ? sectionName(section.value) : section,
    outputs: isKnown(written) ? written.outputs : written,
    error: isKnown(written) ? written.error : undefined,
    errorField: isKnown(written) ? written.field : undefined,
    outputPath: isKnown(written) ? written.outputs[0]?.path : undefined,
    unknown: [...new Set([...reasons, ...layouts.flatMap(({ chain }) => chain.unknown)])],
    inherited: (key) => inherited(item, key),
  };
}

function itemCount(collection: string, { jigsaw, posts }: Site): number | undefined {
  const settings = jigsaw?.collections.find(({ name }) => name === collection);
  if (!settings || settings.filter || settings.items) return undefined;
  let count = 0;
  for (const path of posts.keys()) {
    if (path.startsWith(`${settings.folder}/`) && isItemName(fileName(path))) count += 1;
  }
  return count;
}

function inherited(item: Item, key: string): Value | undefined {
  const field = fieldOf(item, key);
  return isKnown(field) && field.from !== 'post' ? field.value : undefined;
}

/** As PHP makes text of what stands there; a map or a list has none. */
function sectionName(value: Value | undefined): string | null {
  if (value === null || value === undefined || isMap(value) || isList(value)) return null;
  return toText(value) ?? null;
}

/** @param name the collection that the file most likely belongs to. */
function unknownPlace(why: Unknown, name?: string): Placement {
  return {
    fate: why,
    collection: why,
    collectionName: name,
    isPost: name === 'posts',
    layouts: [],
    templates: why,
    section: why,
    outputs: why,
    error: undefined,
    errorField: undefined,
    outputPath: undefined,
    unknown: [why.reason],
    inherited: () => undefined,
  };
}

/** A site of another generator: where its posts go is its own affair. */
function elsewhere(post: Post, site: Site): Placement {
  const why = new Unknown(message('Only the site’s own generator knows where its pages go.'));
  return { ...unknownPlace(why), collection: undefined, isPost: isGenericPost(post, site) };
}
