import { readDate } from '../../fields/date-reading.ts';
import { fieldOf } from '../../post/fields.ts';
import { message } from '../../text/message.ts';
import { readableFields } from '../front-matter/readable.ts';
import type { Finding, Rule } from '../rule.ts';
import { isPage, isUsual, otherDates } from './other-dates.ts';
import { rewriteDate } from './rewrite-date.ts';

/** A number that is meant as milliseconds, as a day or as a year: to the site any number counts seconds since 1970. */
export const notInSeconds: Rule = {
  meta: {
    id: 'date/not-in-seconds',
    summary: 'The date is a number that doesn’t count seconds.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { post, site, habits } = context;
    if ((site && !site.jigsaw) || readableFields(post).length === 0) return;
    const node = fieldOf(post, 'date')?.node;
    if (!node) return;
    const reading = readDate(node, post.text);
    if (reading.kind !== 'milliseconds' && reading.kind !== 'compact' && reading.kind !== 'year') return;
    if (isUsual(reading.kind, otherDates(context)) || isPage(context)) return;
    const shown = new Date(Number(node.value) * 1000);
    const words = {
      milliseconds: message(
        'The site counts seconds, and these are milliseconds: readers see a date in the year {0}.',
        Number.isNaN(shown.getTime()) ? '∞' : shown.getUTCFullYear(),
      ),
      compact: message(
        'The site reads a number as seconds since 1970: readers see a day in {0}. Write the date with hyphens.',
        shown.getUTCFullYear(),
      ),
      year: message(
        'The site reads a number as seconds since 1970: readers see the year 1970. Write the whole date, such as `{0}-01-01`.',
        String(node.value),
      ),
    };
    const seconds = reading.kind === 'year' ? Date.UTC(reading.year, 0, 1) / 1000 : reading.seconds;
    const meaning = { seconds, hasTime: reading.kind === 'milliseconds' };
    yield {
      span: node.span,
      message: words[reading.kind],
      ...(reading.kind === 'milliseconds' && { severity: 'error' }),
      fixes: () => [{ ...rewriteDate(node, meaning, habits), preferred: reading.kind !== 'year' }],
    };
  },
};
