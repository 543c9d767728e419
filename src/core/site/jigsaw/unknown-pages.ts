import type { Post } from '../../post/post.ts';
import { isKnown } from '../unknown.ts';
import { fieldOf, type Item, itemOf } from './item.ts';
import type { Collection, JigsawConfig, PhpFunction } from './model.ts';
import { pageOf } from './pages.ts';
import { fileNameOf, fillOwn } from './path-pattern.ts';
import { children, is, type Node } from './php/ast.ts';
import { dirname, resolvePath, trimPath, urldecode } from './php/paths.ts';
import { slug } from './slug.ts';
import { transliterate } from './transliterate.ts';
import { permalinkOf } from './written-file.ts';

/**
 * The files that a page may be written to whose address can't be known: `blog/*` for all below that folder,
 * `blog*fog` for `blog/2024/fog/index.html`. `*` is any text; the end of a mask is that of a part of the path, or
 * stands before its extension. Without a slash in front.
 */
export type AddressMask = string;

export const ANYWHERE: AddressMask = '*';

/** Whether a file below the web root is one that a mask stands for. */
export function fitsMask(mask: AddressMask, output: string): boolean {
  const [first = '', ...others] = mask.split('*');
  if (!output.startsWith(first)) return false;
  const last = others.pop();
  if (last === undefined) return isEnd(output, first.length);
  let at = first.length;
  for (const part of others) {
    const found = output.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (last === '') return true;
  for (let found = output.indexOf(last, at); found >= 0; found = output.indexOf(last, found + 1)) {
    if (isEnd(output, found + last.length)) return true;
  }
  return false;
}

function isEnd(output: string, at: number): boolean {
  return at === output.length || '/.'.includes(output.charAt(at));
}

/** Where the items of a collection may be. */
export function maskOfItems(collection: Collection, config: JigsawConfig): AddressMask {
  return `${commonStart(collection, config)}*`;
}

/**
 * Where a post or page may be whose front matter can't be read: once it can, its fields may say whatever their names
 * in the text allow.
 * @param collection the one that it is an item of; undefined for a page of its own.
 */
export function maskOfUnread(
  { path, text }: Post,
  collection: Collection | undefined,
  config: JigsawConfig,
): AddressMask {
  const mayName = (key: string) => text.includes(key) && new RegExp(`\\b${key}["']?\\s*:`).test(text);
  const item = collection
    ? itemOf(path, undefined, text, collection, config)
    : pageOf(path, undefined, text, config);
  if (mayName('permalink') || permalinkOf(item) !== undefined) return ANYWHERE;
  if (collection) return mayName('path') ? ANYWHERE : maskOfItem(item, (name) => !mayName(name));
  const folder = dirname(path).slice(config.source.length);
  return maskOf(`${folder}/${mayName('pagination') ? '*' : fileNameOf(path)}`);
}

/** @param isOwn whether a value such as `filename` is surely the file's own. */
function maskOfItem(item: Item, isOwn: (name: string) => boolean): AddressMask {
  const { collection, config, path } = item;
  const { transliterate: isAscii } = collection;
  const setting = fieldOf(item, 'path');
  if (!isKnown(isAscii) || !isKnown(setting) || collection.path instanceof Map)
    return maskOfItems(collection, config);
  const { value } = setting;
  const address =
    typeof value === 'string' && value !== '' && value !== '0'
      ? fillOwn(`/${trimPath(value)}`, item, isOwn)
      : `${slug(collection.name)}/${slug(fileNameOf(path))}`;
  return maskOf(isAscii ? transliterate(address) : address);
}

/** A value that turns out to be empty takes the slashes and dots around it along, so none is left there. */
function maskOf(address: string): AddressMask {
  const parts = address.split('*').map((part) => resolvePath(trimPath(urldecode(part))));
  return parts.join('*');
}

/**
 * Below which addresses the items of a collection may be whose own addresses can't be known: the part that is the same
 * for all of them, such as `blog/`; empty where they may be anywhere. Without a slash in front.
 */
function commonStart({ path, helpers, name }: Collection, { pretty }: JigsawConfig): string {
  if (!isKnown(path)) return startOfResult(helpers.get('path'));
  if (path === undefined) return `${slug(name)}/`;
  if (typeof path !== 'string' || !isKnown(pretty)) return '';
  const fixed = /^[^{]*/.exec(path)?.[0] ?? '';
  return withoutSlash(fixed === path ? `${path.replace(/\/+$/, '')}/` : fixed);
}

/** What every result of a function starts with: `fn ($page) => 'blog/' . $page->getFilename()`. */
function startOfResult(definition: PhpFunction | undefined): string {
  if (!definition) return '';
  const { node } = definition;
  const results = is(node, 'arrowfunc') ? [node.body] : node.body ? resultsIn(node.body) : [];
  const starts = results.map(startOf);
  const [first = '', ...others] = starts;
  return withoutSlash(others.reduce(shared, first));
}

function resultsIn(node: Node): readonly (Node | null)[] {
  if (is(node, 'return')) return [node.expr];
  if (is(node, 'closure') || is(node, 'arrowfunc')) return [];
  return children(node).flatMap(resultsIn);
}

function startOf(node: Node | null): string {
  if (is(node, 'string')) return node.value;
  if (is(node, 'bin')) return node.type === '.' ? startOf(node.left) : '';
  if (is(node, 'encapsed') && Array.isArray(node.value)) {
    const [first]: readonly unknown[] = node.value;
    const part =
      typeof first === 'object' && first !== null && 'expression' in first ? first.expression : null;
    return startOf(part as Node | null);
  }
  return '';
}

function shared(a: string, b: string): string {
  let end = 0;
  while (end < a.length && a[end] === b[end]) end++;
  return a.slice(0, end);
}

function withoutSlash(path: string): string {
  return path.replace(/^\/+/, '');
}
