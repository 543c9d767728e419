import { type ChildNode, Element, isTag, isText, type ParentNode } from 'domhandler';

/** Text and phrasing that stands together in one element, between the blocks beside it: what a reader sees as one. */
export interface Run {
  /** The letters and digits of its text, in one case, parted by single spaces; its pictures' names when it has none. */
  readonly key: string;
  readonly parent: ParentNode;
  /** Its first and its last node among the children of `parent`. */
  readonly from: number;
  readonly to: number;
}

/** Elements that never hold a block of a post's text. */
const UNREAD = new Set(['head', 'script', 'style', 'template', 'noscript', 'iframe', 'svg', 'math']);

/** Elements that stand in a line of text (HTML's phrasing content). */
const PHRASING = new Set(
  (
    'a abbr acronym audio b bdi bdo big br button canvas cite code data del dfn em embed font i img input ins kbd ' +
    'label map mark math meter noscript object output picture progress q ruby s samp script select small span ' +
    'strike strong sub sup svg template textarea time tt u var video wbr iframe'
  ).split(' '),
);

/** The runs of a tree, from its start to its end. */
export function runsOf(root: ParentNode): readonly Run[] {
  const runs: Run[] = [];
  collect(root, runs);
  return runs;
}

function collect(parent: ParentNode, runs: Run[]): void {
  let from = 0;
  const { children } = parent;
  const close = (end: number) => {
    const nodes = children.slice(from, end);
    const key = nodes.some(isContent) ? keyOf(nodes) : '';
    if (key !== '') runs.push({ key, parent, from, to: end - 1 });
  };
  children.forEach((child, index) => {
    if (isInline(child)) return;
    close(index);
    from = index + 1;
    if (isTag(child) && !UNREAD.has(child.name)) collect(child, runs);
  });
  close(children.length);
}

function isContent(node: ChildNode): boolean {
  return isTag(node) || (isText(node) && node.data.trim() !== '');
}

/** Whether a node stands in a line; an `<a>` around blocks doesn't. */
function isInline(node: ChildNode): boolean {
  if (!isTag(node)) return true;
  return PHRASING.has(node.name) && node.children.every(isInline);
}

/** What nodes say, in the form in which two texts that mean the same are equal. */
export function keyOf(nodes: readonly ChildNode[]): string {
  const text = words(textOf(nodes));
  return text === '' ? picturesOf(nodes).join(' ') : text;
}

/** Letters and digits only: a build may have other quotes, dashes and spaces than ours. */
function words(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/** The text of nodes as a reader has it. */
export function textOf(nodes: readonly ChildNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (isText(node)) text += node.data;
    else if (isTag(node) && !UNREAD.has(node.name)) text += textOf(node.children);
  }
  return text;
}

/** The file names of pictures and films, which stay the same wherever a build puts them. */
function picturesOf(nodes: readonly ChildNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (!(node instanceof Element)) return [];
    const address = node.attribs['src'] ?? node.attribs['data-src'];
    const own = address === undefined ? [] : [`file:${address.replace(/[?#].*$/, '').replace(/^.*\//, '')}`];
    return [...own, ...picturesOf(node.children)];
  });
}
