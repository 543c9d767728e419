import type { Post } from '../../core/post/post.ts';
import { scanHtmlReferences } from '../../core/post/references.ts';
import { resolveAddress } from '../../core/site/address.ts';
import { homeOf } from '../../core/site/home.ts';
import { placeOf } from '../../core/site/place.ts';
import { placementOf } from '../../core/site/placement.ts';
import type { Site } from '../../core/site/site.ts';
import { span } from '../../core/text/span.ts';
import type { Picture, Size } from '../../protocol/content.ts';

/** How the webview gets at the files of the site, given their paths in it. */
export interface PictureFiles {
  /** The webview address of a file. */
  addressOf(path: string): string;
  /** Its size in pixels; undefined while that isn't known. */
  sizeOf(path: string): Size | undefined;
}

/** Says what is at the addresses of one post's pictures. */
export class Pictures {
  readonly #post: Post;
  readonly #site: Site | undefined;
  readonly #files: PictureFiles;
  readonly #isUnfinished: (address: string) => boolean;
  /** Where relative addresses start; in a lone post that is where the file lies. */
  readonly #output: string | undefined;

  /** @param isUnfinished whether an address that leads nowhere may be half-typed. */
  constructor(
    post: Post,
    site: Site | undefined,
    files: PictureFiles,
    isUnfinished: (address: string) => boolean = () => false,
  ) {
    this.#isUnfinished = isUnfinished;
    this.#post = post;
    this.#site = site;
    this.#files = files;
    this.#output = site ? placementOf(post, site).outputPath : post.path;
  }

  /** What is at an address of the post. */
  at(address: string): Picture {
    const found = this.#find(address);
    return found.kind === 'missing' && this.#isUnfinished(address) ? { kind: 'unfinished' } : found;
  }

  #find(address: string): Picture {
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
        if (!this.#site) return this.#local(target.path);
        const place = placeOf(target, this.#post.path, this.#site, 'image');
        return place.kind === 'there' ? this.#local(place.path) : { kind: 'missing' };
      }
    }
  }

  #local(path: string): Picture {
    const size = this.#files.sizeOf(path);
    const isGuess = this.#site === undefined && { isGuess: true as const };
    return { kind: 'local', url: this.#files.addressOf(path), ...(size && { size }), ...isGuess };
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
