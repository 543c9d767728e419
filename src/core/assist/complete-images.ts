import type { RuleContext } from '../rules/rule.ts';
import { resolveAddress } from '../site/address.ts';
import { fileName, fold, folderOf } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import { homeOf } from '../site/home.ts';
import { percentDecode, writeAddress } from '../site/percent-encoding.ts';
import { servedFrom } from '../site/served.ts';
import { imageAddresses } from '../site/similar.ts';
import type { Site } from '../site/site.ts';
import type { Completions } from './completion.ts';
import type { ImageSlot } from './image-slot.ts';
import type { Choice } from './propose.ts';

/** How many images are offered at a time: more than anybody reads, few enough to be shown at once. */
const MOST_IMAGES = 200;

/** An image, or a folder with images in it, that may be what the writer means. */
export interface FittingImage {
  readonly label: string;
  /** What is to stand as the address: a folder’s ends in a slash. */
  readonly text: string;
  /** What the written address is compared with. */
  readonly filter: string;
  /** The image’s file; undefined for a folder. */
  readonly path: SitePath | undefined;
  /** The folder that it lies in, where that isn’t written already. */
  readonly folder: string | undefined;
}

/** The images that fit what is written so far, the best first. */
export interface FittingImages {
  readonly images: readonly FittingImage[];
  /** Whether there are more, so that it's worth asking again when more is written. */
  readonly areAll: boolean;
}

const known = new WeakMap<Site['files'], readonly string[]>();

function addressesOf(site: Site): readonly string[] {
  const all = known.get(site.files) ?? imageAddresses(site);
  known.set(site.files, all);
  return all;
}

/**
 * The images that an address may become. With a slash in what is written it goes on folder by folder, from the web
 * root or from where the page will be; without one it is taken for a part of a name, wherever that image lies.
 * @param output the built page's path, for addresses relative to it; undefined where it isn't known.
 */
export function fittingImages(site: Site, written: string, output: string | undefined): FittingImages {
  if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(written)) return { images: [], areAll: true };
  return written.includes('/') ? inFolder(site, written, output) : named(site, written);
}

/** The images that fit an address of the body that is being written. */
export function completeImages({ site, placement }: RuleContext, { word, written }: ImageSlot): Completions {
  if (!site) return { items: [], isIncomplete: false };
  const { images, areAll } = fittingImages(site, written, placement?.outputPath);
  const items = images.map((image) => ({ ...toChoice(image), text: image.text, replace: word }));
  return { items, isIncomplete: !areAll };
}

/** An image as a proposal, without its place. */
export function toChoice({ label, filter, path, folder }: FittingImage): Choice {
  return path === undefined
    ? { label, filter, kind: 'folder', goesOn: true }
    : { label, filter, kind: 'image', image: path, ...(folder !== undefined && { detail: folder }) };
}

/** What lies directly in the folder that is written: folders first, then images, each by name. */
function inFolder(site: Site, written: string, output: string | undefined): FittingImages {
  const start = written.slice(0, written.lastIndexOf('/') + 1);
  const target = resolveAddress(start, output, homeOf(site));
  if (target.kind !== 'local') return { images: [], areAll: true };
  const folder = target.path === '' ? '/' : `/${target.path}/`;
  const wanted = fold(percentDecode(written.slice(start.length)));
  const names = new Map<string, FittingImage>();
  for (const address of addressesOf(site)) {
    if (!address.startsWith(folder)) continue;
    const [name = '', ...below] = address.slice(folder.length).split('/');
    const label = below.length > 0 ? `${name}/` : name;
    if (names.has(label) || !holdsInOrder(fold(name), wanted)) continue;
    const text = start + writeAddress(name) + (below.length > 0 ? '/' : '');
    const path = below.length > 0 ? undefined : fileOf(address, site);
    names.set(label, { label, text, filter: start + label, path, folder: undefined });
  }
  return first([...names.values()].sort(byName));
}

/** The images whose address has the written characters in this order, whatever their letter case, as the editor filters. */
function named(site: Site, written: string): FittingImages {
  const wanted = fold(percentDecode(written.trim()));
  const ranks: string[][] = [[], [], [], []];
  for (const address of addressesOf(site)) {
    const rank = rankOf(fold(address), wanted);
    if (rank !== undefined) ranks[rank]?.push(address);
  }
  return first(
    ranks.flat().map((address) => ({
      label: fileName(address),
      text: writeAddress(address),
      filter: address,
      path: fileOf(address, site),
      folder: folderOf(address) || '/',
    })),
  );
}

function first(images: readonly FittingImage[]): FittingImages {
  return { images: images.slice(0, MOST_IMAGES), areAll: images.length <= MOST_IMAGES };
}

const names = new Intl.Collator(undefined, { numeric: true });

/** By name, as the explorer does it: what a writer looks for stays where it was. */
function byName(a: FittingImage, b: FittingImage): number {
  return Number(a.path !== undefined) - Number(b.path !== undefined) || names.compare(a.label, b.label);
}

function fileOf(address: string, site: Site): SitePath {
  return `${servedFrom(site)}${address.slice(1)}` as SitePath;
}

/** How well an address fits, from 0; undefined where it doesn't. */
function rankOf(address: string, wanted: string): number | undefined {
  if (address.startsWith(wanted) || fileName(address).startsWith(wanted)) return 0;
  if (fileName(address).includes(wanted)) return 1;
  if (address.includes(wanted)) return 2;
  return holdsInOrder(address, wanted) ? 3 : undefined;
}

function holdsInOrder(address: string, wanted: string): boolean {
  let at = 0;
  for (const char of wanted) {
    at = address.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
