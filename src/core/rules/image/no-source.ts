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

  *check({ post, images, site }): Iterable<Finding> {
    const scripts = !site?.jigsaw || site.jigsaw.hasScripts || /<script\b/i.test(post.text);
    for (const { reference } of images) {
      const { address, span, otherSources } = reference;
      if (address !== undefined && address.trim() !== '') continue;
      const others = otherSources?.filter((name) => scripts || !name.startsWith('data-')) ?? [];
      // `srcset` or template text gives the image its source, or a script of the site may (`data-src`).
      if (others.length > 0) continue;
      yield {
        span,
        message: message(
          'This image has no source, so readers see no image here. Give it an address, or remove the tag.',
        ),
        fixes: () => [{ title: message('Remove this image'), edits: [{ span, text: '' }] }],
      };
    }
  },
};
