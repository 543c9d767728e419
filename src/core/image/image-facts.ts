import { imageSize } from 'image-size';
import { typeHandlers } from 'image-size/types/index';

/** What an image's own bytes say of it. */
export interface ImageFacts {
  /** As browsers show it, in pixels: a photo that was taken upright is higher than wide. */
  readonly width: number;
  readonly height: number;
  /** The format by its usual file extension, without a dot: `png`, `jpg`, `svg`, `webp` … */
  readonly extension: string;
}

/** How much of a file is read to learn its size. Photos have it behind a thumbnail and a colour profile. */
export const FIRST_BYTES = 512 * 1024;

/** What browsers show, some of them at least. The library knows more, and takes zeros for a picture. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['avif', 'bmp', 'cur', 'gif', 'heic', 'heif', 'ico', 'jpg', 'jxl', 'png', 'svg', 'tiff', 'webp'],
]);

/** The EXIF orientations that lay an image on its side. */
const SIDEWAYS = 5;

/**
 * Reads an image's format and size.
 * @param bytes the file, or as much of its start as {@link FIRST_BYTES}.
 * @returns undefined when that is no image, a broken one, or cut off before its size.
 */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  try {
    const { width, height, orientation = 1, type } = imageSize(alone(bytes));
    if (!(width > 0 && height > 0) || type === undefined) return undefined;
    if (!SHOWN.has(type)) return undefined;
    const [across, down] = orientation >= SIDEWAYS ? [height, width] : [width, height];
    return { width: across, height: down, extension: type };
  } catch {
    return undefined; // The library's way to say that it can't read them.
  }
}

/** Whether bytes start as those of an image do, whole or not. */
export function startsAsImage(bytes: Uint8Array): boolean {
  const start = alone(bytes);
  for (const { validate } of typeHandlers.values()) {
    try {
      if (validate(start)) return true;
    } catch {
      // Too few bytes for this format.
    }
  }
  return false;
}

/** The bytes in a buffer that ends where they end: the library would read on behind a view's end. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
