import { titleOf } from '../fields/title.ts';
import { fieldOf } from '../post/fields.ts';
import { firstHeading } from '../post/hash-headings.ts';
import type { Post } from '../post/post.ts';
import { type Span, slice } from '../text/span.ts';
import { plainText } from './plain-text.ts';

/** A text that becomes a post: its title and what is left of it. */
export interface Opening {
  readonly title: string;
  readonly body: string;
}

/** The words that make a title where there is no heading. */
const FIRST_WORDS = 8;

/**
 * The title that a text suggests: its first heading, or else its first words. A heading of the first or second rank at
 * the very start is taken out of the text, as the page prints the title itself.
 */
export function openingOf(text: string): Opening {
  const written = text.trim();
  const start = /^(?:(#{1,2}[ \t][^\r\n]*)|([^\r\n#<>|-][^\r\n]*)\r?\n(?:=+|-{2,})[ \t]*)(?:\r?\n|$)/.exec(
    written,
  );
  const leading =
    start && plainText(start[1] === undefined ? (start[2] ?? '') : (firstHeading(start[1]) ?? ''));
  if (start && leading) return { title: leading, body: written.slice(start[0].length).trim() };
  const heading = firstHeading(written);
  const title = heading === undefined ? firstWords(plainText(written)) : plainText(heading);
  return { title, body: written };
}

/**
 * The opening that a part of a text suggests. Front matter is no text: of the fields that are selected with it only the
 * title is taken.
 * @returns undefined where nothing but front matter or white space is selected.
 */
export function openingIn(post: Post, selected: Span): Opening | undefined {
  const { start, end } = selected;
  const text = slice(post.text, { start: Math.max(start, post.body.start), end });
  if (end <= post.body.start || text.trim() === '') return undefined;
  const opening = openingOf(text);
  const field = fieldOf(post, 'title');
  const title = field && start <= field.span.start ? titleOf(post) : undefined;
  if (title === undefined || title === opening.title) return opening;
  return { title, body: text.trim() };
}

/** The first sentence, if it is short, or the first words. */
function firstWords(text: string): string {
  const [sentence = ''] = /^[^.!?…。！？]+/u.exec(text) ?? [];
  const words = sentence.trim().split(' ').slice(0, FIRST_WORDS).join(' ');
  // A letter of two units isn't cut in half.
  return words.slice(0, 80).replace(/[\uD800-\uDBFF]$/, '');
}
