/** A POSIX path relative to the site's root, without a leading `./` or `/`; empty for the root itself. */
export type SitePath = string & { readonly __brand: 'SitePath' };

/** The root of a site, as a path relative to it. */
export const ROOT = '' as SitePath;

/**
 * Makes a site path of a relative one: backslashes become slashes, `.` and inner `..` are resolved.
 * @returns undefined when the path climbs out of the site.
 */
export function sitePath(path: string): SitePath | undefined {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/') as SitePath;
}

/**
 * One name in a folder. A symbolic link to a file is a `file`, one to a folder a `link`: generators don't go into it, and
 * it may be a circle. One that leads nowhere isn't there.
 */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/** The first bytes of a file, and its size. */
export interface FileHead {
  /** Empty where they can't be had at a fair price, such as those of a huge file that can only be read whole. */
  readonly bytes: Uint8Array;
  /** In bytes. */
  readonly size: number;
}

/** The one port through which the core sees a disk: implemented by each shell, and in memory by tests. */
export interface Files {
  /** What lies directly in a folder; nothing when it isn't there or can't be read. */
  entries(folder: SitePath): Promise<readonly Entry[]>;
  /** What is at a path; `none` only where there surely is nothing, `unknown` where that can't be told at present. */
  kindOf(path: SitePath): Promise<Entry['kind'] | 'none' | 'unknown'>;
  /** A file's text, or undefined when it can't be read. Open editors beat the disk. Bytes that aren't UTF-8 become U+FFFD. */
  read(file: SitePath): Promise<string | undefined>;
  /** Up to so many of a file's first bytes, or undefined when it isn't there. */
  head(file: SitePath, length: number): Promise<FileHead | undefined>;
}

/** Folders that hold other people's code or a tool's data: never a writer's, and large. */
const FOREIGN = new Set(['node_modules', 'vendor', 'bower_components', '.copydesk', '.git', '.svn', '.hg']);

/**
 * Every file below a folder.
 * @param isLeftOut the folders that aren't entered, by name: those of packages and of version control unless it says more.
 */
export async function listFiles(
  files: Files,
  folder: SitePath,
  isLeftOut: (name: string) => boolean = isForeign,
): Promise<SitePath[]> {
  const found: SitePath[] = [];
  let folders = [folder];
  while (folders.length > 0) {
    const listings = await Promise.all(
      folders.map(async (each) => ({ each, entries: await files.entries(each) })),
    );
    folders = [];
    for (const { each, entries } of listings) {
      for (const { name, kind } of entries) {
        const path = join(each, name);
        if (kind === 'file') found.push(path);
        else if (kind === 'folder' && !isLeftOut(name)) folders.push(path);
      }
    }
  }
  return found;
}

/** Whether a folder of this name is none of a site's own. */
export function isForeign(name: string): boolean {
  return FOREIGN.has(name);
}

/** The same for a site of any generator, whose hidden folders and built pages hold no post. Jigsaw builds hidden folders. */
export function isToolsOwn(name: string): boolean {
  return isForeign(name) || name.startsWith('.') || name === '_site';
}

/** A name in a folder as a path. */
export function join(folder: SitePath, name: string): SitePath {
  return (folder === ROOT ? name : `${folder}/${name}`) as SitePath;
}
