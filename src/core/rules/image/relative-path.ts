import { message } from '../../text/message.ts';
import { repoint } from '../repoint.ts';
import type { Finding, Rule } from '../rule.ts';

/** An address that leads to the image from the text's own file, as editors show it, but not from the built page. */
export const relativePath: Rule = {
  meta: {
    id: 'image/relative-path',
    summary: 'The address is right from the text’s own file, but wrong on the built page.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ images }): Iterable<Finding> {
    for (const { reference, target, place } of images) {
      const span = reference.addressSpan;
      if (place?.kind !== 'elsewhere' || target.kind !== 'local' || !span) continue;
      yield {
        span,
        message: message(
          'Readers see a broken image: on the built page this address leads to `/{0}`. The image is at `{1}`.',
          target.path,
          place.address,
        ),
        fixes: () => [repoint(reference, place.address)],
      };
    }
  },
};
