import type { RuleContext } from '../rules/rule.ts';
import type { SitePath } from '../site/files.ts';
import { findImage } from '../site/image-place.ts';
import { type Span, touches } from '../text/span.ts';

/** The image file that the address at a place leads to, and where the address stands; undefined for a broken one. */
export function imageAt(
  { images, post, site }: RuleContext,
  offset: number,
): { readonly path: SitePath; readonly span: Span } | undefined {
  const image = images.find(({ reference: { addressSpan } }) => addressSpan && touches(addressSpan, offset));
  const span = image?.reference.addressSpan;
  if (!site || !span || image.target.kind !== 'local') return undefined;
  const place = findImage(image.target, post.path, site);
  return place.kind === 'there' ? { path: place.path, span } : undefined;
}
