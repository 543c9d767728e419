import type { RuleContext } from '../rules/rule.ts';
import { builtOutputs } from '../site/built-outputs.ts';
import { isKnown } from '../site/unknown.ts';

/** Where readers will find a post. */
export interface PageAddress {
  /** The address below the site's own, such as `/stories/2025/10/lantern-night`. */
  readonly url: string;
  /** How many more addresses the post has. */
  readonly others: number;
}

/** A post's address on the built site; undefined where it has no page, and where it can't be known. */
export function pageAddress({ post, site, placement }: RuleContext): PageAddress | undefined {
  const outputs = site && placement && builtOutputs(post, placement, site);
  if (!outputs || !isKnown(outputs)) return undefined;
  const [first, ...others] = outputs;
  return first && { url: first.url, others: others.length };
}
