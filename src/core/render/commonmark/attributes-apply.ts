import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { addAttributes } from './attributes.ts';
import { attributeListOf } from './attributes-parse.ts';

/** A token with what is inside of it: elements, texts, lists of attributes. */
interface Node {
  readonly token: Token;
  readonly children: Node[];
  readonly parent: Node | undefined;
}

/** The elements that tokens describe, siblings side by side. */
function makeTree(tokens: readonly Token[], parent: Node | undefined): Node[] {
  const top: Node[] = [];
  let around = parent;
  let siblings = top;
  const outer: Node[][] = [];
  for (const token of tokens) {
    if (token.nesting < 0) {
      around = around?.parent;
      siblings = outer.pop() ?? top;
    } else if (token.type === 'inline' || token.type === 'image') {
      // Inline tokens have no element of their own: theirs is the block around.
      const isImage = token.type === 'image';
      const node = isImage ? { token, children: [], parent: around } : around;
      const children = makeTree(token.children ?? [], node);
      for (const child of children) (isImage && node ? node.children : siblings).push(child);
      if (isImage && node) siblings.push(node);
    } else if (token.type !== 'reference_definition' && !(token.type === 'text' && token.content === '')) {
      const node: Node = { token, children: [], parent: around };
      siblings.push(node);
      if (token.nesting > 0) {
        outer.push(siblings);
        siblings = node.children;
        around = node;
      }
    }
  }
  return top;
}

/** Whose attributes a list gives, and whether they win over others. */
interface Target {
  readonly node: Node;
  readonly wins: boolean;
}

/**
 * Looks to both sides of a list, step by step, past other lists. League: `AttributesListener::findTargetAndDirection`.
 * @param before what stands before it, without lists: they are gone by now.
 */
function findTarget(at: number, siblings: readonly Node[], before: readonly Node[]): Target | undefined {
  const node = siblings[at];
  if (node === undefined) return undefined;
  const list = attributeListOf(node.token);
  const parent = node.parent && { node: node.parent, wins: true };
  if (list?.target === 'parent') return parent;
  const isBlock = list?.target !== undefined;
  for (let step = 1; ; step++) {
    const previous = list?.target === 'next' ? undefined : before.at(-step);
    const next = list?.target === 'previous' ? undefined : siblings[at + step];
    if (previous === undefined && next === undefined) return parent;
    if (!isBlock && (previous === undefined || list?.isApart === true)) return parent;
    if (previous !== undefined && attributeListOf(previous.token) === undefined)
      return { node: previous, wins: true };
    if (next !== undefined && attributeListOf(next.token) === undefined) return { node: next, wins: false };
  }
}

/** In a list without blank lines the attributes of what is in an item are the item's. */
function effective({ token, parent }: Node): Token {
  if (parent?.token.type !== 'list_item_open' || parent.parent === undefined) return token;
  const isLoose = parent.parent.children.some(({ children }) => children.some(isSpaced));
  return isLoose ? token : parent.token;
}

/** Whether blank lines make the list loose in which this block stands. */
function isSpaced({ token }: Node, at: number, siblings: readonly Node[]): boolean {
  if (token.type === 'paragraph_open' && !token.hidden) return true;
  const next = siblings[at + 1]?.token.map?.[0];
  return next !== undefined && token.map !== null && token.map[1] < next;
}

function apply(siblings: readonly Node[]): void {
  const before: Node[] = [];
  for (const [at, node] of siblings.entries()) {
    const list = attributeListOf(node.token);
    if (list === undefined) {
      apply(node.children);
      before.push(node);
      continue;
    }
    const target = findTarget(at, siblings, before);
    if (target !== undefined) addAttributes(effective(target.node), list.attributes, target.wins);
  }
}

function applyAttributes(state: StateCore): void {
  if (!state.src.includes('{')) return;
  apply(makeTree(state.tokens, undefined));
}

/** A markdown-it plugin: gives elements the attributes that lists among the tokens are for. */
export function applyAttributeLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'apply_attributes', applyAttributes);
}
