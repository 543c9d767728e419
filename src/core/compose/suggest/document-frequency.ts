import type { Post } from '../../post/post.ts';
import type { Site } from '../../site/site.ts';
import { slice } from '../../text/span.ts';
import { plainText } from '../plain-text.ts';
import type { DocumentFrequency } from './keywords.ts';
import { plainWordsOf } from './words.ts';

/** So many posts, spread over the site, tell well enough which words are common on it. */
const ENOUGH_POSTS = 100;

/** So much of each, in characters. */
const ENOUGH_TEXT = 5000;

const known = new WeakMap<Post, ReadonlySet<string>>();

/** In how many of the site's other posts each word stands, judged by a sample of them; each post is read once. */
export function documentFrequency(site: Site | undefined, post: Post): DocumentFrequency {
  const others = [...(site?.posts.values() ?? [])].filter(({ path }) => path !== post.path);
  const step = Math.max(1, others.length / ENOUGH_POSTS);
  const counts = new Map<string, number>();
  let posts = 0;
  for (let at = 0; at < others.length; at += step) {
    const other = others[Math.floor(at)];
    if (!other) continue;
    posts += 1;
    for (const word of wordsIn(other)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { posts, counts };
}

function wordsIn(post: Post): ReadonlySet<string> {
  let words = known.get(post);
  if (!words) {
    const text = plainText(slice(post.text, post.body).slice(0, ENOUGH_TEXT));
    words = new Set(plainWordsOf(text.toLocaleLowerCase()));
    known.set(post, words);
  }
  return words;
}
