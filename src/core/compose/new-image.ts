import { cursorAt } from '../assist/cursor.ts';
import { imageSlotAt } from '../assist/image-slot.ts';
import type { Post } from '../post/post.ts';
import { fileName } from '../site/file-index.ts';
import type { SitePath } from '../site/files.ts';
import { freeImagePlace } from '../site/image-folder.ts';
import { slug } from '../site/jigsaw/slug.ts';
import { transliterate } from '../site/jigsaw/transliterate.ts';
import { writeAddress } from '../site/percent-encoding.ts';
import { isPublished, servedFrom } from '../site/served.ts';
import { markdownDialect, type Site } from '../site/site.ts';
import { slice } from '../text/span.ts';

/** Names that say nothing of what is to be seen: of clipboards, screenshots and cameras. */
const NO_NAME =
  /^(?:image|img|pic|picture|photo|bild|imagen|unnamed|untitled|download|clipboard|paste|pasted|screen-?shot|bildschirmfoto|capture|dsc|dscn|pxl|signal|whatsapp-image)?(?:-?(?:image|shot|at|um|pm|am|\d))*$/;

/** As long as a file's name becomes, in characters; addresses are read out and cut off. */
const LONGEST_NAME = 80;

/**
 * The file for a new image: its own name in a form that is safe in addresses, or the post's where its own says
 * nothing. A number follows while another file has that name, in any letter case.
 * @param name the file's name so far, if it has one.
 * @param extension what its bytes are, without a dot.
 * @param taken paths that are given to other new images already.
 */
export function newImagePath(
  site: Site,
  post: Post,
  name: string | undefined,
  extension: string,
  taken: ReadonlySet<SitePath> = new Set(),
): SitePath {
  const own = safeName((name ?? '').replace(/\.[^.]*$/, ''));
  const stem = NO_NAME.test(own) ? safeName(fileName(post.path).replace(/(?:\.blade)?\.\w+$/, '')) : own;
  return freeImagePlace(site, post.path, `${stem || 'image'}.${extension}`, taken).path;
}

function safeName(text: string): string {
  const ascii = transliterate(text.normalize()).replace(/[^\w\s.-]+/g, ' ');
  return slug(ascii.replaceAll('.', '-')).slice(0, LONGEST_NAME).replace(/-+$/, '');
}

/** The address of a file of the site that is published; undefined for any other. */
export function publishedAddress(site: Site, path: SitePath): string | undefined {
  const source = servedFrom(site);
  const below = path.startsWith(source) ? path.slice(source.length) : undefined;
  return below !== undefined && isPublished(below) ? `/${below}` : undefined;
}

/** How an image is written at a place of a post; undefined where none can stand. */
export type ImageForm = 'markdown' | 'html' | 'address';

/** `address` is for a place that holds an image's address already: in front matter, or between brackets or quotes. */
export function imageFormAt(post: Post, site: Site, offset: number): ImageForm | undefined {
  if (offset < post.body.start) {
    const cursor = cursorAt(post, offset);
    return cursor?.kind === 'value' && site.config.imageFields.includes(cursor.key) ? 'address' : undefined;
  }
  if (imageSlotAt(post, offset)) return 'address';
  return markdownDialect(post.path, site) && !isWrittenInHtml(post) ? 'markdown' : 'html';
}

/** Whether the blocks of a Markdown post are HTML, more of them than not. */
function isWrittenInHtml(post: Post): boolean {
  const body = slice(post.text, post.body);
  if (body.includes('![')) return false;
  const blocks = body.split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/).filter((block) => block.trim() !== '');
  const html = blocks.filter((block) => /^\s*<[a-z]/i.test(block)).length;
  return html > 0 && html * 2 >= blocks.length;
}

/** A new image as it is written: what stands before and behind its text for readers who can't see it. */
export interface WrittenImage {
  readonly before: string;
  /** Undefined where there is no room for one. */
  readonly alt: string | undefined;
  readonly after: string;
}

/**
 * Writes an image.
 * @param address site-absolute and as on disk, or of another website.
 * @param size its pixels, which HTML gets so that the page doesn't jump while it loads.
 */
export function writeImage(
  form: ImageForm,
  address: string,
  alt: string,
  size: { readonly width: number; readonly height: number } | undefined,
): WrittenImage {
  const written = address.startsWith('/') ? writeAddress(address) : address;
  switch (form) {
    case 'address':
      return { before: written, alt: undefined, after: '' };
    case 'markdown':
      return { before: '![', alt: alt.replace(/[\\[\]]/g, '\\$&'), after: `](${written})` };
    case 'html': {
      const pixels = size ? ` width="${size.width}" height="${size.height}"` : '';
      const text = alt.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
      return { before: `<img src="${written}" alt="`, alt: text, after: `"${pixels}>` };
    }
  }
}
