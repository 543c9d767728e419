import { plainText } from '../compose/plain-text.ts';
import { wordsOf } from '../compose/suggest/words.ts';
import type { Post } from '../post/post.ts';
import { slice } from '../text/span.ts';

/** How long a text is for its readers. */
export interface Length {
  readonly words: number;
  /** Whole minutes, at least one; 0 where there is nothing to read. */
  readonly minutes: number;
}

/** Words a minute, as most newspapers count. */
const SPEED = 220;

/** In scripts that are written without spaces, a word has about two letters, and is read as fast as that. */
const LETTERS_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

const known = new WeakMap<Post, Length>();

/** Nothing but comments, from the first to the last character. */
const COMMENTS = /^\s*<!--[\s\S]*-->\s*$/;

/** Whether a post's writer hasn't begun: what readers see may also be a picture, a drawing or a piece of code. */
export function isUnwritten(post: Post): boolean {
  const body = slice(post.text, post.body);
  return body.trim() === '' || (COMMENTS.test(body) && lengthOf(post).words === 0);
}

/** How much there is to read in a post's body: neither front matter nor code counts. Counted once for each text. */
export function lengthOf(post: Post): Length {
  const last = known.get(post);
  if (last) return last;
  const text = plainText(slice(post.text, post.rendered.body));
  const letters = text.match(LETTERS_WITHOUT_SPACES)?.length ?? 0;
  const words = wordsOf(text).length;
  const others = letters > 0 ? wordsOf(text.replace(LETTERS_WITHOUT_SPACES, ' ')).length : words;
  const minutes = Math.ceil((others + letters / 2) / SPEED);
  const length = { words, minutes };
  known.set(post, length);
  return length;
}
