import type { Post } from '../post/post.ts';
import { builtOutputs } from './built-outputs.ts';
import { placementOf } from './placement.ts';
import type { Site } from './site.ts';
import { isKnown } from './unknown.ts';

/** Where readers will find a post. */
export interface PageAddress {
  /** The address below the site's own, such as `/stories/2025/10/lantern-night`. */
  readonly url: string;
  /** How many more addresses the post has. */
  readonly others: number;
}

/** A post's address on the built site; undefined where it has no page, and where it can't be known. */
export function pageAddress(post: Post, site: Site | undefined): PageAddress | undefined {
  const outputs = site && builtOutputs(post, placementOf(post, site), site);
  if (!outputs || !isKnown(outputs)) return undefined;
  const [first, ...others] = outputs;
  return first && { url: first.url, others: others.length };
}
