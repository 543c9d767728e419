import { parseDocument } from 'htmlparser2';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** Elements in which every character of white space counts. */
const preformatted = new Set(['pre', 'script', 'style', 'textarea', 'code']);

/** Elements that stand in a line of text: white space next to them counts, next to any other it doesn't. */
const inline = new Set(
  (
    'a abbr audio b bdi bdo button cite code data del dfn em font i iframe img input ins kbd label mark meter object q s ' +
    'samp small span strike strong sub sup time u var video'
  ).split(' '),
);

/**
 * What is left of HTML when two spellings of one document are made the same: attributes sorted, entities decoded,
 * white space between blocks dropped and elsewhere one space.
 */
export function normalised(html: string): string {
  return write(parseDocument(html).children, false).trim();
}

/** The same for each of the outermost elements. */
export function normalisedBlocks(html: string): string[] {
  return parseDocument(html)
    .children.map((node) => write([node], false).trim())
    .filter((block) => block !== '');
}

function write(nodes: readonly Node[], keep: boolean): string {
  let written = '';
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'text') {
      const { data } = node as Node & { readonly data: string };
      written += keep ? data : spaced(data, nodes[index - 1], nodes[index + 1]);
    } else if (node.type === 'comment') {
      const { data } = node as Node & { readonly data: string };
      written += `<!--${data}-->`;
    } else if ('children' in node) {
      const { name = '', attribs = {} } = node as Node & { name?: string; attribs?: Record<string, string> };
      const attributes = Object.keys(attribs)
        .sort()
        .map((key) => ` ${key}=${JSON.stringify(attribs[key])}`);
      const inner = write(node.children, keep || preformatted.has(name));
      const closed = keep || preformatted.has(name) || inline.has(name) ? inner : inner.trim();
      written += `<${name}${attributes.join('')}>${closed}</${name}>`;
    }
  }
  return written;
}

function spaced(text: string, before: Node | undefined, after: Node | undefined): string {
  let result = text.replace(/[ \t\n\r\f]+/g, ' ');
  if (isBlock(before)) result = result.trimStart();
  if (isBlock(after)) result = result.trimEnd();
  return result;
}

function isBlock(node: Node | undefined): boolean {
  if (node === undefined || node.type === 'text') return false;
  return !('name' in node) || !inline.has(String(node.name));
}
