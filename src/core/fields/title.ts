import { fieldOf } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { Float, type Value } from '../post/value.ts';
import { toText } from '../site/jigsaw/php/php-value.ts';

/** A post's headline on one line, `title: 1984` too; undefined where it has none. */
export function titleOf(post: Post): string | undefined {
  const text = textOf(fieldOf(post, 'title')?.node.value);
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

function textOf(value: Value | undefined): string | undefined {
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
  return isNumber || typeof value === 'string' ? toText(value) : undefined;
}
