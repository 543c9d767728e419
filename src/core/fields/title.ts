import { fieldOf } from '../post/fields.ts';
import type { Post, YamlNode } from '../post/post.ts';
import { Float, type Value } from '../post/value.ts';
import { toText } from '../site/jigsaw/php/php-value.ts';
import { slice } from '../text/span.ts';

/** A post's headline on one line, `title: 1984` too; undefined where it has none. */
export function titleOf(post: Post): string | undefined {
  const node = fieldOf(post, 'title')?.node;
  const text = node && textOf(node.value);
  const words = node && isLeftOpen(post, node) ? text?.slice(1) : text;
  return words?.replace(/\s+/g, ' ').trim() || undefined;
}

function textOf(value: Value | undefined): string | undefined {
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
  return isNumber || typeof value === 'string' ? toText(value) : undefined;
}

/** Whether a value is a quote that nothing closes, and so is known as it is written. */
function isLeftOpen({ text }: Post, { style, span }: YamlNode): boolean {
  const [quote = '', ...rest] = slice(text, span);
  return (style === 'double-quoted' || style === 'single-quoted') && !rest.includes(quote);
}
