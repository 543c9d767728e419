import type { Head, SiteContent } from '../../protocol/content.ts';
import type { Marks } from '../../protocol/messages.ts';
import { decoded } from '../decoded.ts';
import { type PictureContext, pictureElement } from '../pictures.ts';

/** What a slot is filled with, and the line of its field. */
interface Filling {
  readonly text: string;
  readonly line: number | undefined;
  /** What is read where there is no text; attributes stay empty. */
  readonly wanting?: string;
}

/** Marks what comes from the front matter: its lines are in any order, and nothing scrolls by them. */
export const factAttribute = 'data-cd-fact';

/** Fills the slots of a template with what the post says. */
export function fillSlots(root: Element, content: SiteContent, marks: Marks, context: PictureContext): void {
  const slots = new Slots(marks);
  for (const pattern of root.querySelectorAll(`[${marks.each}]`)) repeat(pattern, content.head, marks, slots);
  const fillings = fillingsOf(content, context);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const emptied: Element[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const { name, value } of [...node.attributes]) {
        if (slots.areIn(value)) node.setAttribute(name, slots.filled(value, fillings));
      }
    } else if (node.nodeValue !== null && slots.areIn(node.nodeValue)) {
      const { parentElement } = node;
      const line = slots.lineOf(node.nodeValue, fillings);
      node.nodeValue = slots.read(node.nodeValue, fillings);
      if (parentElement === null) continue;
      if (line !== undefined) markFact(parentElement, line);
      if (isEmpty(parentElement)) emptied.push(parentElement);
    }
  }
  for (const element of emptied) removeWithSeparator(element);
  showCovers(root, content, marks, context);
}

/** Puts an element for each name of a list in the place of its pattern; without any, nothing is left of it. */
function repeat(pattern: Element, head: Head, marks: Marks, slots: Slots): void {
  const slotName = pattern.getAttribute(marks.each);
  const between = decoded(pattern.getAttribute(marks.between) ?? '%20');
  pattern.removeAttribute(marks.each);
  pattern.removeAttribute(marks.between);
  const list =
    slotName === 'kicker' || slotName === 'author' || slotName === 'keywords' ? head[slotName] : undefined;
  const made = (list?.names ?? []).map(({ text, slug }) => {
    const item = pattern.cloneNode(true) as Element;
    const values = new Map([
      ['item', { text, line: undefined }],
      ['slug', { text: encodeURIComponent(slug), line: undefined }],
    ]);
    for (const each of [item, ...item.querySelectorAll('*')]) {
      for (const { name, value } of [...each.attributes])
        each.setAttribute(name, slots.filled(value, values));
      for (const child of each.childNodes) {
        if (child instanceof Text) child.data = slots.filled(child.data, values);
      }
    }
    markFact(item, list?.line ?? 0);
    return item;
  });
  const { parentElement } = pattern;
  if (made.length > 0) {
    pattern.replaceWith(...made.flatMap((item, index) => (index === 0 ? [item] : [between, item])));
    return;
  }
  removeWithSeparator(pattern);
  if (parentElement !== null && isEmpty(parentElement)) removeWithSeparator(parentElement);
}

/** What layouts put between two facts, and nothing else. */
const separator = /^\s*[·•∙|/–—,;]+\s*$/u;

/** Takes out an element, and the separator that would be left at an end of its row, or beside another one. */
function removeWithSeparator(element: Element): void {
  const before = beside(element, 'previousSibling');
  const after = beside(element, 'nextSibling');
  element.remove();
  const isEnd = (node: ChildNode | undefined) => node === undefined || isSeparator(node);
  if (after !== undefined && isSeparator(after) && isEnd(before)) after.remove();
  else if (before !== undefined && isSeparator(before) && isEnd(after)) before.remove();
}

