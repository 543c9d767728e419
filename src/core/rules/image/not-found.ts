import { findImage } from '../../site/image-place.ts';
import { message } from '../../text/message.ts';
import { repoint } from '../repoint.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image that the built site will not have at this address. */
export const imageNotFound: Rule = {
  meta: {
    id: 'image/not-found',
    summary: 'There is no such image.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check(context): Iterable<Finding> {
    const { site, placement } = context;
    if (!site || !placement) return;
    for (const { reference, target } of context.images) {
      if (target.kind !== 'local' || reference.addressSpan === undefined) continue;
      const place = findImage(target, context.post.path, site);
      if (place.kind === 'not-published') {
        yield {
          span: reference.addressSpan,
          message: message(
            'Readers see a broken image: `{0}` stays out of the built site. Move it to where the site’s images are.',
            place.path,
          ),
        };
      }
      if (place.kind === 'elsewhere') {
        yield {
          span: reference.addressSpan,
          message: message(
            'Readers see a broken image: on the built site this address leads to `/{0}`. The image is at `{1}`.',
            target.path,
            place.address,
          ),
          fixes: () => [repoint(reference, place.address)],
        };
      }
      if (place.kind === 'missing') {
        const [guess] = place.similar;
        yield {
          span: reference.addressSpan,
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
    }
  },
};
