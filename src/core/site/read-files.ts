import type { FileIndex } from './file-index.ts';
import { type Entry, type Files, listFiles, type SitePath } from './files.ts';

/** How many files are read at a time: enough to keep a slow disk busy, too few to run out of file handles. */
const AT_A_TIME = 64;

/** What has become of some files. */
export interface Gathered {
  /** Those that weren't there before, whatever is in them. */
  readonly come: readonly SitePath[];
  readonly gone: readonly SitePath[];
  /** Those that were there before and may hold something else now. */
  readonly written: readonly SitePath[];
  /** What those say that are texts of the site's own. */
  readonly texts: ReadonlyMap<SitePath, string>;
}

/** What is known of a site before its files are looked at anew. */
export interface Known {
  readonly files: FileIndex;
  /** Posts, some of which may be in an editor only. */
  readonly posts: ReadonlyMap<SitePath, unknown>;
  /** Whether a folder of this name isn't entered. */
  isLeftOut(name: string): boolean;
  belongs(path: SitePath): boolean;
  /** Whether it matters what is in a file: an image need not be read. */
  isText(path: SitePath): boolean;
}

/** Looks at files and folders that were written, created or deleted. What can't be read stays as it was. */
export async function gather(files: Files, paths: Iterable<SitePath>, known: Known): Promise<Gathered> {
  const there = new Set<SitePath>();
  const gone = new Set<SitePath>();
  for (const path of paths) {
    const kind = await files.kindOf(path);
    if (kind === 'unknown') continue;
    const found =
      kind === 'folder' ? await listFiles(files, path, known.isLeftOut) : kind === 'file' ? [path] : [];
    for (const each of found) if (known.belongs(each)) there.add(each);
    for (const each of knownAt(path, kind, known)) gone.add(each);
  }
  for (const path of there) gone.delete(path);
  const texts = await readTexts(files, [...there].filter(known.isText));
  const come = [...there].filter((path) => !known.files.has(path));
  const written = [...there].filter((path) => known.files.has(path));
  return { come, gone: [...gone], written, texts };
}

/** The files that were known at this path: it alone, or those of a folder. Of a new file nothing was. */
function knownAt(path: SitePath, kind: Entry['kind'] | 'none', { files, posts }: Known): readonly SitePath[] {
  if (files.has(path) || posts.has(path)) return [path];
  const wasFolder = files.hasFolder(path);
  if (kind === 'file' && !wasFolder) return [];
  const all = new Set(wasFolder ? [...files, ...posts.keys()] : posts.keys());
  return [...all].filter((each) => each.startsWith(`${path}/`));
}

/**
 * Reads many files.
 * @param take is told each text as soon as it is there, so that working through them leaves pauses.
 */
export async function readTexts(
  files: Files,
  paths: readonly SitePath[],
  take?: (path: SitePath, text: string) => void,
): Promise<Map<SitePath, string>> {
  const texts = new Map<SitePath, string>();
  for (let at = 0; at < paths.length; at += AT_A_TIME) {
    const some = paths.slice(at, at + AT_A_TIME);
    const read = await Promise.all(some.map((path) => files.read(path)));
    some.forEach((path, index) => {
      const text = read[index];
      if (text === undefined) return;
      if (take) take(path, text);
      else texts.set(path, text);
    });
  }
  return texts;
}

/** The texts of the views after a change. */
export function withTexts(
  texts: ReadonlyMap<SitePath, string>,
  gone: readonly SitePath[],
  views: readonly SitePath[],
  now: ReadonlyMap<SitePath, string>,
): ReadonlyMap<SitePath, string> {
  const next = new Map(texts);
  for (const path of gone) next.delete(path);
  for (const path of views) {
    const text = now.get(path);
    if (text !== undefined) next.set(path, text);
  }
  return next;
}
