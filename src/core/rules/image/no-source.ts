import { message } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image without an address. Browsers show an empty frame, or its alternative text, or nothing. */
export const noSource: Rule = {
  meta: {
    id: 'image/no-source',
    summary: 'An image has no address.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ references }): Iterable<Finding> {
    for (const { kind, address, span, otherSources } of references) {
      if (kind !== 'image' || (address !== undefined && address.trim() !== '')) continue;
      // A script of the site may put the image there (`data-src`), and template text may hold the attribute.
      if (otherSources && otherSources.length > 0) continue;
      yield {
        span,
        message: message(
          'This image has no source, so readers see no image here. Give it an address, or remove the tag.',
        ),
      };
    }
  },
};
