import { fieldOf } from '../post/fields.ts';
import { fileName, fold, folderOf } from './file-index.ts';
import { join, type SitePath, sitePath } from './files.ts';
import { servedFrom } from './served.ts';
import { imageAddresses } from './similar.ts';
import type { Site } from './site.ts';

/** Where images go on a site that has none: the folder of Jigsaw's own blog template. */
const DEFAULT_FOLDER = '/assets/img';

/** As many posts must name an image before they say where images go. */
const FEW = 3;

/** The folders of one snapshot, by collection. */
const folders = new WeakMap<Site, Map<string | undefined, string>>();

/**
 * The folder for a new image, as an address: what `copydesk.json` names; else the one from which most posts of the
 * collection take the image of their front matter; else the one that most of the site's images lie in.
 */
function imageFolder(site: Site, beside: SitePath): string {
  const collection = site.jigsaw?.collectionOf(beside)?.name;
  const known = folders.get(site) ?? new Map<string | undefined, string>();
  folders.set(site, known);
  const folder = known.get(collection) ?? namedFolder(site) ?? usualFolder(site, collection);
  known.set(collection, folder);
  return folder;
}

/** What `copydesk.json` names, be it written as an address or as the path on disk. */
function namedFolder(site: Site): string | undefined {
  const { imageFolder: named } = site.config;
  if (named === undefined) return undefined;
  const path = named.replace(/^\/+|\/+$/g, '');
  const source = servedFrom(site);
  return `/${path.startsWith(source) ? path.slice(source.length) : path}`;
}

function usualFolder(site: Site, collection: string | undefined): string {
  const inUse: string[] = [];
  for (const post of site.posts.values()) {
    if (site.jigsaw?.collectionOf(post.path)?.name !== collection) continue;
    for (const key of site.config.imageFields) {
      const value = fieldOf(post, key)?.node.value;
      if (typeof value === 'string' && /^\/(?!\/)/.test(value)) inUse.push(folderOf(value));
    }
  }
  const there = imageAddresses(site).map(folderOf);
  const known = new Set(there);
  const usual = mostOf(inUse.filter((folder) => known.has(folder)));
  if (usual && usual.count >= FEW && usual.count * 2 >= inUse.length) return usual.value;
  return mostOf(there.filter((folder) => folder !== ''))?.value ?? DEFAULT_FOLDER;
}

/** The value that comes most often; of several the shortest, then the first by name. */
function mostOf(values: readonly string[]): { readonly value: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || a.length - b.length || (a < b ? -1 : 1),
  );
  return first && { value: first[0], count: first[1] };
}

/** A place for a file among the site's images, where no file lies in any letter case. */
export interface FreePlace {
  readonly path: SitePath;
  /** Site-absolute, as on disk. */
  readonly address: string;
}

/**
 * The place for a new image of that name; a number follows the name while another file has it.
 * @param beside the post that gets the image, or another file of its collection.
 * @param taken paths that are given to other new images already.
 */
export function freeImagePlace(
  site: Site,
  beside: SitePath,
  name: string,
  taken: ReadonlySet<SitePath> = new Set(),
): FreePlace {
  const folder = sitePath(servedFrom(site) + imageFolder(site, beside).slice(1)) ?? ('' as SitePath);
  const dot = name.lastIndexOf('.');
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
    const path = join(folder, free);
    if (site.files.ignoringCase(fold(path)).length === 0 && !taken.has(path))
      return { path, address: `/${path.slice(servedFrom(site).length)}` };
  }
}

/** Where a file that isn't published would be among the site's images. */
export function publishedPath(file: SitePath, site: Site): FreePlace {
  return freeImagePlace(site, file, fileName(file));
}
