import { type Document, Element, isComment, isTag, type ParentNode } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { replaceCssUrls } from '../css/css-urls.ts';
import type { Addresses } from './addresses.ts';
import { marks } from './marks.ts';

/** One of a page's style sheets, in the order in which they count. */
export type PageStyle =
  | { readonly kind: 'file'; readonly path: string; readonly media: string | undefined }
  | { readonly kind: 'text'; readonly css: string; readonly media: string | undefined }
  | { readonly kind: 'remote'; readonly address: string };

/** What isn't seen on a page, or does nothing when no script runs. */
const GONE = new Set([
  'script',
  'noscript',
  'template',
  'base',
  'link',
  'style',
  'meta',
  'iframe',
  'object',
  'embed',
]);

/** Attributes by which scripts hide a part until they have run. */
const CLOAKS = ['x-cloak', 'v-cloak', 'ng-cloak', 'data-aos', 'data-cloak'];

/** The page's style sheets, and the pictures' schemes of colour. To be asked before the page is cleared. */
export function stylesOf(page: Document, addresses: Addresses): readonly PageStyle[] {
  const styles: PageStyle[] = [];
  const scheme = DomUtils.findOne(
    ({ name, attribs }) => name === 'meta' && attribs['name'] === 'color-scheme',
    page.children,
  )?.attribs['content'];
  if (scheme !== undefined && /^[\w\s-]+$/.test(scheme)) {
    styles.push({ kind: 'text', css: `:root{color-scheme:${scheme}}`, media: undefined });
  }
  for (const element of DomUtils.findAll(({ name }) => name === 'link' || name === 'style', page.children)) {
    const { attribs } = element;
    const swapped = attribs['onload'] !== undefined;
    // `media="print" onload="this.media='all'"` is how sites load a style sheet late.
    const media = swapped ? undefined : attribs['media'];
    if (element.name === 'style') {
      styles.push({ kind: 'text', css: DomUtils.textContent(element), media });
      continue;
    }
    const relations = (attribs['rel'] ?? '').toLowerCase().split(/\s+/);
    const isStyle = relations.includes('stylesheet') || (swapped && attribs['as'] === 'style');
    if (!isStyle || relations.includes('alternate') || 'disabled' in attribs) continue;
    const lead = addresses.lead(attribs['href'] ?? '');
    if (lead.kind === 'own') styles.push({ kind: 'file', path: lead.path, media });
    if (lead.kind === 'remote') styles.push({ kind: 'remote', address: attribs['href'] ?? '' });
  }
  return styles;
}

/**
 * Clears what is below an element of all that needs scripts, shows what scripts would have shown, and gives pictures
 * the addresses under which the preview's page gets them.
 * @param addressOf the webview address of a file of the build
 */
export function clear(root: ParentNode, addresses: Addresses, addressOf: (path: string) => string): void {
  root.children = root.children.filter(
    (child) => !isComment(child) && !(isTag(child) && GONE.has(child.name)),
  );
  for (const child of root.children) {
    if (!(child instanceof Element)) continue;
    uncover(child);
    readdress(child, addresses, addressOf);
    clear(child, addresses, addressOf);
  }
}

/** What only a script would have shown. */
function uncover({ attribs }: Element): void {
  for (const name of CLOAKS) delete attribs[name];
  for (const name of ['src', 'srcset', 'sizes']) {
    const later = attribs[`data-${name}`] ?? attribs[`data-lazy-${name}`];
    const now = attribs[name];
    if (later !== undefined && (now === undefined || now === '' || now.startsWith('data:')))
      attribs[name] = later;
  }
  delete attribs['loading'];
}

function readdress(
  { name, attribs }: Element,
  addresses: Addresses,
  addressOf: (path: string) => string,
): void {
  const own = (address: string) => {
    const lead = addresses.lead(address);
    return lead.kind === 'own'
      ? addressOf(lead.path)
      : /^data:image\//i.test(address.trim())
        ? address
        : undefined;
  };
  if (name === 'a' || name === 'area') {
    const lead = addresses.lead(attribs['href'] ?? '');
    if (lead.kind === 'own') attribs['href'] = `/${lead.path}${lead.rest}`;
  }
  if (name === 'img' || name === 'source' || name === 'video' || name === 'audio' || name === 'input') {
    const { src, srcset, poster } = attribs;
    if (src !== undefined && !(marks.cover in attribs)) {
      const address = own(src);
      if (address === undefined) delete attribs['src'];
      else attribs['src'] = address;
      if (addresses.lead(src).kind === 'remote') attribs[marks.remote] = src.trim();
    }
    if (srcset !== undefined) setOrDelete(attribs, 'srcset', withOwn(srcset, own));
    if (poster !== undefined) setOrDelete(attribs, 'poster', own(poster));
  }
  if (name === 'image') {
    for (const href of ['href', 'xlink:href']) {
      const written = attribs[href];
      if (written !== undefined) setOrDelete(attribs, href, own(written));
    }
  }
  const { style } = attribs;
  if (style === undefined) return;
  attribs['style'] = replaceCssUrls(style, (address) =>
    address.includes(marks.slotStart) ? undefined : (own(address) ?? 'about:invalid'),
  );
}

/** A `srcset` with the page's own addresses; undefined when one of them isn't the build's. */
function withOwn(srcset: string, own: (address: string) => string | undefined): string | undefined {
  const candidates = srcset.split(/,\s+|,(?=\S+\s+\d)/).map((candidate) => {
    const [address = '', ...size] = candidate.trim().split(/\s+/);
    const found = own(address);
    return found === undefined ? undefined : [found, ...size].join(' ');
  });
  return candidates.includes(undefined) ? undefined : candidates.join(', ');
}

function setOrDelete(attribs: Record<string, string>, name: string, value: string | undefined): void {
  if (value === undefined) delete attribs[name];
  else attribs[name] = value;
}
