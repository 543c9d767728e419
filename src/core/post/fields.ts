import type { Field, Post } from './post.ts';
import type { Value } from './value.ts';

/** The entry of this key at the top of the front matter; the last one where there are several, as PHP takes it. */
export function fieldOf(post: Post, key: string): Field | undefined {
  return post.frontMatter?.fields.findLast((field) => field.key === key);
}

/** Whether a value says nothing: null, an empty text, white space, an empty list or map. */
export function isBlank(value: Value | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.size === 0;
}
