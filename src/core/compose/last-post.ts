import { type DateForm, dateFormIn } from '../fields/date-form.ts';
import { readDate } from '../fields/date-reading.ts';
import { fieldOf } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import type { Collection } from '../site/jigsaw/model.ts';
import { slug } from '../site/jigsaw/slug.ts';
import { habitsIn, type Site } from '../site/site.ts';

const moments = new WeakMap<Post, { readonly moment: number | undefined }>();

/** When a post says that it was published, in milliseconds since 1970; undefined where it says no moment. Read once. */
export function momentOf(post: Post): number | undefined {
  const known = moments.get(post) ?? { moment: readMoment(post) };
  moments.set(post, known);
  return known.moment;
}

function readMoment(post: Post): number | undefined {
  const node = fieldOf(post, 'date')?.node;
  const reading = node && readDate(node, post.text);
  if (!reading) return undefined;
  if (reading.kind === 'text') {
    const [meaning] = reading.meanings;
    return meaning && meaning.seconds * 1000;
  }
  return 'seconds' in reading ? reading.seconds * 1000 : undefined;
}

const known = new WeakMap<Site['posts'], Map<string, Post | undefined>>();

/** The newest post of a collection by its date, or of the whole site; looked for once in a snapshot. */
export function lastPost({ posts }: Site, collection: Collection | undefined): Post | undefined {
  const folder = collection ? `${collection.folder}/` : '';
  const found = known.get(posts) ?? new Map<string, Post | undefined>();
  known.set(posts, found);
  if (!found.has(folder)) found.set(folder, findLast(posts, folder));
  return found.get(folder);
}

function findLast(posts: Site['posts'], folder: string): Post | undefined {
  let last: { readonly post: Post; readonly moment: number } | undefined;
  for (const post of posts.values()) {
    if (!post.path.startsWith(folder) || post.frontMatter?.problem) continue;
    const moment = momentOf(post);
    if (moment !== undefined && (!last || moment > last.moment)) last = { post, moment };
  }
  return last?.post;
}

/** The form of a date that stands in quotes. */
export function quotedDateForm(post: Post | undefined): DateForm | undefined {
  const node = post && fieldOf(post, 'date')?.node;
  if (!node || (node.style !== 'single-quoted' && node.style !== 'double-quoted')) return undefined;
  return dateFormIn(post.text.slice(node.span.start + 1, node.span.end - 1));
}

/**
 * Who is named as the author of a new post: the one who writes, in the spelling that the site's posts have; else the
 * author of the last post; else the writer's own name.
 * @param writer the name that the editor knows, if it knows one.
 */
export function authorFor({
  site,
  collection,
  writer,
}: {
  readonly site: Site;
  readonly collection: Collection | undefined;
  readonly writer: string | undefined;
}): string | undefined {
  const names = [...(habitsIn(site, collection?.name).fields.get('author')?.values.keys() ?? [])];
  const own = writer === undefined ? undefined : names.find((name) => slug(name) === slug(writer));
  if (own !== undefined) return own;
  const last = lastPost(site, collection);
  const author = last && fieldOf(last, 'author')?.node.value;
  return typeof author === 'string' && author.trim() !== '' ? author.trim() : (names[0] ?? writer);
}
