import { isList, type Value } from '../post/value.ts';

/**
 * The names that a field such as `keywords` or `categories` holds: the texts of a list, or the parts of a comma text.
 * Empty ones are left out.
 */
export function namesIn(value: Value | undefined): readonly string[] {
  const parts = isList(value) ? value : typeof value === 'string' ? value.split(',') : [];
  return parts.flatMap((part) => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []));
}
