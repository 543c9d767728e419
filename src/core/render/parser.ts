import type { MarkdownIt, Token } from 'markdown-it';
import { locate } from './commonmark/locate.ts';
import { makeCommonMark } from './commonmark/parser.ts';
import type { MarkdownDialect } from './dialect.ts';
import { makeMarkdownExtra } from './markdown-extra/parser.ts';

/** Bodies are read up to here (UTF-16 units): a post is text by a person, and nothing may hang on a file that isn't. */
export const longestBody = 500_000;

const makers = { 'markdown-extra': makeMarkdownExtra, commonmark: makeCommonMark };
const parsers = new Map<MarkdownDialect, MarkdownIt>();

/** The one parser of a dialect: what the preview shows is what the rules see. */
export function parserOf(dialect: MarkdownDialect): MarkdownIt {
  let parser = parsers.get(dialect);
  if (parser === undefined) {
    parser = makers[dialect]();
    parsers.set(dialect, parser);
  }
  return parser;
}

/** The tokens of a text, of which images, links, definitions and HTML know their places in it. */
export function parseWithPlaces(text: string, dialect: MarkdownDialect): readonly Token[] {
  const tokens = parserOf(dialect).parse(text, {});
  if (dialect === 'commonmark') locate(tokens, text);
  return tokens;
}
