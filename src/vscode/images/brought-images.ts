import * as vscode from 'vscode';
import { newImagePath, publishedAddress } from '../../core/compose/new-image.ts';
import { type ImageFacts, imageFacts } from '../../core/image/image-facts.ts';
import type { SitePath } from '../../core/site/files.ts';
import type { DeskPost } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';

const IMAGE_NAME = /\.(?:avif|bmp|gif|heic|heif|ico|jpe?g|jfif|jxl|png|svg|tiff?|webp)$/i;

/** An image that is to be written into a post. */
export interface Image {
  /** Site-absolute and as on disk, or of another website. */
  readonly address: string;
  readonly facts: ImageFacts | undefined;
  /** The file that is made for it; undefined for one that the site has, or another website. */
  readonly made: { readonly uri: vscode.Uri; readonly bytes: Uint8Array } | undefined;
}

/** All of the images; none when one of them is no image, as somebody else knows better what to do with the lot. */
export async function imagesFrom(
  sources: readonly Source[],
  found: DeskPost,
  folder: SiteFolder,
): Promise<readonly Image[]> {
  const images: Image[] = [];
  const taken = new Set<SitePath>();
  for (const source of sources) {
    const image = await imageFrom(source, found, folder, taken);
    if (!image) return [];
    images.push(image);
  }
  return images;
}

/** Where an image comes from: a file that has an address, one that has none such as a screenshot, or a website. */
export type Source =
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | { readonly kind: 'bytes'; readonly name: string; readonly read: () => Thenable<Uint8Array> }
  | { readonly kind: 'web'; readonly address: string };

/**
 * What is brought, in the order in which it is tried: a list of addresses says more than the bytes that come along with
 * it, as the site may have the file already, but a file may be out of reach.
 */
export async function sourcesIn(
  data: vscode.DataTransfer,
  isDrop: boolean,
): Promise<readonly (readonly Source[])[]> {
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const addresses = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const listed: Source[] = [];
  if (addresses.every((address) => IMAGE_NAME.test(pathOf(address)))) {
    const isWeb = addresses.some((address) => /^https?:/i.test(address));
    for (const address of addresses) {
      if (!isWeb) listed.push({ kind: 'file', uri: vscode.Uri.parse(address) });
      // A pasted link stays a link.
      else if (isDrop) listed.push({ kind: 'web', address });
    }
  }
  const files: Source[] = [];
  for (const [type, item] of data) {
    const file = type === 'text/uri-list' ? undefined : item.asFile();
    if (file) files.push({ kind: 'bytes', name: file.name, read: () => file.data() });
  }
  return [listed, files];
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/, '');
}

async function imageFrom(
  source: Source,
  { post }: DeskPost,
  folder: SiteFolder,
  taken: Set<SitePath>,
): Promise<Image | undefined> {
  if (source.kind === 'web') return { address: source.address, facts: undefined, made: undefined };
  const bytes = await readBytes(source);
  const facts = bytes && imageFacts(bytes);
  if (!bytes || !facts) return undefined;
  const inSite = source.kind === 'file' ? folder.pathOf(source.uri) : undefined;
  const address = inSite === undefined ? undefined : publishedAddress(folder.site, inSite);
  if (address !== undefined) return { address, facts, made: undefined };
  const name = source.kind === 'file' ? source.uri.path.replace(/^.*\//, '') : source.name;
  const path = newImagePath(folder.site, post, name, facts.extension, taken);
  taken.add(path);
  return {
    address: publishedAddress(folder.site, path) ?? `/${path}`,
    facts,
    made: { uri: folder.uriOf(path), bytes },
  };
}

async function readBytes(source: Exclude<Source, { kind: 'web' }>): Promise<Uint8Array | undefined> {
  try {
    return source.kind === 'file' ? await vscode.workspace.fs.readFile(source.uri) : await source.read();
  } catch {
    return undefined; // Gone in the meantime, or on a machine that VS Code can't reach.
  }
}
