import { eolOf } from '../../text/eol.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { boundaryMistake } from './boundary.ts';
import { consequenceOf } from './consequence.ts';
import { nextLineAt, yamlLineAt } from './yaml-lines.ts';

/** Front matter without closing dashes. The text below is taken for fields up to the next dashes, or all for text. */
export const unclosed: Rule = {
  meta: {
    id: 'front-matter/unclosed',
    summary: 'The front matter is never closed.',
    severity: 'error',
    effect: 'build-fails',
  },

  *check(context): Iterable<Finding> {
    const { post } = context;
    const mistake = boundaryMistake(post);
    if (mistake?.kind !== 'unclosed') return;
    const { effect, words } = consequenceOf(context);
    yield {
      span: post.frontMatter?.opener ?? span(0, 3),
      message: mistake.taken
        ? message(
            'The `---` that closes the front matter is missing, so your text is taken for fields up to the next dashes. {0}',
            words,
          )
        : message('The `---` that closes the front matter is missing. {0}', words),
      effect,
      fixes: () => [closeAt(post.text, mistake.end)],
    };
  },
};

/** A line that nearly closes a front matter: indented dashes, long ones, other YAML's dots. */
const NEARLY = /^[\s\u200B\uFEFF]*(?:\.{3}|-{2,5}|[-–—]*[–—][-–—]*)[ \t]*$/u;

/** Makes the last line of the fields, or the one below, close them if it nearly does; else writes such a line. */
function closeAt(text: string, end: number): Fix {
  const last = yamlLineAt(text, end).span;
  const line = [last, yamlLineAt(text, nextLineAt(text, last.end)).span].find((each) =>
    NEARLY.test(slice(text, each)),
  );
  return line
    ? {
        title: message('Close the front matter with this line'),
        edits: [{ span: line, text: '---' }],
        preferred: true,
      }
    : {
        title: message('Close the front matter after its last field'),
        edits: [{ span: span(end, end), text: `${eolOf(text)}---` }],
        preferred: true,
      };
}
