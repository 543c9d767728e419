import { message } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

/** How many times wider than it is shown an image may be: screens with a fine grid show up to three pixels as one. */
const MOST_TIMES = 3;

/** Below this many bytes nobody waits, however many pixels there are. */
const SMALL = 100_000;

/** An image that takes readers long to load: far more bytes than a page needs, or far more pixels than are shown. */
export const tooLarge: Rule = {
  meta: {
    id: 'image/too-large',
    summary: 'The image is much larger than it needs to be.',
    severity: 'information',
    effect: 'advice',
  },

  *check({ images, site }): Iterable<Finding> {
    const seen = new Set<string>();
    for (const { reference, place } of images) {
      const { addressSpan: span, shownWidth } = reference;
      const file = place?.kind === 'there' ? site?.images.get(place.path) : undefined;
      if (!site || !span || !file || place?.kind !== 'there' || seen.has(place.path)) continue;
      const { width = 0, extension } = file.facts ?? {};
      if (file.size > site.config.largestImage * 1000) {
        seen.add(place.path);
        yield {
          span,
          message: message(
            'This image is {0} kB in size, so readers with a slow connection have to wait for it. Up to {1} kB is fine.',
            Math.round(file.size / 1000),
            site.config.largestImage,
          ),
        };
      } else if (shownWidth && extension !== 'svg' && file.size > SMALL && width > shownWidth * MOST_TIMES) {
        seen.add(place.path);
        yield {
          span,
          message: message(
            'This image is {0} pixels wide but shown at {1}: readers load much more than they see.',
            width,
            shownWidth,
          ),
        };
      }
    }
  },
};
