/**
 * A text as a part of an address: lower case, without marks, words joined by the separator. Dots stay.
 * Follows Jigsaw's `CollectionPathResolver::slug`, which is Laravel's `Str::slug` but for the dots.
 * @param separator one character.
 */
export function slug(text: string, separator = '-'): string {
  const patterns = PATTERNS.get(separator) ?? patternsOf(separator);
  PATTERNS.set(separator, patterns);
  const joined = text.replace(patterns.other, () => separator).toLowerCase();
  const single = joined.replace(patterns.dropped, '').replace(patterns.runs, () => separator);
  return trimCharacter(single, separator);
}

interface Patterns {
  readonly other: RegExp;
  readonly dropped: RegExp;
  readonly runs: RegExp;
}

const PATTERNS = new Map<string, Patterns>();
/** PCRE's `\\s` in Unicode mode: every separator and the ASCII white space, which JavaScript's isn't quite. */
const SPACE = '\\p{Z}\\t-\\r\\u0085\\u180e';

function patternsOf(separator: string): Patterns {
  const quoted = escapeForClass(separator);
  return {
    other: new RegExp(`${escapeForClass(separator === '-' ? '_' : '-')}+`, 'gu'),
    dropped: new RegExp(`[^${quoted}\\p{L}\\p{N}${SPACE}.]+`, 'gu'),
    runs: new RegExp(`[${quoted}${SPACE}]+`, 'gu'),
  };
}

function escapeForClass(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function trimCharacter(text: string, character: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] === character) start += 1;
  while (end > start && text[end - 1] === character) end -= 1;
  return text.slice(start, end);
}
