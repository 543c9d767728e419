import { message } from '../../text/message.ts';
import { remoteFaults } from '../remote-references.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image’s address at which another website sends a page or the like. Known only when Copydesk may ask. */
export const remoteNotAnImage: Rule = {
  meta: {
    id: 'image/remote-not-an-image',
    summary: 'What another website sends isn’t an image.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    for (const { span, host, answer } of remoteFaults(context, 'image', 'not-an-image')) {
      const { type } = answer;
      yield {
        span,
        message:
          type === 'text/html' || type === 'application/xhtml+xml'
            ? message(
                'Readers see a broken image: {0} sends a web page from this address. Use the address of the image on that page.',
                host,
              )
            : message(
                'Readers see a broken image: what {0} sends from this address is not an image but `{1}`.',
                host,
                type,
              ),
      };
    }
  },
};
