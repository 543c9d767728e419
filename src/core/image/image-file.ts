import type { FileHead } from '../site/files.ts';
import { type ImageFacts, imageFacts, startsAsImage } from './image-facts.ts';

/** What is known of an image's file. */
export interface ImageFile {
  /** Its size, in bytes. */
  readonly size: number;
  /** Undefined where its first bytes don't tell, or weren't read. */
  readonly facts: ImageFacts | undefined;
  /** Whether its bytes are surely none that a browser shows. */
  readonly isBroken: boolean;
}

/** The formats whose bytes tell for sure; others are read by some browsers and not by the library. */
const SURE = /\.(?:gif|jpe?g|jfif|png|svg|webp)$/i;

/** A stand-in for a file that Git keeps elsewhere: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const POINTER = 'version https://git-lfs';

/** What the first bytes of an image's file say of it. */
export function imageFileOf(path: string, { bytes, size }: FileHead): ImageFile {
  const facts = bytes.length > 0 ? imageFacts(bytes) : undefined;
  return {
    size,
    facts,
    isBroken: !facts && bytes.length > 0 && SURE.test(path) && !mayBeImage(path, bytes, size),
  };
}

/** How files start that are packed by gzip, or written in UTF-16. */
const PACKED: ReadonlySet<number> = new Set([0x1f, 0xfe, 0xff]);

function mayBeImage(path: string, bytes: Uint8Array, size: number): boolean {
  const text = String.fromCharCode(...bytes.subarray(0, 20_000));
  if (text.startsWith(POINTER)) return true;
  // A drawing needs no size, and may say much before it starts; it may even be packed.
  if (/\.svg$/i.test(path))
    return /<(?:\w+:)?svg\b/i.test(text) || PACKED.has(bytes[0] ?? 0) || size > text.length;
  return startsAsImage(bytes) && bytes.length < size;
}
