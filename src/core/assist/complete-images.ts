import { fileName, fold } from '../site/file-index.ts';
import { imageAddresses } from '../site/similar.ts';
import type { Site } from '../site/site.ts';

/** How many images are offered at a time: more than anybody reads, few enough to be shown at once. */
export const MOST_IMAGES = 200;

/** The images that fit what is written so far, the best first. */
export interface FittingImages {
  readonly addresses: readonly string[];
  /** Whether there are more, so that it's worth asking again when more is written. */
  readonly areAll: boolean;
}

const known = new WeakMap<Site['files'], readonly string[]>();

/** The images whose address has the written characters in this order, whatever their letter case, as the editor filters. */
export function fittingImages(site: Site, written: string): FittingImages {
  const all = known.get(site.files) ?? imageAddresses(site);
  known.set(site.files, all);
  const wanted = fold(written.trim());
  const ranks: string[][] = [[], [], [], []];
  for (const address of all) {
    const rank = rankOf(fold(address), wanted);
    if (rank !== undefined) ranks[rank]?.push(address);
  }
  const fitting = ranks.flat();
  return { addresses: fitting.slice(0, MOST_IMAGES), areAll: fitting.length <= MOST_IMAGES };
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
