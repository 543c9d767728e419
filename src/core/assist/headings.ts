import { Parser } from 'htmlparser2';
import type { Token } from 'markdown-it';
import type { MarkdownDialect } from '../render/dialect.ts';
import { parseWithPlaces } from '../render/parser.ts';
import { stretchesOf } from '../render/place.ts';
import { type Span, span } from '../text/span.ts';

/** A heading that is written as HTML. Spans are offsets in the file. */
export interface Heading {
  /** From 1 to 6. */
  readonly level: number;
  /** Its words, without tags. */
  readonly text: string;
  /** From its opening to its closing tag. */
  readonly span: Span;
}

/** Bodies are read up to here, in UTF-16 units. */
const LIMIT = 2_000_000;

/** How much of a heading is kept. */
const LONGEST = 200;

/**
 * The headings of a body that are HTML, in their order.
 * @param dialect whose Markdown the body is; undefined for a body that is HTML throughout.
 */
export function htmlHeadings(
  text: string,
  body: Span,
  dialect: MarkdownDialect | undefined,
): readonly Heading[] {
  const source = text.slice(body.start, Math.min(body.end, body.start + LIMIT));
  if (!/<h[1-6]\b/i.test(source)) return [];
  const html = dialect ? onlyHtml(source, parseWithPlaces(source, dialect)) : source;
  const found: Heading[] = [];
  let open: { readonly tag: string; readonly start: number; readonly words: string[] } | undefined;
  const parser = new Parser({
    onopentagname: (tag) => {
      if (/^h[1-6]$/.test(tag)) open = { tag, start: parser.startIndex, words: [] };
    },
    ontext: (words) => open?.words.push(words),
    onclosetag: (tag) => {
      if (open?.tag !== tag) return;
      const end = Math.min(parser.endIndex + 1, html.length);
      const heading = span(body.start + open.start, body.start + end);
      found.push({
        level: Number(tag[1]),
        text: wordsOf(open.words),
        span: heading,
      });
      open = undefined;
    },
  });
  parser.end(html);
  return found;
}

/** A heading that nothing closes would have all that follows in it. */
function wordsOf(parts: readonly string[]): string {
  return parts.join('').slice(0, LONGEST).replace(/\s+/g, ' ').trim();
}

/** The text with everything blanked out that isn't HTML to Markdown: prose, and code that shows HTML. */
function onlyHtml(text: string, tokens: readonly Token[]): string {
  const parts: Span[] = [];
  const collect = (some: readonly Token[]) => {
    for (const token of some) {
      parts.push(...(stretchesOf(token) ?? []));
      collect(token.children ?? []);
    }
  };
  collect(tokens);
  let html = '';
  for (const { start, end } of parts.sort((a, b) => a.start - b.start)) {
    html += ' '.repeat(Math.max(0, start - html.length)) + text.slice(Math.max(start, html.length), end);
  }
  return html;
}
