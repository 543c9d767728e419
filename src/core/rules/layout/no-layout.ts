import { fieldOf, isBlank } from '../../post/fields.ts';
import type { Post } from '../../post/post.ts';
import { isMap } from '../../post/value.ts';
import { isKnown } from '../../site/unknown.ts';
import { boundaryMistake } from '../front-matter/boundary.ts';
import { isMisspelt } from '../front-matter/misspelt-field.ts';
import type { RuleContext } from '../rule.ts';

/** Whether nothing names a layout that a post must have, neither itself nor the config: then it gets no page. */
export function hasNoLayout(context: RuleContext): boolean {
  const { post, placement } = context;
  if (!placement || !isKnown(placement.templates) || placement.templates.length > 0) return false;
  // A list of a collection's items is a page without a layout's name.
  if (!isKnown(placement.outputs) || placement.outputs.length > 0 || placement.error !== undefined)
    return false;
  if (!isRead(post)) return false;
  return fieldOf(post, 'extends') !== undefined || !(isData(context) || isMisspelt(context, 'extends'));
}

/** The layout that the collection's other posts have, or the site's only one; undefined where neither can be told. */
export function usualLayout({ site, habits }: RuleContext): string | undefined {
  const [usual] = habits?.fields.get('extends')?.values.keys() ?? [];
  const names = site?.jigsaw?.layoutNames ?? [];
  return usual ?? (names.length === 1 ? names[0] : undefined);
}

/** Whether the fields are what the writer sees there: other rules tell when they aren't. */
function isRead(post: Post): boolean {
  const { frontMatter } = post;
  if (boundaryMistake(post)) return false;
  return !frontMatter || (!frontMatter.problem && (isMap(frontMatter.data) || isBlank(frontMatter.data)));
}

/** Whether the collection's items are data for other pages, such as people or partners: none has a page. */
function isData({ placement, habits }: RuleContext): boolean {
  if (!placement || placement.isPost || placement.collectionName === undefined || !habits) return false;
  return !habits.fields.has('extends');
}
