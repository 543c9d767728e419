import type { YamlProblem, YamlProblemKind } from '../../post/post.ts';
import { type Message, message } from '../../text/message.ts';
import type { Rule } from '../rule.ts';
import { boundaryMistake } from './boundary.ts';

/** Front matter that the generator's YAML parser refuses. The whole build stops, and its message names no file. */
export const syntax: Rule = {
  meta: {
    id: 'front-matter/syntax',
    summary: 'The front matter cannot be read.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check({ post }) {
    const problem = post.frontMatter?.problem;
    if (problem && !boundaryMistake(post)) yield { span: problem.span, message: words(problem) };
  },
};

const WORDS: Partial<Record<YamlProblemKind, Message>> = {
  'colon-in-value': message(
    'A colon followed by a space can’t stand in a value without quotes. Put the value in quotes.',
  ),
  'duplicate-key': message('This field stands here twice. Remove one of the two.'),
  'tab-indentation': message('A line can’t be indented with a tab here. Use spaces.'),
  indentation: message('This line is indented differently from the lines that it belongs to.'),
  'reserved-character': message('A value can’t start with this character. Put the value in quotes.'),
  'unclosed-quote': message('The quote that opens here is never closed.'),
  'unclosed-bracket': message('The bracket that opens here is never closed.'),
  'text-after-value': message('Nothing can follow here: the value has already ended.'),
  'missing-space-after-colon': message('A space is missing after the colon.'),
  'unknown-escape': message(
    'After a backslash this letter means nothing in double quotes. Use single quotes.',
  ),
  'template-text': message('Template text can’t stand here without quotes. Put the value in quotes.'),
  'impossible-date': message('There is no such date.'),
  'not-utf8': message('This isn’t saved as UTF-8 text. Save the file with the encoding UTF-8.'),
};

function words({ kind, symfony }: YamlProblem): Message {
  const plain = WORDS[kind] ?? message('The front matter can’t be read from here on.');
  return message('{0} Until it is mended the site can’t be built. (The build says: {1})', plain, symfony);
}
