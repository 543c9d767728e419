/**
 * Characters that an address can't hold as they are, in Markdown, HTML or YAML. In the first two, an ampersand may begin
 * a character of another name.
 */
const UNSAFE = /[\s"'()<>\\%?#[\]{}`|^&]/gu;

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

/** What a part of an address says; as it is written where its codes are none of UTF-8. */
export function percentDecode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
