import { isKnown } from '../unknown.ts';
import type { Collection, JigsawConfig, PhpFunction } from './model.ts';
import { children, is, type Node } from './php/ast.ts';
import { slug } from './slug.ts';

/**
 * Below which addresses the items of a collection may be whose own addresses can't be known: the part that is the same
 * for all of them, such as `blog/`; empty where they may be anywhere. Without a slash in front.
 */
export function commonStart({ path, helpers, name }: Collection, { pretty }: JigsawConfig): string {
  if (!isKnown(path)) return startOfResult(helpers.get('path'));
  if (path === undefined) return `${slug(name)}/`;
  if (typeof path !== 'string' || !isKnown(pretty)) return '';
  const fixed = /^[^{]*/.exec(path)?.[0] ?? '';
  return withoutSlash(fixed === path ? `${path.replace(/\/+$/, '')}/` : fixed);
}

/** What every result of a function starts with: `fn ($page) => 'blog/' . $page->getFilename()`. */
function startOfResult(definition: PhpFunction | undefined): string {
  if (!definition) return '';
  const { node } = definition;
  const results = is(node, 'arrowfunc') ? [node.body] : node.body ? resultsIn(node.body) : [];
  const starts = results.map(startOf);
  const [first = '', ...others] = starts;
  return withoutSlash(others.reduce(shared, first));
}

function resultsIn(node: Node): readonly (Node | null)[] {
  if (is(node, 'return')) return [node.expr];
  if (is(node, 'closure') || is(node, 'arrowfunc')) return [];
  return children(node).flatMap(resultsIn);
}

function startOf(node: Node | null): string {
  if (is(node, 'string')) return node.value;
  if (is(node, 'bin')) return node.type === '.' ? startOf(node.left) : '';
  if (is(node, 'encapsed') && Array.isArray(node.value)) {
    const [first]: readonly unknown[] = node.value;
    const part =
      typeof first === 'object' && first !== null && 'expression' in first ? first.expression : null;
    return startOf(part as Node | null);
  }
  return '';
}

function shared(a: string, b: string): string {
  let end = 0;
  while (end < a.length && a[end] === b[end]) end++;
  return a.slice(0, end);
}

function withoutSlash(path: string): string {
  return path.replace(/^\/+/, '');
}
