import { distance } from 'fastest-levenshtein';
import { groupBy } from '../group-by.ts';
import { buildIndexOf } from './build-index.ts';
import { fileName, fold } from './file-index.ts';
import type { SitePath } from './files.ts';
import { isPublished, servedFrom, shownAddress } from './served.ts';
import type { Site } from './site.ts';

const IMAGE = /\.(?:avif|bmp|gif|ico|jpe?g|jfif|png|svg|webp)$/i;

/** How many addresses are proposed. */
const MOST_SIMILAR = 3;

/** The addresses of all the images that the site publishes, by path. */
export function imageAddresses(site: Site): readonly string[] {
  const source = servedFrom(site);
  const addresses: string[] = [];
  for (const file of site.files) if (isImage(file, source)) addresses.push(`/${file.slice(source.length)}`);
  return addresses.sort();
}

/** Whether a file is an image, by its name. */
export function isImageName(path: string): boolean {
  return IMAGE.test(path);
}

function isImage(file: SitePath, source: string): boolean {
  return IMAGE.test(file) && file.startsWith(source) && isPublished(file.slice(source.length));
}

/** Images with the same name in other folders, then those with a similar name in this one. */
export function similarImages(path: string, site: Site): readonly string[] {
  const source = servedFrom(site);
  const name = fileName(path);
  const address = (file: string) => `/${file.slice(source.length)}`;
  const reachable = (file: SitePath) => isImage(file, source);
  const same = site.files.named(name).filter(reachable).map(address);
  const folder = path.slice(0, path.length - name.length);
  const near = nearest(fold(stemOf(name)), site.files.inFolder(source + folder).filter(reachable), (file) =>
    fold(stemOf(fileName(file))),
  );
  return [...new Set([...same, ...near.map(address)])].slice(0, MOST_SIMILAR);
}

/** What pages' addresses end in, kept as long as the list of addresses. */
const bySlug = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

/** Pages whose address ends alike, then those whose last part is similar. */
export function similarPages(path: string, site: Site): readonly string[] {
  if (!site.jigsaw) return [];
  const { possible } = buildIndexOf(site, site.jigsaw);
  const slugs = bySlug.get(possible) ?? groupBy(possible, slugOf);
  bySlug.set(possible, slugs);
  const slug = slugOf(path);
  if (slug.length < 3) return [];
  const same = slugs.get(slug) ?? [];
  const near = nearest(slug, [...slugs.keys()], (each) => each).flatMap((each) => slugs.get(each) ?? []);
  return [...new Set([...same, ...near].map(shownAddress))].slice(0, MOST_SIMILAR);
}

/** The last part of an address that names something, in lower case and without an extension. */
function slugOf(path: string): string {
  const parts = path.replace(/(?:^|\/)index\.html$/, '').split('/');
  return stemOf(fold(parts.at(-1) ?? '')).replace(/\.blade$/, '');
}

/** Those whose words differ from a word by at most a third of its letters, the nearest first. */
function nearest<T>(word: string, candidates: readonly T[], wordOf: (each: T) => string): readonly T[] {
  const most = Math.max(1, Math.floor(word.length / 3));
  const near: { each: T; difference: number }[] = [];
  for (const each of candidates) {
    const other = wordOf(each);
    // The cheap test first: a folder may hold twenty thousand images.
    if (Math.abs(other.length - word.length) > most) continue;
    const difference = distance(word, other);
    if (difference <= most) near.push({ each, difference });
  }
  return near.sort((a, b) => a.difference - b.difference).map(({ each }) => each);
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
