import type { YamlNode } from '../post/post.ts';
import { type Span, slice, span } from '../text/span.ts';

/** A name in a list or comma text, and where it is written: quotes of a list's item included, commas not. */
export interface WrittenName {
  readonly name: string;
  readonly span: Span;
}

/**
 * The names that a field such as `keywords` holds, each with its place. Empty ones are left out, and so is all of a
 * text with escapes, whose places don't tell what is written.
 */
export function writtenNames(node: YamlNode, text: string): readonly WrittenName[] {
  if (node.items.length > 0) {
    return node.items.flatMap(({ value, span: where }) =>
      typeof value === 'string' && value.trim() !== '' ? [{ name: value.trim(), span: where }] : [],
    );
  }
  if (typeof node.value !== 'string') return [];
  const inner = innerOf(node, text);
  const written = slice(text, inner);
  if (node.style === 'double-quoted' && written.includes('\\')) return [];
  return Array.from(written.matchAll(/[^,\s](?:[^,]*[^,\s])?/g), ({ 0: name, index }) => ({
    name: name.replace(/\s+/g, ' '),
    span: span(inner.start + index, inner.start + index + name.length),
  }));
}

/** A text's place without its quotes, or without the line with `>`. */
function innerOf({ style, span: { start, end } }: YamlNode, text: string): Span {
  if (style === 'single-quoted' || style === 'double-quoted')
    return span(start + 1, Math.max(start + 1, end - 1));
  if (style !== 'folded' && style !== 'literal') return span(start, end);
  return span(start + (/^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0), end);
}
