import type { Post } from '../post/post.ts';
import { PostContext } from '../rules/context.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { mayMention } from './mentions.ts';

/**
 * The other posts whose text links to a post's page, in the site's order. Every other post gives undefined, so that
 * whoever asks can take a break. A post whose address only the build knows has none.
 */
export function* linkingPosts(to: Post, site: Site): Iterable<Post | undefined> {
  const { outputs } = placementOf(to, site);
  if (!isKnown(outputs)) return;
  const mentions = mayMention(outputs.map(({ path }) => path));
  for (const post of site.posts.values())
    yield post.path !== to.path && mentions(post.text) && linksTo(to, post, site) ? post : undefined;
}

function linksTo(to: Post, post: Post, site: Site): boolean {
  // No rule is asked, so the moment is none's concern.
  const { links } = new PostContext(post, site, 0);
  return links.some(({ place }) => place?.kind === 'there' && place.path === to.path);
}
