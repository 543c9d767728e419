import Markdown, { type MarkdownIt } from 'markdown-it';
import type { MarkdownDialect } from './dialect.ts';
import { recordPlaces } from './places.ts';

const parsers = new Map<MarkdownDialect, MarkdownIt>();

/** The one parser of a dialect: what the preview shows is what the rules see. */
export function parserOf(dialect: MarkdownDialect): MarkdownIt {
  let parser = parsers.get(dialect);
  if (parser === undefined) {
    parser = new Markdown('commonmark').enable(['table', 'strikethrough']).use(recordPlaces);
    parser.core.ruler.disable('strip_references');
    parser.validateLink = () => true;
    parsers.set(dialect, parser);
  }
  return parser;
}
