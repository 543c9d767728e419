import type { Finding, Rule } from '../rule.ts';
import { spacedAddress } from '../spaced-address.ts';

/** An image whose address has a space in it is text to Markdown: readers see brackets and all. */
export const imageSpaceInAddress: Rule = {
  meta: {
    id: 'image/space-in-address',
    summary: 'With a space in its address, an image is shown as text.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ spacedAddresses }): Iterable<Finding> {
    for (const reference of spacedAddresses) {
      const finding = reference.kind === 'image' ? spacedAddress(reference) : undefined;
      if (finding) yield finding;
    }
  },
};
