import { message } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image by plain `http:`. On a site with `https:` browsers ask for it by `https:` and drop it when that fails. */
export const insecure: Rule = {
  meta: {
    id: 'image/insecure',
    summary: 'An image is fetched by http instead of https.',
    severity: 'information',
    effect: 'advice',
  },

  *check({ images }): Iterable<Finding> {
    for (const { reference } of images) {
      const { address, addressSpan } = reference;
      if (!addressSpan || !address || !/^\s*http:\/\//i.test(address) || LOCAL.test(address)) continue;
      const start = addressSpan.start + (/^\s*/.exec(address)?.[0].length ?? 0);
      yield {
        span: addressSpan,
        message: message(
          'Browsers may not show an image that is fetched over `http:`. Use `https:` if that site offers it.',
        ),
        fixes: () => [
          {
            title: message('Change to `https:`'),
            edits: [{ span: { start, end: start + 'http:'.length }, text: 'https:' }],
          },
        ],
      };
    }
  },
};

/** A writer's own machine. */
const LOCAL = /^\s*http:\/\/(?:localhost|127\.|\[::1\])/i;
