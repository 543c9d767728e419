import type { JigsawSite } from './jigsaw-site.ts';
import type { LayoutChain } from './model.ts';
import { children, is, type Node } from './php/ast.ts';
import type { PhpFunction } from './php/php-value.ts';

/**
 * Whether a layout calls a helper of the config that may give it the post's text, such as `$page->asJson()`: one that
 * takes the content, or hands the page on to code elsewhere.
 */
export function asksHelperForText({ reached }: LayoutChain, jigsaw: JigsawSite): boolean {
  const { config, collections } = jigsaw;
  const helpers = [config, ...collections].flatMap(({ helpers }) => [...helpers]);
  const asked = new Set(reached.flatMap(({ path }) => methodsIn(jigsaw.textOf(path) ?? '')));
  // A set also goes through what is added meanwhile.
  for (const name of asked) {
    for (const [key, helper] of helpers) {
      if (key !== name) continue;
      if (handsOnText(helper)) return true;
      for (const called of methodsOf(helper.node)) asked.add(called);
    }
  }
  return false;
}

/** What is called as a method in a view's code. */
function methodsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/->\s*(\w+)\s*\(/g), ([, name = '']) => name);
}

function methodsOf(node: Node): readonly string[] {
  const own =
    is(node, 'call') && is(node.what, 'propertylookup') && is(node.what.offset, 'identifier')
      ? [node.what.offset.name]
      : [];
  return [...own, ...children(node).flatMap(methodsOf)];
}

function handsOnText({ node }: PhpFunction): boolean {
  const [page] = node.arguments;
  const name = is(page, 'parameter') && is(page.name, 'identifier') ? page.name.name : undefined;
  const uses = (part: Node): boolean => {
    if (is(part, 'variable')) return part.name === name;
    if (!is(part, 'propertylookup') && !is(part, 'nullsafepropertylookup')) return children(part).some(uses);
    if (is(part.offset, 'identifier') && part.offset.name === 'getContent') return true;
    return (!is(part.what, 'variable') && uses(part.what)) || uses(part.offset);
  };
  return node.body !== null && uses(node.body);
}
