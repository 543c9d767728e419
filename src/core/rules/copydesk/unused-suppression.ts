import { message } from '../../text/message.ts';
import { type Span, span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { lineEndAt, lineStartAt, nextLineAt } from '../front-matter/yaml-lines.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Suppression } from '../suppressions.ts';

/** A comment that asks to ignore a problem which isn't there. It must be the last rule, as it asks what the others said. */
export const unusedSuppression: Rule = {
  meta: {
    id: 'copydesk/unused-suppression',
    summary: 'A comment asks to ignore a problem that isn’t there.',
    severity: 'information',
    effect: 'advice',
  },

  *check({ post: { text }, silence }): Iterable<Finding> {
    const { unused } = silence;
    for (const suppression of unused) {
      const { rule } = suppression;
      yield {
        span: rule?.span ?? suppression.span,
        message: rule
          ? message('`{0}` finds nothing here, so there is nothing to ignore.', rule.id)
          : message('No rule finds anything here, so there is nothing to ignore.'),
        fixes: () => [
          {
            title: rule ? message('Remove `{0}` from the comment', rule.id) : message('Remove the comment'),
            edits: [
              rule && silence.countIn(suppression.span) > 1
                ? withoutName(text, rule.span)
                : withoutComment(text, suppression),
            ],
            preferred: true,
          },
        ],
      };
    }
  },
};

function withoutName(text: string, where: Span): TextEdit {
  let start = where.start;
  while (start > 0 && /[\s,]/.test(text.charAt(start - 1))) start -= 1;
  return { span: span(start, where.end), text: '' };
}

/** The comment goes with its line when it stands alone on it, and a blank line below that it brought along. */
function withoutComment(text: string, { span: where }: Suppression): TextEdit {
  const lineStart = lineStartAt(text, where.start);
  const isAlone =
    text.slice(lineStart, where.start).trim() === '' &&
    text.slice(where.end, lineEndAt(text, where.end)).trim() === '';
  if (!isAlone) return { span: where, text: '' };
  const next = nextLineAt(text, where.end);
  const isBlankBelow =
    !text.slice(where.start).startsWith('#') && lineEndAt(text, next) === next && next < text.length;
  const isBlankAbove =
    lineStart === 0 ||
    /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, lineStart - 200), lineStart));
  return { span: span(lineStart, isBlankBelow && isBlankAbove ? nextLineAt(text, next) : next), text: '' };
}
