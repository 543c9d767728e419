import { parsePost } from '../post/parse-post.ts';
import { join, type SitePath } from '../site/files.ts';
import { type PageAddress, pageAddress } from '../site/page-address.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { sourcesOf } from '../site/writers.ts';

/** Where a post that isn't there yet would be, and what is in its way. */
export interface PostTarget {
  readonly path: SitePath;
  /** Its address on the site; undefined where it can't be known. */
  readonly address: PageAddress | undefined;
  /** Another file that has this name already, in any letter case: some systems can't hold both. */
  readonly sameFile: SitePath | undefined;
  /** Another post or page that has the address already. */
  readonly sameAddress: SitePath | undefined;
}

/**
 * Looks at the place for a new post, or for one that gets another place.
 * @param text the post's whole text.
 * @param from where the post is now, and so in nobody's way.
 */
export function targetOf(site: Site, path: SitePath, text: string, from?: SitePath): PostTarget {
  const post = parsePost(path, text, site.jigsaw ? 'jigsaw' : 'generic');
  const sameFile = site.files.ignoringCase(path).find((each) => each !== from);
  const { outputs } = placementOf(post, site);
  const written = isKnown(outputs) ? outputs : [];
  const sameAddress = written
    .flatMap((output) => sourcesOf(output.path, site))
    .find((each) => each !== path && each !== sameFile && each !== from);
  return { path, address: pageAddress(post, site), sameFile, sameAddress };
}

/** The path of a new file; a number follows the name while another file has it. */
export function freePath(site: Site, folder: SitePath, name: string, extension: string): SitePath {
  for (let number = 1; ; number += 1) {
    const path = join(folder, (number === 1 ? name : `${name}-${number}`) + extension);
    if (site.files.ignoringCase(path).length === 0) return path;
  }
}
