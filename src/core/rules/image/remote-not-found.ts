import { message } from '../../text/message.ts';
import { remoteFaults } from '../remote-references.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image on another website that isn't there. Known only when the writer lets Copydesk ask. */
export const remoteImageNotFound: Rule = {
  meta: {
    id: 'image/remote-not-found',
    summary: 'An image on another website isn’t there.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    for (const { span, host, answer } of remoteFaults(context, 'image', 'gone')) {
      yield {
        span,
        message: message(
          'Readers see a broken image: {0} has nothing at this address (it answers {1}). Look for the image’s new address, or keep a copy on your own site.',
          host,
          answer.status,
        ),
      };
    }
  },
};
