import { groupBy } from '../group-by.ts';
import type { Post } from '../post/post.ts';
import { holdsPosts } from '../site/posts.ts';
import type { Site } from '../site/site.ts';

/** What the posts of a site are kept in: a collection, or the pages outside of all. */
export interface Shelf {
  /** The collection's name; undefined for pages outside the collections, and for a site without any. */
  readonly collection: string | undefined;
  /** Whether it holds posts, and not authors, categories or pages. */
  readonly holdsPosts: boolean;
  readonly posts: readonly Post[];
}

/** The site's collections that have items, those of posts first, and its pages last. */
export function shelvesOf(site: Site): readonly Shelf[] {
  const byName = groupBy(site.posts.values(), ({ path }) => site.jigsaw?.collectionOf(path)?.name);
  const shelves = (site.jigsaw?.collections ?? []).flatMap((collection): Shelf[] => {
    const posts = byName.get(collection.name);
    return posts ? [{ collection: collection.name, holdsPosts: holdsPosts(collection, site), posts }] : [];
  });
  const pages = byName.get(undefined);
  const others: Shelf[] = pages ? [{ collection: undefined, holdsPosts: !site.jigsaw, posts: pages }] : [];
  return [...shelves, ...others].sort((a, b) => Number(b.holdsPosts) - Number(a.holdsPosts));
}
