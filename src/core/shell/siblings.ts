import { fieldOf, isBlank } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { Float } from '../post/value.ts';
import { folderOf } from '../site/file-index.ts';
import type { Site } from '../site/site.ts';

/** Whether a post has a headline in its body, for which careful layouts leave theirs out, and the cover with it. */
export function bringsHeadline({ text, rendered }: Post): boolean {
  return /^#\s|<h1\b/m.test(text.slice(rendered.body.start, rendered.body.end));
}

/**
 * The posts whose pages could dress this one, most alike first: those of its collection and layout, by whether they bring
 * a headline, as a page whose layout left its own out has no place for one, then by which fields they fill, then by
 * date.
 */
export function siblingsOf(post: Post, site: Site): readonly Post[] {
  const own = {
    layout: written(post, 'extends'),
    group: groupOf(post, site),
    fields: filled(post),
    headline: bringsHeadline(post),
  };
  const ranked: { sibling: Post; headline: number; unlike: number; apart: number }[] = [];
  for (const sibling of site.posts.values()) {
    if (sibling.path === post.path || groupOf(sibling, site) !== own.group) continue;
    if (written(sibling, 'extends') !== own.layout) continue;
    const headline = bringsHeadline(sibling) === own.headline ? 0 : 1;
    const unlike = differences(own.fields, filled(sibling));
    ranked.push({ sibling, headline, unlike, apart: Math.abs(dateOf(sibling) - dateOf(post)) });
  }
  ranked.sort((a, b) => a.headline - b.headline || a.unlike - b.unlike || a.apart - b.apart);
  return ranked.map(({ sibling }) => sibling);
}

/** The collection's name; for what is in none, the folder that it lies in. */
export function groupOf({ path }: Post, { jigsaw }: Site): string {
  return jigsaw?.collectionOf(path)?.name ?? folderOf(path);
}

function filled({ frontMatter }: Post): ReadonlySet<string> {
  const fields = frontMatter?.fields ?? [];
  return new Set(fields.filter(({ node }) => !isBlank(node.value)).map(({ key }) => key));
}

/** By what a page of another post is chosen for this one: its layout, which fields it fills, and its date. */
export function choiceOf(post: Post): string {
  return JSON.stringify([String(written(post, 'extends')), ...[...filled(post), dateOf(post)].sort()]);
}

function differences(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return new Set([...one, ...other]).size * 2 - one.size - other.size;
}

function written(post: Post, key: string): unknown {
  return fieldOf(post, key)?.node.value;
}

/** Unix time; that of posts without a date is today's, as that of a new post. */
export function dateOf(post: Post): number {
  const date = written(post, 'date');
  if (typeof date === 'number') return date;
  return date instanceof Float ? date.value : Number.MAX_SAFE_INTEGER;
}
