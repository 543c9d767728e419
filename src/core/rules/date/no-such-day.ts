import { readDate } from '../../fields/date-reading.ts';
import { fieldOf } from '../../post/fields.ts';
import { message } from '../../text/message.ts';
import { slice, span } from '../../text/span.ts';
import { readableFields } from '../front-matter/readable.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** A day that its month doesn't have: Symfony counts on into the next month, so another day is shown. */
export const noSuchDay: Rule = {
  meta: {
    id: 'date/no-such-day',
    summary: 'The month doesn’t have this day, so another one is shown.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ post, site }): Iterable<Finding> {
    if ((site && !site.jigsaw) || readableFields(post).length === 0) return;
    const node = fieldOf(post, 'date')?.node;
    const reading = node && readDate(node, post.text);
    if (!node || reading?.kind !== 'rolled-over') return;
    const written = slice(post.text, node.span);
    const day = /^\d{4}-\d\d?-\d\d?/.exec(written)?.[0] ?? '';
    const shown = dayOf(reading.seconds);
    const at = span(node.span.start, node.span.start + day.length);
    yield {
      span: at,
      message: message('There is no such day. Readers see {0}.', shown),
      fixes: (): readonly Fix[] =>
        [lastOfMonth(day), shown].map((text) => ({
          title: message('Write `{0}`', text),
          edits: [{ span: at, text }],
        })),
    };
  },
};

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, Math.max(1, month), 0)).toISOString().slice(0, 10);
}
