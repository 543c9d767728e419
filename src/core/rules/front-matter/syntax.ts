import { parsePost } from '../../post/parse-post.ts';
import type { Post, YamlProblem, YamlProblemKind } from '../../post/post.ts';
import { type Message, message } from '../../text/message.ts';
import { type Span, span } from '../../text/span.ts';
import { applyEdits } from '../../text/text-edit.ts';
import type { Rule } from '../rule.ts';
import { boundaryMistake } from './boundary.ts';
import { syntaxFixes } from './syntax-fixes.ts';

/** Front matter that the generator's YAML parser refuses. The whole build stops, and its message names no file. */
export const syntax: Rule = {
  meta: {
    id: 'front-matter/syntax',
    summary: 'The front matter can’t be read.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check({ post, site }) {
    const problem = post.frontMatter?.problem;
    if (!problem || boundaryMistake(post)) return;
    const dialect = site && !site.jigsaw ? 'generic' : 'jigsaw';
    const onOpener = dialect === 'jigsaw' ? textOnOpener(post) : undefined;
    if (onOpener) {
      yield {
        span: onOpener,
        message: words(message('Nothing may follow the three dashes that open the front matter.'), problem),
        fixes: () => [
          { title: message('Remove it'), edits: [{ span: onOpener, text: '' }], preferred: true },
        ],
      };
      return;
    }
    if (problem.kind === 'unsupported-language') {
      yield {
        span: problem.span,
        message: message(
          'This front matter is written in {0}, which Copydesk doesn’t read: it checks only the text below it.',
          LANGUAGES.get(problem.symfony) ?? `“${problem.symfony}”`,
        ),
        severity: 'information',
        effect: 'advice',
      };
      return;
    }
    if (problem.kind === 'too-deep' || problem.kind === 'too-large') {
      yield { span: problem.span, message: WORDS[problem.kind], severity: 'information', effect: 'advice' };
      return;
    }
    yield {
      span: problem.span,
      message:
        dialect === 'generic'
          ? message('{0} Until it is fixed, these fields can’t be read.', plainWords(problem, post.text))
          : words(plainWords(problem, post.text), problem),
      fixes: () => syntaxFixes(post, problem, dialect),
    };
  },
};

/** What languages that front matter may name are called. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['toml', 'TOML'],
  ['js', 'JavaScript'],
  ['javascript', 'JavaScript'],
  ['jsx', 'JavaScript'],
  ['ts', 'TypeScript'],
  ['coffee', 'CoffeeScript'],
]);

const QUOTE = message('Put the value in quotes.');

const WORDS: Readonly<Record<YamlProblemKind, Message>> = {
  'colon-in-value': message('A value without quotes can’t contain a colon and a space. {0}', QUOTE),
  'duplicate-key': message('This field appears twice. Remove one of the two.'),
  'tab-indentation': message('A line can’t start with a tab here. Use spaces, or none.'),
  indentation: message('This line isn’t indented like the lines that it belongs to.'),
  'reserved-character': message('A value can’t start with this character. {0}', QUOTE),
  'unclosed-quote': message('The quote that opens here is never closed.'),
  'unclosed-bracket': message(
    'The bracket that opens here is never closed. If it belongs to the text, put all of it in quotes.',
  ),
  'text-after-value': message(
    'The value has already ended here. If this belongs to it, put all of it in quotes.',
  ),
  'missing-space-after-colon': message('A space is missing after the colon.'),
  'missing-space-after-dash': message('A space is missing after the dash.'),
  'missing-colon': message(
    'In curly brackets each name needs a colon and a value. If they belong to the text, put all of it in quotes.',
  ),
  'not-an-entry': message(
    'This line isn’t a field: it must start with a name, a colon and a space. If it continues the line above, indent it.',
  ),
  'mixed-list-and-mapping': message('A list and fields can’t be mixed in one place.'),
  'complex-key': message('A field’s name can’t start with a question mark and a space.'),
  'key-not-text': message('This can’t be the name of a field as it stands. Put it in quotes.'),
  'merge-value': message('Only fields can be merged into others here.'),
  'unknown-escape': message(
    'In double quotes, a backslash with this letter has no meaning. Use single quotes.',
  ),
  'unknown-tag': message(
    'A value that starts with an exclamation mark is taken for an instruction. {0}',
    QUOTE,
  ),
  'unknown-alias': message(
    'A value that starts with an asterisk is taken for a reference to another one. {0}',
    QUOTE,
  ),
  'template-text': message('Template code can’t be used here without quotes. {0}', QUOTE),
  'impossible-date': message('There is no such date.'),
  'not-utf8': message('This letter isn’t saved as UTF-8. Type it again, and save the file as UTF-8.'),
  'too-deep': message('These lists or fields are nested so deeply that Copydesk doesn’t read them.'),
  'too-large': message(
    'This front matter is so large that Copydesk doesn’t read it: it checks only the text below it.',
  ),
  'unsupported-language': message('Copydesk doesn’t read front matter in this language.'),
  other: message('The front matter can’t be read from here on.'),
};

/** What stands behind the opening dashes and is the mistake: without it the front matter can be read. */
function textOnOpener({ path, text }: Post): Span | undefined {
  const written = /^---([^\r\n|]*?)[ \t]*[\r\n]/.exec(text)?.[1] ?? '';
  const where = span(3, 3 + written.length);
  if (written.trim() === '' || written.trim().startsWith('#')) return undefined;
  const mended = parsePost(path, applyEdits(text, [{ span: where, text: '' }])).frontMatter;
  return mended && mended.problem === undefined ? where : undefined;
}

function plainWords({ kind, span: { start } }: YamlProblem, text: string): Message {
  const isWithin = kind === 'unclosed-bracket' && !/[[{]/.test(text[start] ?? '');
  return isWithin ? message('This doesn’t fit into the brackets around it.') : WORDS[kind];
}

function words(plain: Message, { symfony }: YamlProblem): Message {
  return message('{0} Until it is fixed, the site can’t be built. (The build says: {1})', plain, symfony);
}
