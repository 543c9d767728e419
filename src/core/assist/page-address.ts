import type { RuleContext } from '../rules/rule.ts';
import { isKnown } from '../site/unknown.ts';

/** Where readers will find a post. */
export interface PageAddress {
  /** The address below the site's own, such as `/stories/2025/10/lantern-night`. */
  readonly url: string;
  /** How many more addresses the post has. */
  readonly others: number;
}

/** A post's address on the built site; undefined where it has no page, and where it can't be known. */
export function pageAddress({ post, placement }: RuleContext): PageAddress | undefined {
  // Of a front matter with a mistake nothing is known but that the build fails.
  if (!placement || post.frontMatter?.problem || !isKnown(placement.outputs)) return undefined;
  const [first, ...others] = placement.outputs;
  return first && { url: first.url, others: others.length };
}
