import { message } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image that is there, in a folder that stays out of the built site: beside a post, or among a build tool's sources. */
export const notPublished: Rule = {
  meta: {
    id: 'image/not-published',
    summary: 'The image lies where the build leaves it out.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ images }): Iterable<Finding> {
    for (const { reference, place } of images) {
      const span = reference.addressSpan;
      if (place?.kind !== 'not-published' || !span) continue;
      yield {
        span,
        message: message(
          'Readers see a broken image: `{0}` stays out of the built site. Move it to where the site’s images are.',
          place.path,
        ),
      };
    }
  },
};
