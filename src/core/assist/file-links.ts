import type { RuleContext } from '../rules/rule.ts';
import type { SitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';
import type { Span } from '../text/span.ts';

/** An address that leads to a file of the site: the image, or the text that a page is built from. */
export interface FileLink {
  /** Where the address stands. */
  readonly span: Span;
  readonly path: SitePath;
}

/**
 * Every address of a post, in body and front matter, with the file that it leads to on the built site. Where it is
 * broken there, the file that is most likely meant.
 */
export function fileLinksOf({ images, links, site }: RuleContext): readonly FileLink[] {
  if (!site) return [];
  const found = new Map<number, FileLink>();
  for (const { reference, place } of [...images, ...links]) {
    const span = reference.addressSpan;
    if (!span || !place || !('path' in place) || !isFile(place.path, site)) continue;
    // Several images and links may use one definition.
    found.set(span.start, { span, path: place.path as SitePath });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function isFile(path: string, { files, posts }: Site): boolean {
  return files.has(path) || posts.has(path as SitePath);
}
