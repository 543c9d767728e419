import { type Document, Element, isTag, isText, type ParentNode } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { mark, marks, plain } from './marks.ts';

/** One of the names that a field lists, such as a category. */
export interface Name {
  /** As readers see it. */
  readonly text: string;
  /** As it stands in addresses. */
  readonly slug: string;
}

/** The fields whose names a layout prints one by one. */
export const listSlots = ['kicker', 'author', 'keywords'] as const;
export type ListSlot = (typeof listSlots)[number];

/** Where names are headings or part of a form, they say something else. */
const OTHER = /^(?:h[1-6]|button|option|label|title|head|script|style|template)$/;

/**
 * Cuts a list of names out of a page wherever it stands by itself, and leaves one element as the pattern for each:
 * its text and its address are slots.
 * @returns whether the list was found.
 */
export function cutNames(page: Document, body: Element, slot: ListSlot, names: readonly Name[]): boolean {
  const [first] = names;
  if (first === undefined) return false;
  const texts = names.map(({ text }) => plain(text));
  const runs = [...runsOf(page, body, texts)];
  for (const [item, ...rest] of runs) {
    if (item === undefined) continue;
    const { parent } = item;
    const [second] = rest;
    if (parent && second) {
      const between = parent.children.slice(
        parent.children.indexOf(item) + 1,
        parent.children.indexOf(second),
      );
      item.attribs[marks.between] = encodeURIComponent(DomUtils.textContent(between));
      const end = parent.children.indexOf(rest.at(-1) ?? second);
      for (const child of parent.children.slice(parent.children.indexOf(item) + 1, end + 1)) {
        DomUtils.removeElement(child);
      }
    }
    item.attribs[marks.each] = slot;
    makePattern(item, first);
  }
  return runs.length > 0;
}

/** Every run of elements that stand side by side and say these texts, one each, in this order. */
function* runsOf(parent: ParentNode, body: Element, texts: readonly string[]): Iterable<readonly Element[]> {
  const elements = parent.children.filter(isTag);
  const said = elements.map((element) =>
    OTHER.test(element.name) || holds(element, body) ? '' : plain(DomUtils.textContent(element)),
  );
  const taken = new Set<Element>();
  for (let start = 0; start + texts.length <= elements.length; start++) {
    if (!texts.every((text, index) => said[start + index] === text)) continue;
    const run = elements.slice(start, start + texts.length);
    for (const element of run) taken.add(element);
    const isPart = [elements[start - 1], elements[start + texts.length]].some(
      (beside) => beside !== undefined && isSameKind(beside, run[0]),
    );
    // As part of a longer list, such as a menu of all categories, it isn't about the post.
    if (!isPart) yield texts.length > 1 ? run : run.map(innermost);
  }
  for (const element of elements) {
    if (element === body || taken.has(element) || OTHER.test(element.name)) continue;
    yield* runsOf(element, body, texts);
  }
}

/** Whether something stands in an element, or is it. */
export function holds(element: Element, inner: Element): boolean {
  let each: ParentNode | null = inner;
  while (each !== null && each !== element) each = each.parent;
  return each === element;
}

function isSameKind(one: Element, other: Element | undefined): boolean {
  return one.name === other?.name && one.attribs['class'] === other.attribs['class'];
}

/** The element around nothing but one name: a list's item, or else the one that is nearest to the text. */
function innermost(element: Element): Element {
  const [only, ...others] = element.children.filter((child) => !isText(child) || child.data.trim() !== '');
  return element.name !== 'li' && only !== undefined && isTag(only) && others.length === 0
    ? innermost(only)
    : element;
}

/** Puts slots where an element says a name. */
function makePattern(element: Element, name: Name): void {
  const { attribs } = element;
  for (const attribute of ['title', 'aria-label']) {
    const value = attribs[attribute];
    if (value?.includes(name.text)) attribs[attribute] = value.replace(name.text, mark('item'));
  }
  const { href } = attribs;
  if (href !== undefined) {
    const address = withSlug(href, name);
    if (address === undefined) delete attribs['href'];
    else attribs['href'] = address;
  }
  for (const child of element.children) {
    if (isText(child) && plain(child.data) === plain(name.text)) child.data = mark('item');
    else if (child instanceof Element) makePattern(child, name);
  }
}

/** An address that ends in the name, with a slot there; undefined when it doesn't. */
function withSlug(href: string, { text, slug }: Name): string | undefined {
  for (const last of [slug, text, encodeURIComponent(text)]) {
    const at = last === '' ? -1 : href.lastIndexOf(`/${last}`);
    const rest = href.slice(at + 1 + last.length);
    if (at >= 0 && /^(?:\.html?)?\/?$/.test(rest)) return `${href.slice(0, at)}/${mark('slug')}${rest}`;
  }
  return undefined;
}
