import type { Post } from '../post/post.ts';
import { type Span, span } from '../text/span.ts';
import { isInCode } from './in-code.ts';

/** The address of an image that is being written in a body: as much as there is of it. */
export interface ImageSlot {
  /** All that stands there, from the bracket, quote or comma on. */
  readonly word: Span;
  /** What stands there up to the cursor. */
  readonly written: string;
}

/** How far back a tag may have been opened, in characters. */
const LONGEST_TAG = 2000;

const ECHO = String.raw`(?:\{\{[^{}\r\n]*\}\})?`;
const MARKDOWN = new RegExp(String.raw`!\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*<?(${ECHO}[^()<>"]*)$`);
const SOURCE = new RegExp(
  String.raw`<(?:img\b[^<>]*?\ssrc|(?:video)\b[^<>]*?\sposter|image\b[^<>]*?\s(?:xlink:)?href)\s*=\s*["'](${ECHO}[^"'<>]*)$`,
  'i',
);
const SRCSET = /<(?:img|source)\b[^<>]*?\ssrcset\s*=\s*["'](?:[^"'<>]*,)?\s*([^"'<>,\s]*)$/i;

/**
 * The image whose address a place of the body is in; undefined anywhere else, and in code. It goes by the text before
 * the cursor, so that what is half written will do.
 */
export function imageSlotAt({ text, body, path }: Post, offset: number): ImageSlot | undefined {
  if (offset < body.start) return undefined;
  const start = Math.max(body.start, offset - LONGEST_TAG);
  const before = text.slice(start, offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(path);
  const inMarkdown = isMarkdown ? MARKDOWN.exec(line) : null;
  const inTag = SOURCE.exec(before);
  const inSet = SRCSET.exec(before);
  const written = (inMarkdown ?? inTag ?? inSet)?.[1];
  if (written === undefined || (isMarkdown && isInCode(text.slice(body.start, offset), line)))
    return undefined;
  const angled = inMarkdown?.[0].slice(0, -written.length || undefined).endsWith('<') === true;
  const rest = inMarkdown
    ? angled
      ? /^[^<>\r\n]*/
      : /^[^\s()<>"]*/
    : inTag
      ? /^[^"'<>\r\n]*/
      : /^[^"'<>,\s]*/;
  const end = offset + (rest.exec(text.slice(offset, offset + LONGEST_TAG))?.[0].length ?? 0);
  return { word: span(offset - written.length, end), written };
}
