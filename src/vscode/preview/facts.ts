import type { Post } from '../../core/post/post.ts';
import type { Facts } from '../../core/shell/slots.ts';
import type { Site } from '../../core/site/site.ts';
import { LineMap } from '../../core/text/line-map.ts';
import { headOf } from './head.ts';

/** What a post says of itself, from the fields by which the article's head is made too. */
export function factsOf(post: Post, site: Site): Facts {
  const lines = new LineMap(post.text);
  const sources = { post, site, lines, language: 'en', pictureAt: () => ({ kind: 'none' }) as const };
  const { title, description, author, date, image, kicker, keywords } = headOf(sources);
  return {
    title: title?.text,
    description: description?.text,
    author: author?.text,
    date: date?.iso === undefined ? undefined : Date.parse(date.iso) / 1000,
    image: image?.address,
    alt: image?.alt,
    caption: image?.caption,
    names: { kicker: kicker?.names, author: author?.names, keywords: keywords?.names },
  };
}
