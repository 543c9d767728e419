import type { Reference } from '../post/references.ts';
import { writeAddress } from '../site/percent-encoding.ts';
import { message } from '../text/message.ts';
import type { Fix } from './rule.ts';

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
