import { distance } from 'fastest-levenshtein';
import { type LocalTarget, resolvePath } from './address.ts';
import { fileName, fold } from './file-index.ts';
import type { SitePath } from './files.ts';
import { type Site, sourceFolder } from './site.ts';

/** Where the file of a local address is, or is not. Addresses are site-absolute and as on disk, not encoded. */
export type ImagePlace =
  | { readonly kind: 'there'; readonly path: SitePath }
  /** The name differs in letter case only. */
  | { readonly kind: 'other-case'; readonly address: string }
  /** The file lies where the writer means it, but on the built page this relative address leads elsewhere. */
  | { readonly kind: 'elsewhere'; readonly address: string }
  /** The file is there, in a folder that stays out of the built site. */
  | { readonly kind: 'not-published'; readonly path: SitePath }
  | { readonly kind: 'missing'; readonly path: string; readonly similar: readonly string[] };

const IMAGE = /\.(?:avif|bmp|gif|ico|jpe?g|jfif|png|svg|webp)$/i;

/** How many files with a similar name are proposed. */
const MOST_SIMILAR = 3;

/** Finds the image that an address of this post means. */
export function findImage(target: LocalTarget, post: SitePath, site: Site): ImagePlace {
  const source = servedFrom(site);
  const paths = candidates(target, post, site);
  const path = source + target.path;
  if (site.files.has(path) && isPublished(target.path)) return { kind: 'there', path: path as SitePath };
  const other = site.files.ignoringCase(path).find((each) => isPublished(each.slice(source.length)));
  if (other) return { kind: 'other-case', address: `/${other.slice(source.length)}` };
  for (const meant of paths) {
    if (!site.files.has(meant)) continue;
    const below = meant.startsWith(source) ? meant.slice(source.length) : undefined;
    return below !== undefined && isPublished(below)
      ? { kind: 'elsewhere', address: `/${below}` }
      : { kind: 'not-published', path: meant as SitePath };
  }
  return { kind: 'missing', path, similar: similarImages(target.path, site, source) };
}

/** The files that an address may mean: the one that the site would serve, and the one beside the source file. */
export function candidates(target: LocalTarget, post: SitePath, site: Site): readonly string[] {
  const served = servedFrom(site) + target.path;
  const beside = onDisk(target, post);
  return beside === undefined || beside === served ? [served] : [served, beside];
}

/** What stands before a path below the web root in the path of its file: `source/`. */
export function servedFrom(site: Site): string {
  const folder = sourceFolder(site);
  return folder === '' ? '' : `${folder}/`;
}

/** Jigsaw publishes all below `source/` but what starts with an underscore at its top (`Loaders/DataLoader`). */
function isPublished(path: string): boolean {
  return !path.startsWith('_');
}

/** Where a relative address leads from the source file, which is how editors preview it. */
function onDisk({ written }: LocalTarget, post: SitePath): string | undefined {
  return written.startsWith('/') ? undefined : resolvePath(post.split('/').slice(0, -1), written);
}

/** The addresses of all the images that the site publishes, by path. */
export function imageAddresses(site: Site): readonly string[] {
  const source = servedFrom(site);
  const addresses: string[] = [];
  for (const file of site.files) {
    if (!IMAGE.test(file) || !file.startsWith(source)) continue;
    const below = file.slice(source.length);
    if (isPublished(below)) addresses.push(`/${below}`);
  }
  return addresses.sort();
}

/** Images with the same name in other folders, then those with a similar name in this one. */
function similarImages(path: string, site: Site, source: string): readonly string[] {
  const name = fileName(path);
  const folder = path.slice(0, path.length - name.length);
  const address = (file: string) => `/${file.slice(source.length)}`;
  const reachable = (file: string) =>
    IMAGE.test(file) && file.startsWith(source) && isPublished(file.slice(source.length));
  const same = site.files.named(name).filter(reachable).map(address);
  const stem = fold(stemOf(name));
  const most = Math.max(1, Math.floor(stem.length / 3));
  const near: { file: string; difference: number }[] = [];
  for (const file of site.files.inFolder(source + folder)) {
    if (!reachable(file)) continue;
    const difference = distance(stem, fold(stemOf(fileName(file))));
    if (difference <= most) near.push({ file, difference });
  }
  near.sort((a, b) => a.difference - b.difference);
  return [...new Set([...same, ...near.map(({ file }) => address(file))])].slice(0, MOST_SIMILAR);
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
