import type { Document } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { resolveAddress } from '../site/address.ts';

/** What an address of a built page leads to. */
export type Lead =
  /** A file or page of the build: its path below the build's folder, and what follows a `?` or `#`. */
  | { readonly kind: 'own'; readonly path: string; readonly rest: string }
  | { readonly kind: 'remote' }
  /** A place on the page, data, an address that isn't the web's, or nothing. */
  | { readonly kind: 'other' };

/** Resolves the addresses of one page, and those of its style sheets. */
export class Addresses {
  readonly #page: string;
  readonly #base: string | undefined;

  /**
   * @param page the page's path below the build's folder.
   * @param document the page, which often says by what address the world knows it.
   */
  constructor(page: string, document: Document) {
    this.#page = page;
    this.#base = baseOf(page, document);
  }

  /** @param from the file in which the address stands; the page itself unless said otherwise */
  lead(address: string, from: string = this.#page): Lead {
    const local = this.#withoutBase(address.trim());
    const target = resolveAddress(local, from);
    if (target.kind === 'remote') return { kind: 'remote' };
    if (target.kind !== 'local') return { kind: 'other' };
    return { kind: 'own', path: target.path, rest: /[?#].*$/.exec(local)?.[0] ?? '' };
  }

  #withoutBase(address: string): string {
    const base = this.#base;
    if (base === undefined) return address;
    const folder = base.replace(/^https?:\/\/[^/]*/, '');
    for (const start of [base, base.replace(/^https?:/, ''), folder]) {
      if (start !== '' && (address === start || address.startsWith(`${start}/`))) {
        return `/${address.slice(start.length + 1)}`;
      }
    }
    return address;
  }
}

/** What stands before the page's own path in the address that the page gives itself, without a slash at its end. */
function baseOf(page: string, document: Document): string | undefined {
  const own = `/${page.replace(/(?:^|\/)index\.html?$/i, '')}`.replace(/\/$/, '');
  const named = DomUtils.findAll(
    ({ attribs }) => attribs['rel'] === 'canonical' || attribs['property'] === 'og:url',
    document.children,
  );
  for (const { attribs } of named) {
    const address = (attribs['href'] ?? attribs['content'] ?? '')
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '');
    if (/^https?:\/\/[^/]+/.test(address) && own !== '' && address.endsWith(own)) {
      return address.slice(0, -own.length).replace(/\/$/, '');
    }
  }
  return undefined;
}
