import type { Post } from '../../core/post/post.ts';
import { scanHtmlReferences } from '../../core/post/references.ts';
import { resolveAddress } from '../../core/site/address.ts';
import { homeOf } from '../../core/site/home.ts';
import { placeOf } from '../../core/site/place.ts';
import { placementOf } from '../../core/site/placement.ts';
import type { Site } from '../../core/site/site.ts';
import { span } from '../../core/text/span.ts';
import type { Picture } from '../../protocol/messages.ts';

/** Says what is at the addresses of one post's pictures. */
export class Pictures {
  readonly #post: Post;
  readonly #site: Site | undefined;
  readonly #addressOf: (path: string) => string;
  /** Where relative addresses start; in a lone post that is where the file lies. */
  readonly #output: string | undefined;

  /** @param addressOf the webview address of a file, given its path in the site */
  constructor(post: Post, site: Site | undefined, addressOf: (path: string) => string) {
    this.#post = post;
    this.#site = site;
    this.#addressOf = addressOf;
    this.#output = site ? placementOf(post, site).outputPath : post.path;
  }

  /** What is at an address of the post. */
  at(address: string): Picture {
    const target = resolveAddress(address, this.#output, homeOf(this.#site));
    switch (target.kind) {
      case 'nowhere':
        return { kind: 'none' };
      case 'remote':
        return { kind: 'remote', url: target.url };
      case 'unknown':
        return { kind: 'computed' };
      case 'inline':
      case 'other':
        return { kind: 'missing' };
      case 'local': {
        if (!this.#site) return { kind: 'local', url: this.#addressOf(target.path) };
        const place = placeOf(target, this.#post.path, this.#site, 'image');
        return place.kind === 'there'
          ? { kind: 'local', url: this.#addressOf(place.path) }
          : { kind: 'missing' };
      }
    }
  }

  /** What is at each address that a picture, a film or a sound of this HTML has. */
  of(html: string): Record<string, Picture> {
    const found = new Map<string, Picture>();
    for (const { kind, address } of scanHtmlReferences(html, span(0, html.length))) {
      if ((kind !== 'image' && kind !== 'media') || address === undefined || found.has(address)) continue;
      // Data is its own address; it would only be sent twice.
      if (!/^\s*data:/i.test(address)) found.set(address, this.at(address));
    }
    return Object.fromEntries(found);
  }
}
