import { type Document, Element, isTag, isText, type ParentNode } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { replaceCssUrls } from '../css/css-urls.ts';
import { slug } from '../site/jigsaw/slug.ts';
import type { Addresses } from './addresses.ts';
import { mark, marks, plain } from './marks.ts';
import { cutNames, type ListSlot, listSlots, type Name } from './name-lists.ts';
import { type DateFormat, findDate } from './printed-date.ts';
import { findMinutes, type Pace, paceOf } from './reading-time.ts';

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
  readonly names?: Readonly<Partial<Record<ListSlot, readonly Name[] | undefined>>>;
}

/** What a page says of its post in other words than the post's own: how it prints them. */
export interface Printed {
  /** The dates, in the order of the slots `date0`, `date1` … */
  readonly dates: readonly DateFormat[];
  /** How the minutes of the slot `minutes` are counted; undefined where the page tells none that could be. */
  readonly pace: Pace | undefined;
}

/** The texts that a page shows of its post. */
const textSlots = ['title', 'description', 'author', 'caption', 'alt'] as const;

/**
 * Takes a post's own facts out of its built page, and leaves slots: its title, description, author and cover where
 * they stand alone, its categories and keywords one by one, its date in any of the ways in which sites print dates,
 * and how long it takes to read.
 * @param facts as the post's source says now; where the page was built of an older one, it says itself what it shows.
 * @param words how many the body has in the page.
 */
export function cutSlots(
  page: Document,
  body: Element,
  facts: Facts,
  words: number,
  addresses: Addresses,
): Printed {
  const shown = { ...facts, ...ownWords(page, body, facts) };
  const language = DomUtils.getElementsByTagName('html', page, true, 1)[0]?.attribs['lang'];
  const dates: DateFormat[] = [];
  let pace: Pace | undefined;
  for (const slot of listSlots) {
    const built = slot === 'keywords' ? builtKeywords(page) : [];
    void (cutNames(page, body, slot, facts.names?.[slot] ?? []) || cutNames(page, body, slot, built));
  }
  const cut = (text: string): string => {
    for (const slot of textSlots) {
      const value = shown[slot];
      if (value !== undefined && value.length > 2 && plain(text) === plain(value))
        return around(text, mark(slot));
    }
    const timed = withMinutes(text);
    const found = shown.date === undefined ? undefined : findDate(timed, shown.date, language);
    if (found === undefined) return timed;
    return timed.slice(0, found.start) + mark(`date${dates.push(found.format) - 1}`) + timed.slice(found.end);
  };
  const withMinutes = (text: string): string => {
    const told = findMinutes(text);
    const own = told && paceOf(told.minutes, words);
    if (told === undefined || own === undefined) return text;
    pace ??= own;
    return text.slice(0, told.start) + mark('minutes') + text.slice(told.end);
  };
  eachElement(page, body, (element) => {
    if (shown.image !== undefined) markCover(element, shown.image, addresses);
    if (isListed(element)) return;
    for (const name of ['alt', 'title', 'aria-label', 'datetime']) {
      const value = element.attribs[name];
      if (value !== undefined) element.attribs[name] = cut(value);
    }
    for (const child of element.children) if (isText(child)) child.data = cut(child.data);
  });
  return { dates, pace };
}

/** Whether an element is in one of several links side by side: those to all authors stay what they are. */
function isListed(element: Element): boolean {
  let link: Element = element;
  while (link.name !== 'a' && link.parent instanceof Element) link = link.parent;
  if (link.name !== 'a') return false;
  const item = link.parent instanceof Element && link.parent.name === 'li' ? link.parent : link;
  return [DomUtils.prevElementSibling(item), DomUtils.nextElementSibling(item)].some(
    (beside) => beside?.name === item.name && DomUtils.getElementsByTagName('a', beside).length > 0,
  );
}

/** The keywords that the page tells to search engines. */
function builtKeywords(page: Document): readonly Name[] {
  const told = DomUtils.findOne(
    ({ name, attribs }) => name === 'meta' && attribs['name'] === 'keywords',
    page.children,
  );
  const texts = (told?.attribs['content'] ?? '').split(',').map((text) => text.trim());
  return texts.flatMap((text) => (text === '' ? [] : [{ text, slug: slug(text) }]));
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
    attribs[marks.cover] = '';
    const { parent } = element;
    if (parent && isTag(parent) && parent.name === 'picture') parent.children = [element];
  }
  const style = attribs['style'];
  if (style === undefined) return;
  attribs['style'] = replaceCssUrls(style, (address) => (isCover(address) ? mark('image') : undefined));
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

function around(text: string, inside: string): string {
  return (/^\s*/.exec(text)?.[0] ?? '') + inside + (/\s*$/.exec(text)?.[0] ?? '');
}
