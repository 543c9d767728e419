import type { PlacedReference } from '../rules/context.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SitePath } from '../site/files.ts';
import { servedFrom } from '../site/served.ts';
import type { Site } from '../site/site.ts';
import { message } from '../text/message.ts';
import { touches } from '../text/span.ts';
import type { Hover, HoverPart } from './hover.ts';

/** What is known of the image whose address is at a place; undefined where there is no such address. */
export function hoverImage({ images, site }: RuleContext, offset: number): Hover | undefined {
  const image = images.find(({ reference: { addressSpan } }) => addressSpan && touches(addressSpan, offset));
  const span = image?.reference.addressSpan;
  const parts = image && site ? describe(image, site) : [];
  return span && parts.length > 0 ? { span, parts } : undefined;
}

/** What is wrong with an address is the problem’s own affair, and stands in the same hover: here is what else helps. */
function describe({ target, place }: PlacedReference, site: Site): readonly HoverPart[] {
  if (target.kind === 'remote') return [{ kind: 'remote-picture', url: target.url }];
  if (target.kind === 'unknown') return [{ kind: 'paragraph', text: target.why.reason }];
  switch (place?.kind) {
    case 'there':
      return [...picture(place.path), ...addressOf(place.path, site)];
    case 'other-case':
    case 'elsewhere':
    case 'not-published':
      return [meant, ...picture(place.path)];
    case 'missing': {
      const [guess] = place.similar;
      return guess === undefined
        ? []
        : [meant, ...picture(`${servedFrom(site)}${guess.slice(1)}` as SitePath)];
    }
    case 'unknown':
      return [{ kind: 'paragraph', text: place.why.reason }];
    case undefined:
      return [];
  }
}

const meant: HoverPart = { kind: 'paragraph', text: message('Did you mean this image?') };

function picture(path: SitePath): readonly HoverPart[] {
  return [
    { kind: 'picture', path },
    { kind: 'files', paths: [path] },
  ];
}

function addressOf(path: SitePath, site: Site): readonly HoverPart[] {
  const source = servedFrom(site);
  return path.startsWith(source)
    ? [{ kind: 'paragraph', text: message('On the site: `{0}`', `/${path.slice(source.length)}`) }]
    : [];
}
