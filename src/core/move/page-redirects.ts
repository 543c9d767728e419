import type { Redirect } from '../redirects/redirect-format.ts';
import type { SitePath } from '../site/files.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import type { MovedFiles } from './moves.ts';

/** The pages that got another address, with the old one and the new one; what only the build knows is left out. */
export function redirectsOf(before: Site, after: Site, moved: MovedFiles): readonly Redirect[] {
  const found: Redirect[] = [];
  for (const [from, to] of moved) {
    const [old, now] = [addressesOf(from, before), addressesOf(to, after)];
    if (old.length !== now.length) continue;
    for (const [index, address] of old.entries()) {
      const other = now[index];
      if (other !== undefined && other !== address) found.push({ from: address, to: other });
    }
  }
  return found;
}

function addressesOf(path: SitePath, site: Site): readonly string[] {
  const post = site.posts.get(path);
  if (!post || post.frontMatter?.problem) return [];
  const { outputs, collection } = placementOf(post, site);
  if (!isKnown(outputs) || !isKnown(collection) || collection?.map) return [];
  return outputs.map(({ url }) => url);
}
