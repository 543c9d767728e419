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

/** How far back a tag or a link's text may have been opened, in characters. */
const LONGEST_TAG = 2000;

const HTML = /<a\b[^<>]*?\shref\s*=\s*(["'])([^"'<>]*)$/i;

/** The link whose address a place of the body is in; undefined anywhere else, and in code. */
export function linkSlotAt({ text, body, path }: Post, offset: number): LinkSlot | undefined {
  if (offset < body.start) return undefined;
  const lineStart = Math.max(body.start, text.lastIndexOf('\n', offset - 1) + 1);
  const line = text.slice(lineStart, offset);
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(path);
  const markdown = isMarkdown ? markdownLink(line) : undefined;
  if (markdown) {
    const { isImage, isBracketed, written } = markdown;
    if (isImage || isInCode(text.slice(body.start, offset), line)) return undefined;
    return slot('markdown', text, offset, written, isBracketed ? /^[^<>\r\n]*/ : /^[^\s()<>"]*/);
  }
  const html = HTML.exec(text.slice(Math.max(body.start, offset - LONGEST_TAG), offset));
  if (!html || (isMarkdown && isInCode(text.slice(body.start, offset), line))) return undefined;
  const [, quote, written = ''] = html;
  return slot('html', text, offset, written, quote === '"' ? /^[^"<>\r\n]*/ : /^[^'<>\r\n]*/);
}

interface MarkdownLink {
  readonly isImage: boolean;
  /** Whether the address is between `<` and `>`. */
  readonly isBracketed: boolean;
  readonly written: string;
}

/** The link or image whose address a line ends in: `[text](` and what follows it. */
function markdownLink(line: string): MarkdownLink | undefined {
  const close = line.lastIndexOf('](');
  const open = close === -1 ? undefined : openingBracket(line, close);
  if (open === undefined) return undefined;
  const inside = line.slice(close + ']('.length).trimStart();
  const isBracketed = inside.startsWith('<');
  const written = isBracketed ? inside.slice(1) : inside;
  return /[()<>"]/.test(written) ? undefined : { isImage: line[open - 1] === '!', isBracketed, written };
}

/** Where the bracket was opened that is closed here: brackets in a link's text come in pairs. */
function openingBracket(line: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close; at >= Math.max(0, close - LONGEST_TAG); at--) {
    if (line[at] === ']') depth += 1;
    else if (line[at] === '[') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
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
