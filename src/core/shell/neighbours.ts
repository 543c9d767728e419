import { type Document, Element, isTag, isText } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { titleOf } from '../fields/title.ts';
import type { Post } from '../post/post.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import type { Addresses } from './addresses.ts';
import { plain } from './marks.ts';
import { holds } from './name-lists.ts';
import { dateOf, groupOf } from './siblings.ts';

/** A post beside another one, as pages link to it. */
export interface Neighbour {
  readonly title: string;
  /** Where its page is, below the build's folder. */
  readonly path: string;
}

/** The posts that come before and after one by date. */
export interface Neighbours {
  readonly earlier: Neighbour | undefined;
  readonly later: Neighbour | undefined;
}

/** The neighbours of a post in its collection. */
export function neighboursOf(post: Post, site: Site): Neighbours {
  const group = groupOf(post, site);
  const date = dateOf(post);
  let earlier: Post | undefined;
  let later: Post | undefined;
  for (const other of site.posts.values()) {
    if (other.path === post.path || groupOf(other, site) !== group) continue;
    const at = dateOf(other);
    if (at <= date && (earlier === undefined || at > dateOf(earlier))) earlier = other;
    if (at > date && (later === undefined || at < dateOf(later))) later = other;
  }
  return { earlier: earlier && asLinked(earlier, site), later: later && asLinked(later, site) };
}

function asLinked(post: Post, site: Site): Neighbour | undefined {
  const title = titleOf(post);
  const path = placementOf(post, site).outputPath;
  return title !== undefined && path !== undefined ? { title, path } : undefined;
}

/** Makes links to the posts beside a page's own lead to those beside the post that is shown in it. */
export function moveNeighbours(
  page: Document,
  body: Element,
  addresses: Addresses,
  { own, shown }: { readonly own: Neighbours; readonly shown: Neighbours },
): void {
  const links = DomUtils.getElementsByTagName('a', page).filter((link) => !holds(body, link));
  const moves = (['earlier', 'later'] as const).flatMap((side) => {
    const from = own[side];
    const found = from === undefined ? [] : links.filter((link) => leadsTo(link, from, addresses));
    return found.filter(isBesideFew).map((link) => ({ link, from, to: shown[side] }));
  });
  for (const { link, from, to } of moves) {
    if (to !== undefined && from !== undefined) relink(link, from, to);
    else removeWithFrame(link);
  }
}

function leadsTo(link: Element, { title, path }: Neighbour, addresses: Addresses): boolean {
  const lead = addresses.lead(link.attribs['href'] ?? '');
  return (
    lead.kind === 'own' &&
    sameFor(lead.path) === sameFor(path) &&
    plain(DomUtils.textContent(link)).includes(plain(title))
  );
}

/** A page's path without what addresses leave out of it. */
function sameFor(path: string): string {
  return path.replace(/(?:^|\/)index\.html?$/i, '').replace(/^\/|\/$/g, '');
}

/** Whether a link is one of a pair, and not of a list in which the neighbours happen to be. */
function isBesideFew({ parent }: Element): boolean {
  if (parent === null || !isTag(parent)) return false;
  const hasLink = (element: Element) => DomUtils.getElementsByTagName('a', element).length > 0;
  if (DomUtils.getElementsByTagName('a', parent).length > 2) return false;
  const beside = parent.parent?.children.filter(isTag) ?? [];
  return beside.filter((each) => each.name === parent.name && hasLink(each)).length <= 2;
}

function relink(link: Element, from: Neighbour, to: Neighbour): void {
  link.attribs['href'] = `/${to.path.replace(/(?:^|\/)index\.html?$/i, '')}`;
  const renamed = (text: string) =>
    text.includes(from.title)
      ? text.replace(from.title, () => to.title)
      : plain(text) === plain(from.title)
        ? to.title
        : text;
  for (const name of ['title', 'aria-label']) {
    const value = link.attribs[name];
    if (value !== undefined) link.attribs[name] = renamed(value);
  }
  const visit = (element: Element) => {
    for (const child of element.children) {
      if (isText(child)) child.data = renamed(child.data);
      else if (child instanceof Element) visit(child);
    }
  };
  visit(link);
}

/** Takes a link away, with what is around nothing else. */
function removeWithFrame(link: Element): void {
  const { parent } = link;
  DomUtils.removeElement(link);
  if (parent && isTag(parent) && DomUtils.textContent(parent).trim() === '' && !parent.children.some(isTag)) {
    DomUtils.removeElement(parent);
  }
}
