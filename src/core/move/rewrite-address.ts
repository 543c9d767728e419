import { percentDecode, percentEncode } from '../site/percent-encoding.ts';
import { type Span, slice, span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** Where an address is written, and what it says once escapes and character references are decoded. */
export interface WrittenAddress {
  readonly address: string;
  readonly span: Span;
}

/** Characters that mean something to a URL, Markdown, HTML, CSS, YAML or Blade, in one place or another. */
const UNSAFE = /[\s"'()<>\\%?#[\]{}`|^&@,:;!*]/g;

/** The same, where white space is written as it is. */
const UNSAFE_BUT_SPACE = /[\t\r\n"'()<>\\%?#[\]{}`|^&@,:;!*]/g;

/**
 * Puts another path in the place of an address's. What stands before the path (`{{ $page->baseUrl }}`, the site's own
 * host) and behind it (`?…`, `#…`) stays, and so do the folders that are the same, as they are written.
 * @param oldPath the path as the address has it, decoded, and
 * @param path the new one as it is meant, not encoded; both start with a slash or neither does.
 * @returns undefined when that is what is written, and where the path's place can't be told.
 */
export function rewritePath(
  text: string,
  written: WrittenAddress,
  oldPath: string,
  path: string,
): TextEdit | undefined {
  const raw = slice(text, written.span);
  // The `#` of a character reference starts no fragment.
  const length = /^(?:\{\{.*?\}\}|\{!!.*?!!\}|[^?#&]|&#?|(?<=&)#)*/.exec(raw)?.[0].length ?? 0;
  const start = startOf(raw.slice(0, length), oldPath);
  if (start === undefined) return undefined;
  const at = written.span.start + start;
  const old = raw.slice(start, length);
  const isEscaped = raw.trim() !== written.address.trim();
  const [oldParts, newParts] = [old.split('/'), path.split('/')];
  let [first, last] = [0, 0];
  if (!isEscaped) {
    const shorter = Math.min(oldParts.length, newParts.length);
    while (first < shorter && isSame(oldParts[first], newParts[first])) first += 1;
    while (last < shorter - first && isSame(oldParts.at(-1 - last), newParts.at(-1 - last))) last += 1;
  }
  const changed = newParts.slice(first, newParts.length - last).map((part) => encode(part, old));
  const kept = oldParts.slice(first, oldParts.length - last);
  if (changed.length === 0 && kept.length === 0) return undefined;
  const [before, after] = [
    lengthOf(oldParts.slice(0, first)),
    lengthOf(oldParts.slice(oldParts.length - last)),
  ];
  // A folder that goes or comes takes one of the slashes around it along.
  const isGrowing = kept.length === 0;
  const isShrinking = changed.length === 0;
  if (isGrowing && last > 0)
    return { span: span(at + before, at + before), text: changed.map((part) => `${part}/`).join('') };
  if (isGrowing)
    return { span: span(at + old.length, at + old.length), text: changed.map((part) => `/${part}`).join('') };
  if (isShrinking && last > 0) return { span: span(at + before, at + old.length - after + 1), text: '' };
  if (isShrinking) return { span: span(at + before - 1, at + old.length), text: '' };
  return { span: span(at + before, at + old.length - after), text: changed.join('/') };
}

/** Where the path starts in what is written up to its query; an address with escapes must be a path altogether. */
function startOf(raw: string, path: string): number | undefined {
  const blank = raw.length - raw.trimStart().length;
  if (percentDecode(raw.slice(blank)) === path) return blank;
  for (let at = raw.lastIndexOf('/'); at >= 0; at = raw.lastIndexOf('/', at - 1)) {
    if (percentDecode(raw.slice(at)) === path) return at;
    if (at === 0) break;
  }
  return /[\\&]/.test(raw) && !/[{:]|^\s*\/\//.test(raw) ? blank : undefined;
}

/** How long parts are with a slash each. */
function lengthOf(parts: readonly string[]): number {
  return parts.reduce((length, part) => length + part.length + 1, 0);
}

function isSame(written: string | undefined, meant: string | undefined): boolean {
  return (
    written !== undefined && meant !== undefined && percentDecode(written).normalize() === meant.normalize()
  );
}

/** A part of a path as the old one writes its own: with spaces as they are, letters encoded or not. */
function encode(part: string, old: string): string {
  const safe = part.replace(old.includes(' ') ? UNSAFE_BUT_SPACE : UNSAFE, percentEncode);
  const isAscii = /%[89A-F][0-9A-F]/i.test(old);
  return isAscii ? safe.replace(/[^\0-\x7f\p{Cs}]/gu, encodeURIComponent) : safe;
}
