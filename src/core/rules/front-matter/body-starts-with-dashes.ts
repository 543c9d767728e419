import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** A body that starts with dashes: Jigsaw takes them for front matter once more before it renders the body. */
export const bodyStartsWithDashes: Rule = {
  meta: {
    id: 'front-matter/body-starts-with-dashes',
    summary: 'The text starts with dashes, so its first part is lost.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ post }): Iterable<Finding> {
    const { body, rendered } = post;
    if (rendered.body.start === body.start) return;
    const dashes = span(body.start, body.start + 3);
    const fixes = () => [asRule(post.text, body.start)].filter((fix) => fix !== undefined);
    if (rendered.problem) {
      yield {
        span: dashes,
        message: message(
          'The text starts with dashes, so what follows them is taken for fields, and the site can’t be built. (The build says: {0})',
          rendered.problem.symfony,
        ),
        effect: 'build-fails',
        fixes,
      };
    } else if (rendered.body.start === rendered.body.end) {
      yield {
        span: dashes,
        message: message(
          'The text starts with dashes, so all of it is taken for fields. Readers see a page without text.',
        ),
        effect: 'post-lost',
        fixes,
      };
    } else {
      yield {
        span: dashes,
        message: message(
          'The text starts with dashes, so it is taken for fields up to the next dashes. Readers never see that part.',
        ),
        fixes,
      };
    }
  },
};

/** A rule of asterisks looks the same to readers and means nothing else. */
function asRule(text: string, start: number): Fix | undefined {
  const line = /^.*/.exec(text.slice(start))?.[0] ?? '';
  const rule = span(start, start + line.trimEnd().length);
  if (!/^-+$/.test(slice(text, rule))) return undefined;
  return {
    title: message('Draw the line with `***`'),
    edits: [{ span: rule, text: '***' }],
    preferred: true,
  };
}
