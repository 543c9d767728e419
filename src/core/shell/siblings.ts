import { fieldOf, isBlank } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { Float } from '../post/value.ts';
import { folderOf } from '../site/file-index.ts';
import type { Site } from '../site/site.ts';

/** A headline in the body, for which careful layouts leave theirs out. */
const HEADLINE = /^#\s|<h1\b/m;

/**
 * The posts whose pages could dress this one, most alike first: those of its collection and layout, by which fields
 * they fill, then by date.
 */
export function siblingsOf(post: Post, site: Site): readonly Post[] {
  const own = { layout: written(post, 'extends'), group: groupOf(post, site), fields: filled(post) };
  const ranked: { sibling: Post; unlike: number; apart: number }[] = [];
  for (const sibling of site.posts.values()) {
    if (sibling.path === post.path || groupOf(sibling, site) !== own.group) continue;
    if (written(sibling, 'extends') !== own.layout) continue;
    const headline = HEADLINE.test(bodyOf(sibling)) === HEADLINE.test(bodyOf(post)) ? 0 : 1;
    const unlike = differences(own.fields, filled(sibling)) + headline;
    ranked.push({ sibling, unlike, apart: Math.abs(dateOf(sibling) - dateOf(post)) });
  }
  ranked.sort((a, b) => a.unlike - b.unlike || a.apart - b.apart);
  return ranked.map(({ sibling }) => sibling);
}

/** The collection's name; for what is in none, the folder that it lies in. */
function groupOf({ path }: Post, { jigsaw }: Site): string {
  return jigsaw?.collectionOf(path)?.name ?? folderOf(path);
}

function filled({ frontMatter }: Post): ReadonlySet<string> {
  const fields = frontMatter?.fields ?? [];
  return new Set(fields.filter(({ node }) => !isBlank(node.value)).map(({ key }) => key));
}

/** Which fields a post fills, as a text by which two posts can be compared. */
export function filledFields(post: Post): string {
  return JSON.stringify([...filled(post)].sort());
}

function differences(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return new Set([...one, ...other]).size * 2 - one.size - other.size;
}

function written(post: Post, key: string): unknown {
  return fieldOf(post, key)?.node.value;
}

function bodyOf({ text, rendered }: Post): string {
  return text.slice(rendered.body.start, rendered.body.end);
}

/** Unix time; that of posts without a date is today's, as that of a new post. */
function dateOf(post: Post): number {
  const date = written(post, 'date');
  if (typeof date === 'number') return date;
  return date instanceof Float ? date.value : Number.MAX_SAFE_INTEGER;
}