function beside(element: Element, side: 'previousSibling' | 'nextSibling'): ChildNode | undefined {
  let node = element[side];
  while (node !== null && !(node instanceof Element) && node.nodeValue?.trim() === '') node = node[side];
  return node ?? undefined;
}

function isSeparator(node: ChildNode): boolean {
  return separator.test(node.textContent ?? '') && !(node instanceof Element && node.children.length > 0);
}

function isEmpty({ textContent, children }: Element): boolean {
  return textContent.trim() === '' && children.length === 0;
}

function fillingsOf(
  { head, dates, minutes }: SiteContent,
  { strings }: PictureContext,
): ReadonlyMap<string, Filling> {
  const { title, description, author, image, date } = head;
  const cover = image?.picture.kind === 'local' ? image.picture.url : '';
  return new Map<string, Filling>([
    ['title', { text: title?.text ?? strings.noTitle, line: title?.line ?? 0 }],
    ['description', { text: description?.text ?? '', line: description?.line }],
    ['author', { text: author?.text ?? '', line: author?.line }],
    ['alt', { text: image?.alt ?? '', line: image?.line }],
    ['caption', { text: image?.caption ?? '', line: image?.line }],
    ['image', { text: cover, line: image?.line }],
    ['minutes', { text: minutes === undefined ? '' : String(minutes), line: undefined }],
    ...dates.map((text, index): [string, Filling] => [
      `date${index}`,
      { text, line: date?.line, wanting: date?.text ?? strings.noDate },
    ]),
  ]);
}

/** The slots in texts and attributes of a template. */
class Slots {
  readonly #start: string;
  readonly #slot: RegExp;

  constructor({ slotStart, slotEnd }: Marks) {
    this.#start = slotStart;
    this.#slot = new RegExp(`${slotStart}(\\w+)${slotEnd}`, 'gu');
  }

  areIn(written: string): boolean {
    return written.includes(this.#start);
  }

  filled(written: string, fillings: ReadonlyMap<string, Filling>): string {
    return written.replace(this.#slot, (_whole, name: string) => fillings.get(name)?.text ?? '');
  }

  /** A text as readers see it. */
  read(written: string, fillings: ReadonlyMap<string, Filling>): string {
    return written.replace(this.#slot, (_whole, name: string) => {
      const filling = fillings.get(name);
      return filling?.text || (filling?.wanting ?? '');
    });
  }

  /** The line of the field that fills the first. */
  lineOf(written: string, fillings: ReadonlyMap<string, Filling>): number | undefined {
    const [found] = written.matchAll(this.#slot);
    return found?.[1] === undefined ? undefined : fillings.get(found[1])?.line;
  }
}

function markFact(element: Element, line: number): void {
  element.setAttribute('data-line', String(line));
  element.setAttribute(factAttribute, '');
}

/** What is said of a cover that isn't there, for a page that has no place for covers. */
export function coverWithoutPlace(
  { head: { image } }: SiteContent,
  page: Element,
  marks: Marks,
  context: PictureContext,
): HTMLElement | undefined {
  if (image?.picture.kind !== 'missing' || page.querySelector(`[${marks.cover}]`) !== null) return undefined;
  const made = pictureElement(image, context);
  markFact(made, image.line);
  return made;
}

/** Puts the post's cover where the page shows one, or takes away what would frame it. */
function showCovers(
  root: Element,
  { head: { image } }: SiteContent,
  marks: Marks,
  context: PictureContext,
): void {
  for (const place of root.querySelectorAll(`[${marks.cover}]`)) {
    place.removeAttribute(marks.cover);
    if (image === undefined) {
      (place.closest('figure, picture') ?? place).remove();
      continue;
    }
    const made = pictureElement(image, context);
    markFact(made, image.line);
    const address = made.getAttribute('src');
    if (address === null) {
      place.replaceWith(made);
    } else {
      place.setAttribute('src', address);
      place.setAttribute('alt', image.alt);
      markFact(place, image.line);
    }
  }
}
