import type { Post } from '../post/post.ts';
import { boundaryMistake } from '../rules/front-matter/boundary.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';

/** Why a build can have no page for a post, or may just not have one yet. */
export type WhyNoPage =
  | { readonly why: 'not-built' | 'empty' | 'front-matter' | 'no-layout' }
  | { readonly why: 'layout-missing'; readonly layout: string };

/** What keeps a post from having a page in the site's builds, as far as that is surely known. */
export function whyNoPage(post: Post, site: Site): WhyNoPage {
  if (post.text.trim() === '') return { why: 'empty' };
  if (post.frontMatter?.problem || boundaryMistake(post)) return { why: 'front-matter' };
  if (!site.jigsaw) return { why: 'not-built' };
  const { templates, layouts } = placementOf(post, site);
  if (isKnown(templates) && templates.length === 0) return { why: 'no-layout' };
  const [missing] = layouts.flatMap(({ chain }) => chain.missing ?? []);
  return missing === undefined ? { why: 'not-built' } : { why: 'layout-missing', layout: missing.name };
}
