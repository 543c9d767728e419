import type { RuleContext } from '../rules/rule.ts';
import type { SitePath } from '../site/files.ts';
import { type Span, touches } from '../text/span.ts';

/** The image file that the address at a place leads to, and where the address stands; undefined for a broken one. */
export function imageAt(
  { images, site }: RuleContext,
  offset: number,
): { readonly path: SitePath; readonly span: Span } | undefined {
  const image = images.find(({ reference: { addressSpan } }) => addressSpan && touches(addressSpan, offset));
  const span = image?.reference.addressSpan;
  return site && span && image.place?.kind === 'there' ? { path: image.place.path, span } : undefined;
}
