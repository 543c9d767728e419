import type { Rule } from '../rule.ts';
import { spacedAddressesOf } from '../spaced-address.ts';

/** A link whose address has a space in it is text to Markdown: readers see brackets and all. */
export const linkSpaceInAddress: Rule = {
  meta: {
    id: 'link/space-in-address',
    summary: 'With a space in its address, a link is shown as text.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  check: (context) => spacedAddressesOf('link', context),
};
