import { fieldOf as ownField } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { isMap, type Value } from '../post/value.ts';
import { type Message, message } from '../text/message.ts';
import { fieldOf, type Item, itemOf, type Template, templatesOf } from './jigsaw/item.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import type { Collection, LayoutChain, Output } from './jigsaw/model.ts';
import { outputsOf } from './jigsaw/output.ts';
import { holdsPosts } from './posts.ts';
import type { Site } from './site.ts';
import { isKnown, type Known, Unknown } from './unknown.ts';

/** A layout that a post names, and all that it passes through there. */
export interface PlacedLayout {
  readonly name: string;
  readonly chain: LayoutChain;
}

/** Where a post stands in its site: what the build makes of it. */
export interface Placement {
  /** The collection in whose folder the post lies; undefined for a page of its own. */
  readonly collection: Known<Collection | undefined>;
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
  /** The first of them, if any is known. */
  readonly outputPath: string | undefined;
  /** Why some of this is not known, as sentences. */
  readonly unknown: readonly Message[];
  /** What the site's config gives a field that the post doesn't have. */
  inherited(key: string): Value | undefined;
}

/** Works out a post's placement. The post's path need not exist yet. */
export function placementOf(post: Post, site: Site): Placement {
  if (!site.jigsaw) return elsewhere(site);
  const { collections } = site.jigsaw.config;
  if (!isKnown(collections)) return unknownPlace(collections);
  const collection = site.jigsaw.collectionOf(post.path);
  return collection ? itemPlace(post, site, site.jigsaw, collection) : pagePlace(post, site.jigsaw);
}

function itemPlace(post: Post, site: Site, jigsaw: JigsawSite, collection: Collection): Placement {
  const item = itemOf(post.path, post.frontMatter?.data, post.text, collection, jigsaw.config);
  const templates = templatesOf(item);
  const section = fieldOf(item, 'section');
  const written = outputsOf(item, (name) => jigsaw.find(name));
  const outputs = isKnown(written) ? written.outputs : written;
  return place({
    collection,
    isPost: holdsPosts(collection, site),
    jigsaw,
    templates,
    section: isKnown(section) ? sectionName(section.value) : section,
    outputs,
    inherited: (key) => inherited(item, key),
  });
}

/** A page outside the collections: only its own front matter and the config's top level count. */
function pagePlace(post: Post, jigsaw: JigsawSite): Placement {
  const value = (key: string): Known<Value | undefined> =>
    ownField(post, key)?.node.value ?? jigsaw.config.defaults.get(key);
  const layout = value('extends');
  const section = value('section') ?? 'content';
  return place({
    collection: undefined,
    isPost: false,
    jigsaw,
    templates: isKnown(layout) ? (typeof layout === 'string' && layout !== '' ? [{ key: '0', name: layout }] : []) : layout,
    section: isKnown(section) ? sectionName(section) : section,
    outputs: new Unknown(message('The address of a page outside the collections.')),
    inherited: (key) => {
      const inheritedValue = jigsaw.config.defaults.get(key);
      return inheritedValue === undefined || !isKnown(inheritedValue) ? undefined : inheritedValue;
    },
  });
}

type Parts = Pick<Placement, 'collection' | 'isPost' | 'templates' | 'section' | 'outputs' | 'inherited'> & {
  readonly jigsaw: JigsawSite;
};

function place({ jigsaw, ...parts }: Parts): Placement {
  const { collection, templates, section, outputs } = parts;
  const layouts = isKnown(templates) ? templates.map(({ name }) => ({ name, chain: jigsaw.chainOf(name) })) : [];
  const reasons = [templates, section, outputs].flatMap((each) => (each instanceof Unknown ? [each.reason] : []));
  return {
    ...parts,
    collectionName: isKnown(collection) ? collection?.name : undefined,
    layouts,
    outputPath: isKnown(outputs) ? outputs[0]?.path : undefined,
    unknown: [...reasons, ...layouts.flatMap(({ chain }) => chain.unknown)],
  };
}

function inherited(item: Item, key: string): Value | undefined {
  const field = fieldOf(item, key);
  return isKnown(field) && field.from !== 'post' ? field.value : undefined;
}

/** PHP makes text of what stands there; a map or a list is none. */
function sectionName(value: Value | undefined): string | null {
  if (value === null || value === undefined || isMap(value) || Array.isArray(value)) return null;
  return String(value);
}

function unknownPlace(why: Unknown): Placement {
  return {
    collection: why,
    collectionName: undefined,
    isPost: false,
    layouts: [],
    templates: why,
    section: why,
    outputs: why,
    outputPath: undefined,
    unknown: [why.reason],
    inherited: () => undefined,
  };
}

/** A site of another generator: its posts are posts, and where they go is its own affair. */
function elsewhere(site: Site): Placement {
  const why = new Unknown(message('Only the site’s own generator knows where its pages go.'));
  return { ...unknownPlace(why), collection: undefined, isPost: site.jigsaw === undefined };
}
