import type { Post } from '../post/post.ts';
import type { Habits } from '../site/habits.ts';
import type { Site } from '../site/site.ts';
import type { RuleContext } from './rule.ts';

const tallies = new WeakMap<Habits, Map<string, ReadonlyMap<string, number>>>();

/**
 * How often something is so among the other posts of a post's collection; empty for a lone file. The posts are counted
 * when their habits are.
 * @param what names what is counted, and so must go with `kindOf`.
 * @param kindOf which kind a post is of; undefined for one that doesn't count.
 */
export function countOtherPosts<K extends string>(
  { post, site, placement, habits }: RuleContext,
  what: string,
  kindOf: (post: Post) => K | undefined,
): ReadonlyMap<K, number> {
  if (!site || !habits) return new Map();
  const collection = placement?.collectionName;
  const known = tallies.get(habits) ?? new Map<string, ReadonlyMap<string, number>>();
  tallies.set(habits, known);
  const all = (known.get(what) as ReadonlyMap<K, number> | undefined) ?? tally(site, collection, kindOf);
  known.set(what, all);
  const own = kindOf(post);
  return own === undefined ? all : new Map(all).set(own, Math.max(0, (all.get(own) ?? 0) - 1));
}

function tally<K>(
  site: Site,
  collection: string | undefined,
  kindOf: (post: Post) => K | undefined,
): Map<K, number> {
  const counts = new Map<K, number>();
  for (const post of site.posts.values()) {
    if (site.jigsaw?.collectionNameOf(post.path) !== collection) continue;
    const kind = post.frontMatter?.problem ? undefined : kindOf(post);
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
