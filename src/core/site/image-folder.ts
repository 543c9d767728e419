import { fileName, fold, folderOf } from './file-index.ts';
import type { SitePath } from './files.ts';
import { servedFrom } from './served.ts';
import { imageAddresses } from './similar.ts';
import type { Site } from './site.ts';

/** Where images go on a site that has none: the folder of Jigsaw's own blog template. */
const DEFAULT_FOLDER = '/assets/img';

const usual = new WeakMap<Site['files'], string>();

/** The folder in which most of a site's published images lie, as an address; of several the shortest. */
export function usualImageFolder(site: Site): string {
  const known = usual.get(site.files);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const address of imageAddresses(site)) {
    const folder = folderOf(address);
    if (folder !== '') counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a.length - b.length);
  const folder = first?.[0] ?? DEFAULT_FOLDER;
  usual.set(site.files, folder);
  return folder;
}

/** Where a file that isn't published would be among the site's images, under a name that is free there. */
export function publishedPath(
  file: SitePath,
  site: Site,
): { readonly path: SitePath; readonly address: string } {
  const name = fileName(file);
  const dot = name.lastIndexOf('.');
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
    const address = `${usualImageFolder(site)}/${free}`;
    const path = (servedFrom(site) + address.slice(1)) as SitePath;
    if (site.files.ignoringCase(fold(path)).length === 0) return { path, address };
  }
}
