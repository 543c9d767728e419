import type { Reference } from '../post/references.ts';
import { message } from '../text/message.ts';
import type { Fix } from './rule.ts';

/** Characters that an address can't hold as they are, in Markdown, HTML or YAML. */
const UNSAFE = /[\s"'()<>\\%?#[\]{}`|^]/gu;

/**
 * Puts another address in the place of a reference's. What follows the path (`?…`, `#…`) stays.
 * @param address a path as on disk, not encoded.
 */
export function repoint(reference: Reference, address: string): Fix {
  const rest = /[?#].*$/.exec(reference.address ?? '')?.[0] ?? '';
  return {
    title: message('Change to `{0}`', address),
    edits: reference.addressSpan ? [{ span: reference.addressSpan, text: writeAddress(address) + rest }] : [],
  };
}

/** A path as on disk in the form in which it can stand in a post. */
export function writeAddress(path: string): string {
  return path.replace(UNSAFE, percentEncode);
}

/** One character of a path as a URL writes it where it means nothing of its own. */
export function percentEncode(character: string): string {
  // Those that `encodeURIComponent` leaves as they are.
  return /[!'()*]/.test(character)
    ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
    : encodeURIComponent(character);
}
