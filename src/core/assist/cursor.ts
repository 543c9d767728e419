import { LONGEST_YAML } from '../post/limits.ts';
import type { Post } from '../post/post.ts';
import { type Span, span } from '../text/span.ts';
import { type Slot, slotAt } from './slot.ts';

/** What stands, or is being written, at one place of the front matter. */
export type Cursor =
  /** A key of the top level: `word` is what is there of it, `hasColon` whether its colon stands behind it. */
  | { readonly kind: 'key'; readonly word: Span; readonly hasColon: boolean }
  /** The value of the field `key`, or one of its several. */
  | ({ readonly kind: 'value'; readonly key: string } & Slot);

/** A field of the top level at the start of its line: the key, and the colon if white space follows it. */
const ENTRY = /^([\p{L}\p{N}_](?:[^:#\r\n]*[^:#\s])?)[ \t]*:(?=[ \t]|$)/u;

/** As much as there may be of a key that is being written. */
const KEY = /^(?:[\p{L}\p{N}_][\p{L}\p{N}_.-]*)?/u;

/**
 * What the writer is writing at a place of the front matter. It goes by lines and not by the parsed post, so that YAML
 * that is half written, or has no end yet, will do.
 * @returns undefined outside front matter, in a comment, in prose and in what is nested deeper than a list.
 */
export function cursorAt(post: Post, offset: number): Cursor | undefined {
  const { text } = post;
  const start = yamlStart(post, offset);
  if (start === undefined) return undefined;
  const line = lineAt(text, offset);
  if (line.start < start || text.startsWith('---', line.start)) return undefined;
  const key = keyAt(text, line, offset);
  if (key) return key;
  const owner = ownerOf(text, line, start);
  const entry = owner && ENTRY.exec(text.slice(owner.start, owner.end));
  const slot = entry && slotAt(text, owner.start + entry[0].length, line, offset);
  return slot ? { kind: 'value', key: entry?.[1] ?? '', ...slot } : undefined;
}

/**
 * Where the YAML starts that the place is in. While a post is begun its front matter has no end yet, so that the
 * generator sees none: then it goes as far as the first blank line.
 */
function yamlStart({ text, frontMatter }: Post, offset: number): number | undefined {
  const start = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(0, 80))?.[0].length;
  if (start === undefined || offset < start || offset - start > LONGEST_YAML) return undefined;
  if (frontMatter) return offset <= frontMatter.closer.start ? start : undefined;
  return /(?:^|\n|\r(?!\n))[ \t]*[\r\n]/.test(text.slice(start, offset)) ? undefined : start;
}

/** The line that a place is in, without its break. */
function lineAt(text: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (start > 0 && !isBreak(text, start - 1)) start -= 1;
  while (end < text.length && !isBreak(text, end)) end += 1;
  return span(start, end);
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function keyAt(text: string, line: Span, offset: number): Cursor | undefined {
  const written = text.slice(line.start, line.end);
  const word = span(line.start, line.start + (KEY.exec(written)?.[0].length ?? 0));
  const rest = text.slice(word.end, line.end);
  if (offset > word.end || !/^[ \t]*(?::(?=[ \t]|$)|$)/.test(rest)) return undefined;
  return { kind: 'key', word, hasColon: rest.trimStart().startsWith(':') };
}

/** The line of the field that a line belongs to: the last one, at or above it, that starts something new. */
function ownerOf(text: string, line: Span, start: number): Span | undefined {
  let owner = line;
  while (/^(?:[\s#\]}-]|$)/.test(text.slice(owner.start, Math.min(owner.start + 1, owner.end)))) {
    const end = owner.start - (text.startsWith('\r\n', owner.start - 2) ? 2 : 1);
    if (end < start) return undefined;
    owner = lineAt(text, end);
  }
  return owner;
}
