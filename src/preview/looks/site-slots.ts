import type { SiteContent } from '../../protocol/content.ts';
import { type PictureContext, pictureElement } from '../pictures.ts';

/** What stands around the name of a slot, as the core writes it. */
const slot = /\u{F0CD0}(\w+)\u{F0CD1}/gu;

/** What a slot is filled with, and the line of its field. */
interface Filling {
  readonly text: string;
  readonly line: number | undefined;
}

/** Marks what comes from the front matter: its lines are in any order, and nothing scrolls by them. */
export const factAttribute = 'data-cd-fact';

/** Fills the slots of a template with what the post says. */
export function fillSlots(root: Element, content: SiteContent, context: PictureContext): void {
  const fillings = fillingsOf(content, context);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const emptied: Element[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const { name, value } of [...node.attributes]) {
        if (value.includes('\u{F0CD0}')) node.setAttribute(name, filled(value, fillings));
      }
    } else if (node.nodeValue?.includes('\u{F0CD0}')) {
      const { parentElement } = node;
      const line = lineOf(node.nodeValue, fillings);
      node.nodeValue = filled(node.nodeValue, fillings);
      if (parentElement === null) continue;
      if (line !== undefined) markFact(parentElement, line);
      if (parentElement.textContent?.trim() === '' && parentElement.children.length === 0)
        emptied.push(parentElement);
    }
  }
  for (const element of emptied) element.remove();
  showCovers(root, content, context);
}

function fillingsOf({ head, dates }: SiteContent, { strings }: PictureContext): ReadonlyMap<string, Filling> {
  const { title, description, author, image, date } = head;
  const cover = image?.picture.kind === 'local' ? image.picture.url : '';
  return new Map<string, Filling>([
    ['title', { text: title?.text ?? strings.noTitle, line: title?.line ?? 0 }],
    ['description', { text: description?.text ?? '', line: description?.line }],
    ['author', { text: author?.text ?? '', line: author?.line }],
    ['alt', { text: image?.alt ?? '', line: image?.line }],
    ['caption', { text: image?.caption ?? '', line: image?.line }],
    ['image', { text: cover, line: image?.line }],
    ...dates.map((text, index): [string, Filling] => [`date${index}`, { text, line: date?.line }]),
  ]);
}

function filled(written: string, fillings: ReadonlyMap<string, Filling>): string {
  return written.replace(slot, (_whole, name: string) => fillings.get(name)?.text ?? '');
}

function lineOf(written: string, fillings: ReadonlyMap<string, Filling>): number | undefined {
  const [found] = written.matchAll(slot);
  return found?.[1] === undefined ? undefined : fillings.get(found[1])?.line;
}

function markFact(element: Element, line: number): void {
  element.setAttribute('data-line', String(line));
  element.setAttribute(factAttribute, '');
}

/** Puts the post's cover where the page shows one, or takes away what would frame it. */
function showCovers(root: Element, { head: { image } }: SiteContent, context: PictureContext): void {
  for (const place of root.querySelectorAll('[data-cd-cover]')) {
    place.removeAttribute('data-cd-cover');
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
