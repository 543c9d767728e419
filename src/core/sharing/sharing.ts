import { defaultConfig } from '../config/copydesk-config.ts';
import { fieldOf, isBlank } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { Float, type Value } from '../post/value.ts';
import { expressionText } from '../site/dry-runs.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { excerptOf } from './excerpt.ts';
import { fieldsIn, type HeadTag, headTags, piecesOf, type TagTemplate } from './head-tags.ts';

/** One thing that is shown of a post elsewhere. */
export interface Shared {
  /** Undefined where nothing is shown. */
  readonly text: string | undefined;
  /** The field that the writer fills to change it. */
  readonly field: string;
  /** Whether that field is empty, so that something else stands in, or nothing. */
  readonly missing: boolean;
  /** Whether the layout certainly prints no tag for it, so that the field alone changes nothing. */
  readonly noTag: boolean;
}

/** How a post looks to those who see it in a network, in search results or in a feed. */
export interface Sharing {
  /** Where readers find it on the real site, such as `https://x.example/blog/a`; a path where that isn't known. */
  readonly url: string | undefined;
  readonly siteName: string | undefined;
  readonly card: { readonly title: Shared; readonly description: Shared; readonly image: Shared };
  readonly search: { readonly title: Shared; readonly description: Shared };
  /** The body's first words, for those who have no description. */
  readonly excerpt: string;
}

/** `@yield('title')` and the like. */
const DIRECTIVE = /(?<![\w@])@[a-z]\w*\s*\(/i;

const SITE_NAMES = ['siteName', 'siteTitle', 'site_name', 'name'];

/**
 * Works out what is shown of a post elsewhere: what the tags in the head of its layout print, as far as that can be
 * known, and otherwise its own fields.
 */
export function sharingOf(post: Post, site: Site | undefined): Sharing {
  const reader = new SharedReader(post, site);
  const title = ['title'];
  const description = ['description', 'excerpt'];
  const images = (site?.config ?? defaultConfig).imageFields;
  return {
    url: urlOf(post, site),
    siteName: reader.siteName(),
    card: {
      title: reader.read(['og:title', 'title'], title),
      description: reader.read(['og:description', 'description'], description),
      image: reader.read(['og:image'], images),
    },
    search: {
      title: reader.read(['title', 'og:title'], title),
      description: reader.read(['description', 'og:description'], description),
    },
    excerpt: excerptOf(post, site),
  };
}

class SharedReader {
  readonly #post: Post;
  readonly #site: Site | undefined;
  readonly #tags: readonly TagTemplate[];
  /** Whether these are all the tags that the page can have. */
  readonly #complete: boolean;

  constructor(post: Post, site: Site | undefined) {
    this.#post = post;
    this.#site = site;
    const jigsaw = site?.jigsaw;
    const layouts = jigsaw && site ? placementOf(post, site).layouts : [];
    const chain = layouts[0]?.chain;
    this.#tags = (chain?.reached ?? []).flatMap(({ path }) => headTags(jigsaw?.textOf(path) ?? ''));
    this.#complete =
      chain !== undefined &&
      chain.views.length > 0 &&
      chain.unknown.length === 0 &&
      !chain.missing &&
      jigsaw?.bootstrap.changesSite === undefined &&
      chain.reached.every(({ computed }) => !computed);
  }

  /**
   * @param tags the tags that are looked at, the first that is there counts.
   * @param own the post's fields that hold the same, for layouts that can't be followed.
   */
  read(tags: readonly HeadTag[], own: readonly string[]): Shared {
    const found = tags.map((tag) => this.#tags.filter((each) => each.tag === tag));
    const templates = found.find((each) => each.length > 0) ?? [];
    const asked = templates.flatMap(({ content }) =>
      piecesOf(content).flatMap(({ code }) => (code === undefined ? [] : fieldsIn(code))),
    );
    const fields = [
      ...own.filter((key) => asked.includes(key)),
      ...own,
      ...asked.filter((key) => fieldOf(this.#post, key)),
    ];
    const written = fields.find((key) => this.#value(key) !== undefined && !this.#isSites(key));
    const noTag = templates.length === 0 && this.#complete;
    const field = written ?? fields[0] ?? '';
    const missing = written === undefined;
    if (noTag) return { text: undefined, field, missing, noTag };
    for (const { content } of templates) {
      const text = this.#print(content);
      if (text !== undefined && text !== '') return { text, field, missing, noTag };
    }
    // The layout can't be followed: most likely it takes the post's own value, and else what it names.
    const named = written ?? asked.find((key) => this.#value(key) !== undefined);
    return { text: named && this.#value(named), field, missing, noTag };
  }

  siteName(): string | undefined {
    const { text } = this.read(['og:site_name'], []);
    return text ?? SITE_NAMES.map((key) => this.#value(key)).find((value) => value !== undefined);
  }

  /** What a template prints; undefined where that can't be known. */
  #print(content: string): string | undefined {
    if (DIRECTIVE.test(content)) return undefined;
    let printed = '';
    for (const { text, code } of piecesOf(content)) {
      const piece = code === undefined ? text : this.#site && expressionText(this.#post, this.#site, code);
      if (piece === undefined) return undefined;
      printed += piece;
    }
    return oneLine(printed);
  }

  /** Whether a field's value is not the post's own but the same on every page. */
  #isSites(key: string): boolean {
    return isBlank(fieldOf(this.#post, key)?.node.value) && !this.#collectionHas(key);
  }

  #collectionHas(key: string): boolean {
    return this.#site?.jigsaw?.collectionOf(this.#post.path)?.defaults.has(key) === true;
  }

  /** A field's text as the page has it: the post's own, the collection's, the site's. */
  #value(key: string): string | undefined {
    const jigsaw = this.#site?.jigsaw;
    const sources = [
      fieldOf(this.#post, key)?.node.value,
      jigsaw?.collectionOf(this.#post.path)?.defaults.get(key),
      jigsaw?.config.defaults.get(key),
    ];
    for (const value of sources) {
      const text = value === undefined || !isKnown(value) ? undefined : textOf(value);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

function textOf(value: Value): string | undefined {
  const written = value instanceof Float ? value.value : value;
  if (!['string', 'number', 'bigint'].includes(typeof written)) return undefined;
  return oneLine(String(written)) || undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function urlOf(post: Post, site: Site | undefined): string | undefined {
  const outputs = site && placementOf(post, site).outputs;
  const path = outputs && isKnown(outputs) ? outputs[0]?.url : undefined;
  if (path === undefined) return undefined;
  return `${baseUrlOf(site).replace(/\/+$/, '')}${path}`;
}

/** The published site's address, or an empty text: that of a writer's own machine is none. */
function baseUrlOf(site: Site | undefined): string {
  const { productionUrl, config } = site?.jigsaw ?? {};
  const url = productionUrl ?? config?.defaults.get('baseUrl');
  return typeof url === 'string' && /^https?:\/\/(?!localhost\b|127\.)/i.test(url) ? url : '';
}
