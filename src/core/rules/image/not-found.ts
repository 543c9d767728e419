import { isOnOwnComputer } from '../../site/address.ts';
import { message } from '../../text/message.ts';
import { mistypedScheme } from '../mistyped-scheme.ts';
import { repoint } from '../repoint.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image that the built site will not have at this address, nor anywhere that the writer may mean. */
export const imageNotFound: Rule = {
  meta: {
    id: 'image/not-found',
    summary: 'There is no image at this address.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ images, post }): Iterable<Finding> {
    for (const { reference, place } of images) {
      const span = reference.addressSpan;
      if (span && isOnOwnComputer(reference.address ?? '')) {
        yield {
          span,
          message: message(
            'Readers see a broken image: this file is on your own computer, not on the site. Put it in the site’s image folder.',
          ),
        };
      }
      const mistyped = span && mistypedScheme(post.text, span);
      if (mistyped) {
        const { written, meant, fixes } = mistyped;
        yield {
          span,
          message: message(
            'Readers see a broken image: browsers don’t know `{0}`. Did you mean `{1}`?',
            written,
            meant,
          ),
          fixes,
        };
      }
      if (place?.kind !== 'missing' || !span) continue;
      const [guess] = place.similar;
      yield {
        span,
        message: guess
          ? message(
              'Readers see a broken image: there is no file `{0}`. Did you mean `{1}`?',
              place.path,
              guess,
            )
          : message('Readers see a broken image: there is no file `{0}`.', place.path),
        ...(guess && { fixes: () => place.similar.map((address) => repoint(reference, address)) }),
      };
    }
  },
};
