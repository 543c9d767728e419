import { message } from '../../text/message.ts';
import { repoint } from '../repoint.ts';
import type { Finding, Rule } from '../rule.ts';

/** An address that differs from the file's name in letter case: it works on a Mac or Windows and breaks on the server. */
export const wrongCase: Rule = {
  meta: {
    id: 'image/wrong-case',
    summary: 'Capital and small letters differ from those of the image’s file.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ images }): Iterable<Finding> {
    for (const { reference, place } of images) {
      const span = reference.addressSpan;
      if (place?.kind !== 'other-case' || !span) continue;
      yield {
        span,
        message: message(
          'The file is called `{0}`. Written with other capital and small letters, as here, the image shows on your computer, but not on most web servers.',
          place.address,
        ),
        fixes: () => [repoint(reference, place.address)],
      };
    }
  },
};
