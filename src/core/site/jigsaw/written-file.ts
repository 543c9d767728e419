import { isList, isMap } from '../../post/value.ts';
import { type Known, Unknown } from '../unknown.ts';
import { fieldOf, type Item } from './item.ts';
import type { Output } from './model.ts';
import type { OutputPathResolver, PageName } from './output-path.ts';
import { BuildFailure } from './path-pattern.ts';
import { dirname, extensionOf, resolvePath, trimPath, urldecode } from './php/paths.ts';
import { toText, truthy } from './php/php-value.ts';

/** The front matter's own file path, whatever the address is; undefined when there is none. */
export function permalinkOf(item: Item): Known<string | undefined> | BuildFailure {
  const field = fieldOf(item, 'permalink');
  if (field instanceof Unknown) return field;
  const { value = null } = field;
  if (isList(value) || isMap(value)) {
    const empty = isList(value) ? value.length === 0 : value.size === 0;
    const error = 'urldecode(): Argument #1 ($string) must be of type string, array given';
    return empty ? undefined : new BuildFailure(error, 'permalink');
  }
  return truthy(value) === true ? toText(value) : undefined;
}

/**
 * The file that Jigsaw writes for a page (`SiteBuilder::writeFile`), or how that fails.
 * @param address what `$page->getPath()` gives.
 */
export function writtenFile(
  page: PageName,
  address: string,
  permalink: string | undefined,
  resolver: OutputPathResolver,
): Output | BuildFailure {
  const own = permalink === undefined ? undefined : resolvePath(urldecode(permalink));
  const path = own ?? resolvePath(urldecode(resolver.path(page)));
  const made = urldecode(own === undefined ? resolver.directory(page) : dirname(own));
  if (path.length > LONGEST_NAME / 3 && path.split('/').some((part) => byteLength(part) > LONGEST_NAME)) {
    return new BuildFailure('mkdir(): File name too long');
  }
  if (path === '') return new BuildFailure('file_put_contents(): Failed to open stream: Is a directory');
  if (!isMade(made, path)) {
    return new BuildFailure(`file_put_contents(${path}): Failed to open stream: No such file or directory`);
  }
  const url = `/${trimPath(address)}`;
  return { path, url: address.endsWith('/') && url !== '/' ? `${url}/` : url };
}

/**
 * An address with the slash that `trailing_slash` asks for, unless it is that of a file
 * (`PageVariable::enforceTrailingSlash`).
 * @param source the page's own file.
 * @param extending the key of the template at hand, if it has one that counts.
 */
export function withTrailingSlash(address: string, source: string, extending: string | undefined): string {
  const last = extending === undefined ? extensionOf(source) : extensionOf(address);
  const isFile = last !== '' && last !== 'md' && last !== 'php';
  return address === '' || isFile ? address : `${address.replace(/\/+$/, '')}/`;
}

/** Bytes of a name that Linux and macOS take. */
const LONGEST_NAME = 255;

function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** Whether the folder of a file is there once `made` has been created below the destination, with its parents. */
function isMade(made: string, file: string): boolean {
  const parts: string[] = [];
  for (const part of made.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return false;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  const folder = dirname(file);
  return folder === '.' || `${parts.join('/')}/`.startsWith(`${folder}/`);
}
