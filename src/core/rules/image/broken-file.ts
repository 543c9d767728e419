import { message } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image whose file is there, and empty or no image. */
export const brokenFile: Rule = {
  meta: {
    id: 'image/broken-file',
    summary: 'The image’s file is empty or damaged.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ images, site }): Iterable<Finding> {
    for (const { reference, place } of images) {
      const span = reference.addressSpan;
      const file = place?.kind === 'there' ? site?.images.get(place.path) : undefined;
      if (!span || !file || place?.kind !== 'there' || (file.size > 0 && !file.isBroken)) continue;
      yield {
        span,
        message:
          file.size === 0
            ? message('Readers see a broken image: the file `{0}` is empty.', place.path)
            : message('Readers see a broken image: the file `{0}` can’t be read as an image.', place.path),
      };
    }
  },
};
