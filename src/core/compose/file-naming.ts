import { fileName, folderOf } from '../site/file-index.ts';
import { join, type SitePath } from '../site/files.ts';
import type { Collection } from '../site/jigsaw/model.ts';
import { slug } from '../site/jigsaw/slug.ts';
import { transliterate } from '../site/jigsaw/transliterate.ts';
import type { Site } from '../site/site.ts';

/** How a site's writers name the files of one collection. */
export interface FileNaming {
  /** What stands before the words: the day, or a number that goes up. */
  readonly prefix: 'date' | 'number' | undefined;
  /** The number that comes next, where there are numbers. */
  readonly number: number;
  readonly separator: '-' | '_';
  /** `.md`, `.blade.md` and the like. */
  readonly extension: string;
  /** Whether names keep to ASCII, so that `ü` becomes `u`. */
  readonly isAscii: boolean;
  /** Whether posts lie in a folder for each year. */
  readonly byYear: boolean;
}

/** The longest name without extension, in bytes: most file systems take 255, and nobody reads more. */
const LONGEST_NAME = 100;

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const MARKDOWN = /(?:\.blade)?\.(?:md|markdown|mdown)$/;

/** What at least half of the collection's files have in common. */
export function namingOf(site: Site, collection: Collection | undefined): FileNaming {
  const root = collection ? `${collection.folder}/` : '';
  const extensions = new Map<string, number>();
  let [files, dates, numbers, underscores, unicode, years, highest] = [0, 0, 0, 0, 0, 0, 0];
  for (const path of site.posts.keys()) {
    const [extension] = MARKDOWN.exec(path) ?? [];
    if (extension === undefined || !path.startsWith(root)) continue;
    const name = fileName(path).slice(0, -extension.length);
    files += 1;
    extensions.set(extension, (extensions.get(extension) ?? 0) + 1);
    const [, number] = /^(\d{1,4})[-_](?!\d\d[-_]\d\d(?!\d))/.exec(name) ?? [];
    if (/^\d{4}[-_]\d\d[-_]\d\d[-_]/.test(name)) dates += 1;
    else if (number !== undefined) {
      numbers += 1;
      highest = Math.max(highest, Number(number));
    }
    if (/\w_\w/.test(name) && !name.includes('-')) underscores += 1;
    if (/[^\p{ASCII}]/u.test(name)) unicode += 1;
    if (/^\d{4}$/.test(folderOf(path.slice(root.length)))) years += 1;
  }
  const mostDo = (count: number) => count > 0 && count * 2 >= files;
  const [commonest] = [...extensions].sort(([, a], [, b]) => b - a);
  return {
    prefix: mostDo(dates) ? 'date' : mostDo(numbers) ? 'number' : undefined,
    number: highest + 1,
    separator: mostDo(underscores) ? '_' : '-',
    extension: commonest?.[0] ?? '.md',
    isAscii: unicode === 0,
    byYear: mostDo(years),
  };
}

/**
 * The file name for a title, without extension: its words, as the site's files have them. A title of which nothing is
 * left, such as one of emoji only, gets `post`. It is a safe name on every system.
 * @param now milliseconds since 1970.
 */
export function nameFor(title: string, naming: FileNaming, now: number): string {
  const { separator } = naming;
  const words = wordsOf(title, naming) || 'post';
  const name = prefixOf(naming, now) + shorten(words, separator);
  return RESERVED.test(name) ? `${name}${separator}post` : name;
}

/** The words of a file name: what it has without its day or number. @param name without its extension */
export function wordsIn(name: string, { prefix }: FileNaming): string {
  if (prefix === undefined) return name;
  return name.replace(prefix === 'date' ? /^\d{4}[-_]\d\d[-_]\d\d[-_]/ : /^\d{1,4}[-_]/, '');
}

/** What a file name loses of its title: all of it, what is behind the longest name, or nothing to speak of. */
export function lossOf(title: string, naming: FileNaming): 'all' | 'end' | undefined {
  const words = wordsOf(title, naming);
  if (words === '') return 'all';
  return shorten(words, naming.separator) === words ? undefined : 'end';
}

function wordsOf(title: string, { isAscii, separator }: FileNaming): string {
  // The site's feed and lists look a post up by its name, where a dot would lead into another folder.
  const text = title.normalize().replace(/[./\\’']+/g, (found) => (/[’']/.test(found) ? '' : ' '));
  // Letters that have no Latin ones, such as Chinese, stay: a name without them would say nothing.
  const latin = isAscii ? slug(transliterate(text), separator) : '';
  return /^\p{ASCII}+$/u.test(latin) ? latin : slug(text, separator);
}

/** The folder for a new post: the chosen one, or the year's below it where posts lie by year. */
export function folderFor(folder: SitePath, naming: FileNaming, now: number): SitePath {
  return naming.byYear ? join(folder, String(new Date(now).getUTCFullYear())) : folder;
}

function prefixOf({ prefix, number, separator }: FileNaming, now: number): string {
  if (prefix === 'date') return `${new Date(now).toISOString().slice(0, 10)}-`;
  return prefix === 'number' ? `${number}${separator}` : '';
}

/** Cuts between words where it can, and never within a letter. */
function shorten(words: string, separator: string): string {
  let [kept, bytes] = ['', 0];
  for (const letter of words) {
    bytes += bytesOf(letter.codePointAt(0) ?? 0);
    if (bytes > LONGEST_NAME) {
      const end = kept.lastIndexOf(separator);
      return end > 0 ? kept.slice(0, end) : kept;
    }
    kept += letter;
  }
  return kept;
}

/** How long a letter is in UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}
