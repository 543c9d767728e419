import { FIRST_BYTES } from '../image/image-facts.ts';
import { type ImageFile, imageFileOf } from '../image/image-file.ts';
import type { Files, SitePath } from './files.ts';

/** How many images are looked at at a time: each takes half a megabyte of memory. */
const IMAGES_AT_A_TIME = 8;

/** How much of an image is read first: it tells the size of nearly all. */
const FEW_BYTES = 32 * 1024;

/** Looks at the files of images. One that can't be read isn't among what is found. */
export async function lookAtImages(
  files: Files,
  paths: readonly SitePath[],
): Promise<ReadonlyMap<SitePath, ImageFile>> {
  const found = new Map<SitePath, ImageFile>();
  for (let at = 0; at < paths.length; at += IMAGES_AT_A_TIME) {
    const some = paths.slice(at, at + IMAGES_AT_A_TIME);
    const images = await Promise.all(some.map((path) => lookAtImage(path, files)));
    some.forEach((path, index) => {
      const image = images[index];
      if (image) found.set(path, image);
    });
  }
  return found;
}

/** Looks at the file of one image; undefined when it can't be read. */
export async function lookAtImage(path: SitePath, files: Files): Promise<ImageFile | undefined> {
  const head = await files.head(path, FEW_BYTES);
  const file = head && imageFileOf(path, head);
  // Few photos have so much in front of their size.
  if (!file || file.facts || file.isBroken || head.bytes.length < FEW_BYTES) return file;
  const more = await files.head(path, FIRST_BYTES);
  return more && imageFileOf(path, more);
}
