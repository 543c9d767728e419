import Markdown, { type MarkdownIt } from 'markdown-it';
import { recordPlaces } from './places.ts';

/** League CommonMark 2 as Jigsaw sets it up (`Parsers/CommonMarkParser.php`). */
export function makeCommonMark(): MarkdownIt {
  const md = new Markdown('commonmark').enable(['table', 'strikethrough']).use(recordPlaces);
  md.validateLink = () => true;
  // Definitions stay among the tokens, unseen, so that their places can be told.
  md.core.ruler.disable('strip_references');
  return md;
}
