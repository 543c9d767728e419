import type { Post } from '../post/post.ts';
import { type Span, slice, span } from '../text/span.ts';
import { isInCode } from './in-code.ts';

/** The address of a link that is being written: as much as there is of it, or words of the title that it is to lead to. */
export interface LinkSlot {
  readonly syntax: 'markdown' | 'html';
  /** All that stands there, from the bracket or quote on. */
  readonly word: Span;
  /** What stands there up to the cursor. */
  readonly written: string;
}

/** How far back a tag may have been opened, in characters. */
const LONGEST_TAG = 2000;

/** A link's opening bracket and what follows it; an exclamation mark makes it an image. */
const MARKDOWN = /(!?)\[(?:[^[\]]|\[[^\]]*\])*\]\(\s*(<?)([^()<>"]*)$/;

const HTML = /<a\b[^<>]*?\shref\s*=\s*(["'])([^"'<>]*)$/i;

/** The link whose address a place of the body is in; undefined anywhere else, and in code. */
export function linkSlotAt({ text, body, path }: Post, offset: number): LinkSlot | undefined {
  if (offset < body.start) return undefined;
  const lineStart = Math.max(body.start, text.lastIndexOf('\n', offset - 1) + 1);
  const line = text.slice(lineStart, offset);
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(path);
  const markdown = isMarkdown ? MARKDOWN.exec(line) : null;
  if (markdown) {
    const [, mark, bracket, written = ''] = markdown;
    if (mark === '!' || isInCode(text.slice(body.start, offset), line)) return undefined;
    return slot('markdown', text, offset, written, bracket ? /^[^<>\r\n]*/ : /^[^\s()<>"]*/);
  }
  const html = HTML.exec(text.slice(Math.max(body.start, offset - LONGEST_TAG), offset));
  if (!html || (isMarkdown && isInCode(text.slice(body.start, offset), line))) return undefined;
  const [, quote, written = ''] = html;
  return slot('html', text, offset, written, quote === '"' ? /^[^"<>\r\n]*/ : /^[^'<>\r\n]*/);
}

function slot(
  syntax: LinkSlot['syntax'],
  text: string,
  offset: number,
  written: string,
  rest: RegExp,
): LinkSlot {
  const start = offset - written.length;
  const end = offset + (rest.exec(text.slice(offset, offset + LONGEST_TAG))?.[0].length ?? 0);
  return { syntax, word: span(start, end), written: slice(text, span(start, offset)) };
}
