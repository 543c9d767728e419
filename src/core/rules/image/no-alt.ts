import { message } from '../../text/message.ts';
import { slice } from '../../text/span.ts';
import type { Finding, Rule } from '../rule.ts';

/** An image that says nothing to readers who can't see it. In HTML `alt=""` is a decision, and fine. */
export const noAlt: Rule = {
  meta: {
    id: 'image/no-alt',
    summary: 'An image has no text for readers who can’t see it.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ images, post }): Iterable<Finding> {
    for (const { reference } of images) {
      const { syntax, alt, tag, attribute, span } = reference;
      const isEmpty = syntax === 'markdown' ? alt?.trim() === '' : alt === undefined;
      const isImage = syntax === 'markdown' || (tag === 'img' && attribute === 'src');
      if (!isImage || !isEmpty || TEMPLATE.test(slice(post.text, span))) continue;
      yield {
        span,
        message: message(
          'Readers who can’t see this image learn nothing about it. Say in a few words what it shows.',
        ),
      };
    }
  },
};

/** Template text in a tag may bring the attribute. */
const TEMPLATE = /\{\{|\{!!|<\?/;
