import { type DateReading, readDate } from '../../fields/date-reading.ts';
import { fieldOf } from '../../post/fields.ts';
import { isList } from '../../post/value.ts';
import { isKnown } from '../../site/unknown.ts';
import { countOtherPosts } from '../other-posts.ts';
import type { RuleContext } from '../rule.ts';

/** How the dates of the collection's other posts are read: the number of posts by kind. */
export type OtherDates = ReadonlyMap<DateReading['kind'], number>;

/** Counts the kinds of dates among the other posts of a post's collection. */
export function otherDates(context: RuleContext): OtherDates {
  return countOtherPosts(context, 'date', (post) => {
    const node = fieldOf(post, 'date')?.node;
    return node && readDate(node, post.text).kind;
  });
}

/** Whether at least as many other posts do the same as have a whole Unix time: then the site wants it so. */
export function isUsual(kind: DateReading['kind'], others: OtherDates): boolean {
  const same = others.get(kind) ?? 0;
  return same > 0 && same >= (others.get('timestamp') ?? 0);
}

/** Whether the post stands in a list that is sorted by date. */
export function isSortedByDate({ placement }: RuleContext): boolean {
  const collection = placement && isKnown(placement.collection) ? placement.collection : undefined;
  const sort = collection?.sort;
  if (sort === undefined || !isKnown(sort)) return false;
  return (isList(sort) ? sort : [sort]).some((key) => typeof key === 'string' && /^[-+]*date$/.test(key));
}

/** A page of its own, a category, a project: what its `date` is for, and in which form, is the site's affair. */
export function isPage({ placement }: RuleContext): boolean {
  return placement !== undefined && !placement.isPost;
}
