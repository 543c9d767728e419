import { isBlade, isMarkdown } from '../../post/file-kind.ts';
import { isMap, type Value } from '../../post/value.ts';
import type { SitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';
import { fieldOf, type Item, itemOf, templatesOf } from './item.ts';
import type { Collection, JigsawConfig, Output } from './model.ts';
import type { Outputs } from './output.ts';
import { type OutputPathResolver, outputPathResolver, type PageName } from './output-path.ts';
import { BuildFailure, fileNameOf } from './path-pattern.ts';
import { dirname, extensionOf, rightTrimPath } from './php/paths.ts';
import type { ViewLookup } from './views.ts';
import { permalinkOf, withTrailingSlash, writtenFile } from './written-file.ts';

/** A page outside the collections as an item of none, so that its fields are found in the same way. */
export function pageOf(path: SitePath, data: Value | undefined, text: string, config: JigsawConfig): Item {
  return itemOf(path, data, text, none(config), config);
}

function none({ source }: JigsawConfig): Collection {
  return {
    name: '',
    folder: source,
    place: undefined,
    path: undefined,
    transliterate: true,
    defaults: new Map(),
    helpers: new Map(),
    complete: true,
    outputMarkdown: false,
    sort: undefined,
    perPage: undefined,
    prefix: undefined,
    filter: false,
    map: false,
    items: false,
  };
}

/**
 * The files that a page or any other file outside the collections becomes (`MarkdownHandler`, `BladeHandler`,
 * `PaginatedPageHandler`, `DefaultHandler`).
 * @param count how many items a collection has, if that is known; a pagination has at least its first page.
 */
export function pageOutputsOf(
  page: Item,
  find: (name: string) => Known<ViewLookup>,
  count: (collection: string) => number | undefined,
): Known<Outputs> {
  const { pretty, trailingSlash } = page.config;
  if (pretty instanceof Unknown) return pretty;
  if (trailingSlash instanceof Unknown) return trailingSlash;
  const resolver = outputPathResolver(pretty);
  const names = namesOf(page, find, count);
  if (names instanceof Unknown) return names;
  if (names instanceof BuildFailure) return { outputs: [], error: names.error, field: names.field };
  const permalink = permalinkOf(page);
  if (permalink instanceof Unknown) return permalink;
  if (permalink instanceof BuildFailure)
    return { outputs: [], error: permalink.error, field: permalink.field };
  const outputs: Output[] = [];
  for (const name of names) {
    const address = addressOf(page.path, name, resolver);
    const shown = trailingSlash ? withTrailingSlash(address, page.path, undefined) : address;
    const written = writtenFile(name, shown, permalink, resolver);
    if (written instanceof BuildFailure) return { outputs: [], error: written.error, field: written.field };
    outputs.push(written);
  }
  return { outputs, error: undefined };
}

/** The extensions that Blade files may have and their addresses show. */
const SHOWN = new Set(['js', 'json', 'xml', 'yaml', 'yml', 'rss', 'atom', 'txt', 'text', 'html']);

/** `$page->getPath()` of a page; whatever its file is called, it is taken for HTML unless it is such a Blade file. */
function addressOf(
  source: SitePath,
  { path, name, page, prefix = '' }: PageName,
  resolver: OutputPathResolver,
): string {
  if (page !== undefined) {
    const link = resolver.link({ path, name, type: 'html', page, prefix });
    return link === '/' ? link : rightTrimPath(link);
  }
  const extension = extensionOf(source);
  const shown = source.endsWith(`.blade.${extension}`) && SHOWN.has(extension) ? extension : 'html';
  return rightTrimPath(resolver.link({ path, name, type: shown }));
}

function namesOf(
  page: Item,
  find: (name: string) => Known<ViewLookup>,
  count: (collection: string) => number | undefined,
): Known<readonly PageName[]> | BuildFailure {
  const below = page.path.slice(page.config.source === '' ? 0 : page.config.source.length + 1);
  const folder = dirname(below);
  const at = { path: folder === '.' ? '' : folder, name: fileNameOf(page.path) };
  const extension = extensionOf(page.path);
  const pagination = page.data.get('pagination') ?? null;
  if (/\.blade\.(?:md|php)$/.test(page.path) && pagination !== null)
    return pagesOf(page, pagination, at, count);
  const hidden = below.slice(below.lastIndexOf('/') + 1).startsWith('.');
  if (isMarkdown(page.path) && !hidden) {
    const templates = templatesOf(page);
    if (templates instanceof Unknown) return templates;
    const names: PageName[] = [];
    for (const template of templates) {
      const view = find(template.name);
      if (view instanceof Unknown) return view;
      if (view.path === undefined) return new BuildFailure(view.error);
      names.push({ ...at, type: htmlFor(extensionOf(view.path).toLowerCase()) });
    }
    return names;
  }
  if (isBlade(page.path)) return [{ ...at, type: htmlFor(extension.toLowerCase()) }];
  return [{ ...at, type: hidden ? '' : extension }];
}

function htmlFor(extension: string): string {
  return extension === 'php' ? 'html' : extension;
}

function pagesOf(
  page: Item,
  pagination: Value,
  at: { readonly path: string; readonly name: string },
  count: (collection: string) => number | undefined,
): Known<readonly PageName[]> {
  const settings = isMap(pagination) ? pagination : new Map<string, Value>();
  const name = settings.get('collection');
  const { collections } = page.config;
  if (collections instanceof Unknown) return collections;
  const collection = collections.find((each) => each.name === name);
  const perPage = firstSet(settings.get('perPage'), collection?.perPage, fieldOf(page, 'perPage')) ?? 10;
  const prefix = firstSet(settings.get('prefix'), collection?.prefix, fieldOf(page, 'prefix')) ?? '';
  if (perPage instanceof Unknown) return perPage;
  if (prefix instanceof Unknown) return prefix;
  const items = typeof name === 'string' ? count(name) : undefined;
  const pages = items === undefined ? 1 : Math.ceil(items / Math.max(1, Number(perPage) || 10));
  return Array.from({ length: pages }, (_, index) => ({
    ...at,
    type: 'html',
    page: index + 1,
    prefix: String(prefix),
  }));
}

/** The first that PHP takes for true, as `?:` chooses. */
function firstSet(
  ...values: readonly (Known<Value | undefined> | ReturnType<typeof fieldOf>)[]
): Known<Value> | undefined {
  for (const each of values) {
    const value = each && typeof each === 'object' && 'from' in each ? each.value : each;
    if (value) return value;
  }
  return undefined;
}
