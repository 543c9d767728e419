import type { Rule } from '../rule.ts';
import { spacedAddressesOf } from '../spaced-address.ts';

/** An image whose address has a space in it is text to Markdown: readers see brackets and all. */
export const imageSpaceInAddress: Rule = {
  meta: {
    id: 'image/space-in-address',
    summary: 'With a space in its address, an image is shown as text.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  check: (context) => spacedAddressesOf('image', context),
};
