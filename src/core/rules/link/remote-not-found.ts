import { message } from '../../text/message.ts';
import { remoteFaults } from '../remote-references.ts';
import type { Finding, Rule } from '../rule.ts';

/** A link, or a film or page in a frame, that another website doesn’t have. Known only when Copydesk may ask. */
export const remoteLinkNotFound: Rule = {
  meta: {
    id: 'link/remote-not-found',
    summary: 'A link leads to nothing on another website.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    for (const { span, host, answer } of remoteFaults(context, 'page', 'gone')) {
      yield {
        span,
        message: message(
          'Readers find nothing here: {0} has no page at this address (it answers {1}). Look for the page’s new address, or remove the link.',
          host,
          answer.status,
        ),
      };
    }
  },
};
