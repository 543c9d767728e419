import type { Post } from '../post/post.ts';
import type { Collection } from './jigsaw/model.ts';
import { fileNameOf } from './jigsaw/path-pattern.ts';
import type { Site } from './site.ts';

const gathered = new WeakMap<Site['posts'], Map<string, ReadonlyMap<string, Post>>>();

/** A collection's items by their files' names without extension, as other posts name them; gathered once a snapshot. */
export function itemsOf({ name, folder }: Collection, { posts }: Site): ReadonlyMap<string, Post> {
  const known = gathered.get(posts) ?? new Map<string, ReadonlyMap<string, Post>>();
  gathered.set(posts, known);
  const found = known.get(name) ?? new Map(itemsIn(folder, posts));
  known.set(name, found);
  return found;
}

function* itemsIn(folder: string, posts: Site['posts']): Iterable<readonly [string, Post]> {
  for (const [path, post] of posts) if (path.startsWith(`${folder}/`)) yield [fileNameOf(path), post];
}
