import { isKept } from '../../site/dry-runs.ts';
import { isKnown } from '../../site/unknown.ts';
import type { RuleContext } from '../rule.ts';

/** Whether the build surely makes a page of the post: only then does it come to the template text in it. */
export function isRendered({ post, site, placement }: RuleContext): boolean {
  if (!site?.jigsaw || !placement || post.frontMatter?.problem) return false;
  if (!isKnown(placement.templates) || placement.templates.length === 0) return false;
  return placement.collectionName === undefined || isKept(post, site) === true;
}
