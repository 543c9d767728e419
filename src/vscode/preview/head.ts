import { defaultConfig } from '../../core/config/copydesk-config.ts';
import { namesIn } from '../../core/fields/names.ts';
import { titleOf } from '../../core/fields/title.ts';
import { lengthOf } from '../../core/overview/reading.ts';
import { fieldOf, isBlank } from '../../core/post/fields.ts';
import type { Post } from '../../core/post/post.ts';
import { Float, isList, type Value } from '../../core/post/value.ts';
import type { SitePath } from '../../core/site/files.ts';
import { slug } from '../../core/site/jigsaw/slug.ts';
import type { Site } from '../../core/site/site.ts';
import { isKnown } from '../../core/site/unknown.ts';
import type { LineMap } from '../../core/text/line-map.ts';
import type { Head, Picture } from '../../protocol/content.ts';

/** What an article's head is made of. */
export interface HeadSources {
  readonly post: Post;
  readonly site: Site | undefined;
  readonly lines: LineMap;
  /** The language of dates, as in `Intl`. */
  readonly language: string;
  readonly pictureAt: (address: string) => Picture;
}

/** A field's value and its line; the line is the first where the value comes from the collection. */
interface Filled {
  readonly value: Value;
  readonly line: number;
}

/** The fields that say what a post is about, in the order in which they are looked for. */
const kickerFields = ['sections', 'categories', 'category'];

/** The files that an item of a collection may be, for those that name it. */
const itemEndings = ['.md', '.markdown', '.mdown', '.blade.md', '.blade.php'];

/** What readers see around the body, from the fields that the posts of many sites have. */
export function headOf(sources: HeadSources): Head {
  const keywords = firstOf(sources, ['keywords', 'tags']);
  return {
    kicker: kicker(sources),
    title: text(sources, 'title'),
    description: text(sources, 'description'),
    author: author(sources),
    date: date(sources),
    image: cover(sources),
    keywords: keywords && { names: namesIn(keywords.value).map((name) => asName(name)), line: keywords.line },
    minutes: lengthOf(sources.post).minutes || undefined,
  };
}

function kicker(sources: HeadSources): Head['kicker'] {
  for (const key of kickerFields) {
    const filled = find(sources, key);
    const names = namesIn(filled?.value);
    if (filled === undefined || names.length === 0) continue;
    return { names: names.map((name) => asName(name, titleOfItem(sources, [key], name))), line: filled.line };
  }
  return undefined;
}

function author(sources: HeadSources): Head['author'] {
  const filled = find(sources, 'author') ?? find(sources, 'authors');
  if (filled === undefined) return undefined;
  const names = isList(filled.value) ? namesIn(filled.value) : [plain(filled.value) ?? ''];
  const named = names.map((name) => asName(name, titleOfItem(sources, ['author', 'authors'], name)));
  const text = named.map((each) => each.text).join(', ');
  return text === '' ? undefined : { text, names: named, line: filled.line };
}

/** A name as readers see it, and as it stands in addresses. @param text what it is called there, if not by itself */
function asName(name: string, text = name): { text: string; slug: string } {
  return { text, slug: slug(name) };
}

function date(sources: HeadSources): Head['date'] {
  const filled = find(sources, 'date');
  if (filled === undefined) return undefined;
  const { value, line } = filled;
  const moment = new Date(Number(value instanceof Float ? value.value : value) * 1000);
  if (typeof value === 'string' || Number.isNaN(moment.getTime())) {
    const written = plain(value);
    return written === undefined ? undefined : { text: written, line };
  }
  const words = new Intl.DateTimeFormat(sources.language, { dateStyle: 'long', timeZone: 'UTC' });
  return { text: words.format(moment), iso: moment.toISOString(), line };
}

function cover(sources: HeadSources): Head['image'] {
  for (const key of (sources.site?.config ?? defaultConfig).imageFields) {
    const filled = find(sources, key);
    const address = filled && plain(filled.value);
    if (address === undefined) continue;
    return {
      address,
      picture: sources.pictureAt(address),
      alt: text(sources, `${key}_alt`)?.text ?? '',
      caption: text(sources, `${key}_caption`)?.text,
      line: filled?.line ?? 0,
    };
  }
  return undefined;
}

function text(sources: HeadSources, key: string): Head['title'] {
  const filled = find(sources, key);
  const written = filled && plain(filled.value);
  return written === undefined ? undefined : { text: written, line: filled?.line ?? 0 };
}

function firstOf(sources: HeadSources, keys: readonly string[]): Filled | undefined {
  for (const key of keys) {
    const filled = find(sources, key);
    if (filled) return filled;
  }
  return undefined;
}

/** What the post says, or else its collection; undefined where neither says anything. */
function find({ post, site, lines }: HeadSources, key: string): Filled | undefined {
  const field = fieldOf(post, key);
  if (field) {
    const { value } = field.node;
    return isBlank(value) ? undefined : { value, line: lines.positionAt(field.keySpan.start).line };
  }
  const setting = site?.jigsaw?.collectionOf(post.path)?.defaults.get(key);
  return setting === undefined || !isKnown(setting) || isBlank(setting)
    ? undefined
    : { value: setting, line: 0 };
}

/** A single value as text in one line; undefined for what is no text. */
function plain(value: Value): string | undefined {
  const written = value instanceof Float ? value.value : value;
  if (!['string', 'number', 'bigint'].includes(typeof written)) return undefined;
  return String(written).replace(/\s+/g, ' ').trim() || undefined;
}

/** The title of the item that a name such as `harbour-desk` means, where a collection is called like the field. */
function titleOfItem(
  { site }: HeadSources,
  collections: readonly string[],
  name: string,
): string | undefined {
  const known = site?.jigsaw?.config.collections;
  if (site === undefined || known === undefined || !isKnown(known)) return undefined;
  for (const { folder } of known.filter((collection) => collections.includes(collection.name))) {
    for (const ending of itemEndings) {
      const item = site.posts.get(`${folder}/${name}${ending}` as SitePath);
      const title = item && titleOf(item);
      if (title !== undefined) return title;
    }
  }
  return undefined;
}
