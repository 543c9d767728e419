import { readDate } from '../../fields/date-reading.ts';
import { fieldOf } from '../../post/fields.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { readableFields } from '../front-matter/readable.ts';
import type { Finding, Rule } from '../rule.ts';

const YEAR = 365 * 86_400;

/** A date more than a year ahead: a slip of the pen, or the hope that the post stays hidden until then. */
export const farFuture: Rule = {
  meta: {
    id: 'date/far-future',
    summary: 'The date is more than a year ahead.',
    severity: 'information',
    effect: 'advice',
  },

  *check({ post, placement, now }): Iterable<Finding> {
    if (readableFields(post).length === 0 || (placement && !placement.isPost)) return;
    const node = fieldOf(post, 'date')?.node;
    const reading = node && readDate(node, post.text);
    if (reading?.kind !== 'timestamp' && reading?.kind !== 'fraction') return;
    if (!node || reading.seconds * 1000 < now + YEAR * 1000) return;
    const collection = placement && isKnown(placement.collection) ? placement.collection : undefined;
    if (collection?.filter) return; // It may well keep the post back until then.
    yield {
      span: node.span,
      message: message(
        'This is more than a year ahead. The site shows the post all the same, before all others.',
      ),
    };
  },
};
