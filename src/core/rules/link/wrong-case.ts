import { message } from '../../text/message.ts';
import { repoint } from '../repoint.ts';
import type { Finding, Rule } from '../rule.ts';

/** A link that differs from a page's address in letter case: it works on a Mac or Windows and breaks on the server. */
export const linkWrongCase: Rule = {
  meta: {
    id: 'link/wrong-case',
    summary: 'Capital and small letters differ from those of the page’s address.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ links }): Iterable<Finding> {
    for (const { reference, place } of links) {
      const span = reference.addressSpan;
      if (place?.kind !== 'other-case' || !span || reference.kind === 'definition') continue;
      yield {
        span,
        message: message(
          'The address is `{0}`. Written with other capital and small letters, as here, the link works on your computer, but not on most web servers.',
          place.address,
        ),
        fixes: () => [repoint(reference, place.address)],
      };
    }
  },
};
