import { type Document, Element, isTag, isText, type ParentNode } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { Addresses } from './addresses.ts';
import { type DateFormat, findDate } from './printed-date.ts';

/** What a post says of itself, as far as a layout prints it. Empty and absent fields are undefined. */
export interface Facts {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly author?: string | undefined;
  readonly caption?: string | undefined;
  readonly alt?: string | undefined;
  /** The cover's address as written. */
  readonly image?: string | undefined;
  /** Unix time. */
  readonly date?: number | undefined;
}

/** The texts that a page shows of its post. */
export const textSlots = ['title', 'description', 'author', 'caption', 'alt'] as const;
export type TextSlot = (typeof textSlots)[number];

/** Around the name of a slot, in the place of what the page said. No text has these: they are nobody's characters. */
export const slotStart = '\u{F0CD0}';
export const slotEnd = '\u{F0CD1}';

/** Marks an element whose address is the cover's. */
export const coverAttribute = 'data-cd-cover';

/**
 * Takes a post's own facts out of its built page, and leaves slots: its title, description, author and cover where
 * they stand alone, its date in any of the ways in which sites print dates.
 * @param facts as the post's source says now; where the page was built of an older one, it says itself what it shows.
 * @returns how the dates are printed, in the order of the slots `date0`, `date1` …
 */
export function cutSlots(
  page: Document,
  body: Element,
  facts: Facts,
  addresses: Addresses,
): readonly DateFormat[] {
  const shown = { ...facts, ...ownWords(page, body, facts) };
  const language = DomUtils.getElementsByTagName('html', page, true, 1)[0]?.attribs['lang'];
  const dates: DateFormat[] = [];
  const cut = (text: string): string => {
    for (const slot of textSlots) {
      const value = shown[slot];
      if (value !== undefined && value.length > 2 && plain(text) === plain(value))
        return around(text, mark(slot));
    }
    const found = shown.date === undefined ? undefined : findDate(text, shown.date, language);
    if (found === undefined) return text;
    return text.slice(0, found.start) + mark(`date${dates.push(found.format) - 1}`) + text.slice(found.end);
  };
  eachElement(page, body, (element) => {
    for (const name of ['alt', 'title', 'aria-label', 'datetime']) {
      const value = element.attribs[name];
      if (value !== undefined) element.attribs[name] = cut(value);
    }
    if (shown.image !== undefined) markCover(element, shown.image, addresses);
    for (const child of element.children) if (isText(child)) child.data = cut(child.data);
  });
  return dates;
}

/** The mark of a slot, as it stands in texts and attributes. */
export function mark(slot: string): string {
  return slotStart + slot + slotEnd;
}

/** Where the post was changed since the build: what the page itself says that its title and description are. */
function ownWords(page: Document, body: Element, facts: Facts): Facts {
  const texts = new Set<string>();
  const headings: string[] = [];
  eachElement(page, body, (element) => {
    for (const child of element.children) if (isText(child)) texts.add(plain(child.data));
    if (/^h[12]$/.test(element.name)) headings.push(plain(DomUtils.textContent(element)));
  });
  const has = (value: string | undefined) => value !== undefined && texts.has(plain(value));
  const metas = DomUtils.getElementsByTagName('meta', page);
  const said = (...names: readonly string[]) =>
    metas.find(({ attribs }) => names.includes(attribs['property'] ?? attribs['name'] ?? ''))?.attribs[
      'content'
    ];
  const windowTitle = DomUtils.getElementsByTagName('title', page).map((each) =>
    plain(DomUtils.textContent(each)),
  )[0];
  const siteName = plain(said('og:site_name') ?? '');
  const heading = headings.find(
    (text) => text.length > 2 && text !== siteName && windowTitle?.startsWith(text),
  );
  const title = has(facts.title) ? facts.title : (heading ?? facts.title);
  const built = said('description', 'og:description');
  const description = has(facts.description) || !has(built) ? facts.description : built;
  const published = said('article:published_time') ?? timesOf(page, body)[0];
  const date = facts.date !== undefined && agrees(facts.date, published) ? facts.date : momentOf(published);
  return { title, description, date: date ?? facts.date };
}

function timesOf(page: Document, body: Element): readonly string[] {
  const times: string[] = [];
  eachElement(page, body, ({ attribs }) => {
    if (attribs['datetime'] !== undefined) times.push(attribs['datetime']);
  });
  return times;
}

/** Whether what the page says is the same day as the post's, or it says nothing. */
function agrees(seconds: number, published: string | undefined): boolean {
  const moment = momentOf(published);
  return moment === undefined || Math.abs(moment - seconds) <= 86_400;
}

function momentOf(written: string | undefined): number | undefined {
  const moment = written !== undefined && /^\d{4}-\d\d-\d\d/.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment / 1000;
}

/** A picture in the place of the cover: its own address, or that of a background. */
function markCover(element: Element, image: string, addresses: Addresses): void {
  const cover = addresses.lead(image);
  const isCover = (address: string) => {
    const lead = addresses.lead(address);
    return lead.kind === 'own'
      ? cover.kind === 'own' && lead.path === cover.path
      : address.trim() === image.trim();
  };
  const { attribs } = element;
  const source = ['src', 'data-src', 'srcset'].find((name) => isCover(firstAddress(attribs[name] ?? '')));
  if (element.name === 'img' && source !== undefined) {
    for (const name of ['src', 'srcset', 'sizes', 'data-src', 'data-srcset']) delete attribs[name];
    attribs[coverAttribute] = '';
    const { parent } = element;
    if (parent && isTag(parent) && parent.name === 'picture') parent.children = [element];
  }
  const style = attribs['style'];
  if (style === undefined) return;
  attribs['style'] = style.replace(/url\(\s*(["']?)([^"')]*)\1\s*\)/gi, (whole, _quote, address) =>
    isCover(address) ? `url("${mark('image')}")` : whole,
  );
}

function firstAddress(written: string): string {
  return written.trim().split(/\s/, 1)[0] ?? '';
}

/** Every element of the page but those of the body and those that nobody sees. */
function eachElement(root: ParentNode, body: Element, visit: (element: Element) => void): void {
  for (const child of root.children) {
    if (!(child instanceof Element) || child === body || /^(?:head|script|style|template)$/.test(child.name))
      continue;
    visit(child);
    eachElement(child, body, visit);
  }
}

/** A text in one line, with the quotes and dashes of a keyboard. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

function around(text: string, inside: string): string {
  return (/^\s*/.exec(text)?.[0] ?? '') + inside + (/\s*$/.exec(text)?.[0] ?? '');
}
