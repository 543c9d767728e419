import { fileName, folderOf } from '../site/file-index.ts';

/** More words than this aren't looked for one by one. */
const MOST_SEARCHES = 6;

/** Letters and digits that are written as codes: then a name may stand there that no search finds. */
const CODED =
  /%(?:3\d|[46][1-9a-f]|[57][0-9a])|&#0*(?:4[89]|5[0-7]|6[5-9]|[78]\d|90|9[7-9]|1[01]\d|12[0-2]);|&#x0*[3-7][0-9a-f];/i;

/** Letters and digits on end; a code such as `%20` ends them. */
const WORDS = /%[\da-f]{2}|[A-Za-z0-9]+/gi;

/**
 * A quick test whether a text may hold an address of these files: it finds all that do, and some that don't.
 * @param paths files below the web root, and files that are meant as editors resolve an address.
 */
export function mayMention(paths: Iterable<string>): (text: string) => boolean {
  const names = new Set(Array.from(paths, nameOf));
  const words = new Set(Array.from(names, longestWord));
  if (words.size === 0) return () => false;
  if (words.has('')) return () => true;
  if (words.size > MOST_SEARCHES) return (text) => holdsOne(text, words) || CODED.test(text);
  const searches = [...names].map((name) => ({ word: longestWord(name), pattern: patternOf(name) }));
  return (text) =>
    searches.some(({ word, pattern }) => text.includes(word) && pattern.test(text)) || CODED.test(text);
}

/** What may stand between the words of a name, as many marks in codes as a name has; no text can be read in two ways. */
const BETWEEN = '(?:%[\\da-f]{2}|&#?[A-Za-z0-9]{1,40};|[^A-Za-z0-9]){1,60}';

function patternOf(name: string): RegExp {
  return new RegExp((name.match(/[A-Za-z0-9]+/g) ?? []).join(BETWEEN), 'i');
}

function holdsOne(text: string, words: ReadonlySet<string>): boolean {
  for (const [word] of text.matchAll(WORDS)) if (words.has(word)) return true;
  return false;
}

/**
 * The name that an address of the file ends with. Nothing for the home page, whose address may be a mere slash.
 */
function nameOf(path: string): string {
  const name = fileName(path);
  return /^index\.\w+$/.test(name) ? fileName(folderOf(path)) : name.replace(/\.html?$/, '');
}

function longestWord(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
