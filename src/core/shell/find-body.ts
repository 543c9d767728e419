import { type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';
import { groupBy } from '../group-by.ts';
import { align, likeness } from './likeness.ts';
import { keyOf, type Run, runsOf } from './runs.ts';

/** Where the body of a post stands in a page: a run of the children of one element. */
export interface BodyRange {
  readonly parent: Element;
  /** Index of its first child. */
  readonly from: number;
  /** Index behind its last child. */
  readonly to: number;
  /** How much of the body's text was found there, from 0 to 1. */
  readonly share: number;
}

/** With less of the body than this, the place could be one that quotes the post. */
const ENOUGH = 0.35;

/** How alike two texts must be to be taken for versions of one. */
const ALIKE = 0.5;

/** What a text weighs: its length, but no single one decides. */
const weightOf = ({ key }: Run) => Math.min(key.length, 240);

/**
 * Finds the place that a body has in a built page. Each text of the body that also stands in the page votes for the
 * element that would then be the body's parent: as many levels up in the page as the text lies deep in the body. So a
 * teaser, a list of posts or a quotation of the same words elsewhere is outvoted, and an older build is no hindrance.
 * @param body the post's body as rendered, which may be newer than the page.
 * @returns undefined when too little of the body is there to be sure.
 */
export function findBody(page: Document, body: Document): BodyRange | undefined {
  const wanted = runsOf(body);
  const total = wanted.reduce((sum, run) => sum + weightOf(run), 0);
  if (total === 0) return undefined;
  const places = new Map<ParentNode, { weight: number; readonly children: Set<number> }>();
  for (const [run, found] of pairs(wanted, runsOf(page))) {
    const place = bodyPlace(run, found, body);
    if (place === undefined) continue;
    const votes = places.get(place.parent) ?? { weight: 0, children: new Set() };
    votes.weight += weightOf(run);
    for (let index = place.from; index <= place.to; index++) votes.children.add(index);
    places.set(place.parent, votes);
  }
  let best: [ParentNode, { weight: number; readonly children: Set<number> }] | undefined;
  for (const place of places) if (best === undefined || place[1].weight > best[1].weight) best = place;
  if (best === undefined || best[1].weight / total < ENOUGH) return undefined;
  const [parent, { weight, children }] = best;
  if (!('name' in parent)) return undefined;
  const range = { parent: parent as Element, from: Math.min(...children), to: Math.max(...children) + 1 };
  return { ...grown(range, body), share: Math.min(1, weight / total) };
}

/** Whether a range is all that its parent holds. */
export function isWhole({ parent, from, to }: BodyRange): boolean {
  return ![...parent.children.slice(0, from), ...parent.children.slice(to)].some(
    (child) => isTag(child) || (isText(child) && child.data.trim() !== ''),
  );
}

/** The range of all that a parent holds. */
export function widened(range: BodyRange): BodyRange {
  return { ...range, from: 0, to: range.parent.children.length };
}

/** Every text of the body with every place of the page that says the same; the rest with what is most alike. */
function* pairs(wanted: readonly Run[], inPage: readonly Run[]): Iterable<readonly [Run, Run]> {
  const byKey = groupBy(inPage, ({ key }) => key);
  const keys = new Set(wanted.map(({ key }) => key));
  for (const run of wanted) for (const found of byKey.get(run.key) ?? []) yield [run, found];
  const changed = wanted.filter(({ key }) => !byKey.has(key));
  const others = inPage.filter(({ key }) => !keys.has(key));
  yield* align(changed, others, ALIKE);
}

/** Which children of which element the body's top level would be, were `found` the text `run` of the body. */
function bodyPlace(
  run: Run,
  found: Run,
  body: Document,
): { parent: ParentNode; from: number; to: number } | undefined {
  let inBody: ParentNode = run.parent;
  let place: { parent: ParentNode; from: number; to: number } = found;
  while (inBody !== body) {
    const element = place.parent;
    const above = inBody.parent;
    if (above === null || !isTag(element) || element.parent === null) return undefined;
    // A list in the one is no list in the other: then the depths say nothing.
    if (isTag(inBody) && inBody.name !== element.name) return undefined;
    const index = element.parent.children.indexOf(element);
    place = { parent: element.parent, from: index, to: index };
    inBody = above;
  }
  return place;
}

/** Takes in what stands beside the range and is the body's too: rules, pictures, texts that were rewritten. */
function grown(range: Omit<BodyRange, 'share'>, body: Document): Omit<BodyRange, 'share'> {
  const { parent } = range;
  const blocks = body.children.filter(isTag);
  const keys = blocks.map((block) => keyOf([block]));
  const sameAs = (child: Element | undefined, index: number) => {
    const block = blocks[index];
    if (child === undefined || block === undefined || child.name !== block.name) return false;
    const key = keyOf([child]);
    return key === keys[index] || likeness(key, keys[index] ?? '') >= ALIKE;
  };
  let { from, to } = range;
  const step = (start: number, by: 1 | -1) => {
    let at = start;
    while (parent.children[at] !== undefined && !isTag(parent.children[at] ?? parent)) at += by;
    const child = parent.children[at];
    return child !== undefined && isTag(child) ? { child, at } : undefined;
  };
  const first = step(from, 1);
  let index = first === undefined ? -1 : blocks.findIndex((_, each) => sameAs(first.child, each));
  for (let before = step(from - 1, -1); before && index > 0; before = step(from - 1, -1)) {
    index -= 1;
    if (!sameAs(before.child, index)) break;
    from = before.at;
  }
  const last = step(to - 1, -1);
  index = last === undefined ? -1 : blocks.findLastIndex((_, each) => sameAs(last.child, each));
  for (let after = step(to, 1); after && index >= 0 && index < blocks.length - 1; after = step(to, 1)) {
    index += 1;
    if (!sameAs(after.child, index)) break;
    to = after.at + 1;
  }
  return { parent, from, to };
}
