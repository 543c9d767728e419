import { Parser } from 'htmlparser2';
import type { Post } from '../post/post.ts';
import { renderBody } from '../render/render.ts';
import { markdownDialect, type Site } from '../site/site.ts';
import { cutAtWord } from '../text/cut-at-word.ts';
import { slice } from '../text/span.ts';

/** How many characters of a body stand in for a description. */
const MOST = 300;

/** How much of a body is read for its first words. */
const ENOUGH_TEXT = 5000;

/** Where Markdown says what a footnote or a link of that name is. */
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:.*$/gm;

/** What an excerpt leaves out, as Jigsaw's blog template does; headings are no sentences. */
const UNREAD = new Set(['script', 'style', 'template', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What belongs to footnotes: their numbers in the text, and the notes. */
const FOOTNOTES = new Set(['doc-noteref', 'doc-endnotes', 'doc-backlink']);

/** Elements within a line, before and behind which no word ends. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd'],
  ...['mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var'],
]);

/** The first words of a post as a reader reads them, up to a `<!-- more -->`. */
export function excerptOf(post: Post, site: Site | undefined): string {
  const body = slice(post.text, post.body);
  const [start = ''] = body.slice(0, ENOUGH_TEXT).split(/<!--\s*more\s*-->/);
  const dialect = markdownDialect(post.path, site);
  const text = wordsOf(dialect ? renderBody(withDefinitions(start, body), dialect) : start);
  return cutAtWord(text, MOST);
}

/** The start of a body with what is defined behind it, lest the marks of notes and links stay as they are typed. */
function withDefinitions(start: string, body: string): string {
  const behind = body.slice(start.length).match(DEFINITION) ?? [];
  return [start, ...behind].join('\n\n');
}

function wordsOf(html: string): string {
  const parts: string[] = [];
  /** Of each element that is open, whether it is read. */
  const open: boolean[] = [];
  const parser = new Parser({
    onopentag: (name, { role = '' }) => {
      const isRead = !UNREAD.has(name) && !FOOTNOTES.has(role);
      open.push((open.at(-1) ?? true) && isRead);
      if (!INLINE.has(name)) parts.push(' ');
    },
    onclosetag: (name) => {
      open.pop();
      if (!INLINE.has(name)) parts.push(' ');
    },
    ontext: (text) => {
      if (open.at(-1) ?? true) parts.push(text);
    },
  });
  parser.end(html);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
