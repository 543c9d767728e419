import { isMarkdown } from '../../post/file-kind.ts';
import type { Value } from '../../post/value.ts';
import { type Known, Unknown } from '../unknown.ts';
import { fieldOf, type Item, type Template, templatesOf } from './item.ts';
import type { Output } from './model.ts';
import { type OutputPathResolver, outputPathResolver } from './output-path.ts';
import { BuildFailure, fileNameOf, fillPattern } from './path-pattern.ts';
import { basename, dirname, extensionOf, trimPath } from './php/paths.ts';
import { slug } from './slug.ts';
import { transliterate } from './transliterate.ts';
import type { ViewLookup } from './views.ts';
import { permalinkOf, withTrailingSlash, writtenFile } from './written-file.ts';

/** What a build writes for an item, or what stops it. */
export interface Outputs {
  /** One for each template, and one for `output_markdown`; none when the item has no template. */
  readonly outputs: readonly Output[];
  /** What the build dies of, in PHP's own words. */
  readonly error: string | undefined;
  /** The field whose value is to blame for that, if one is. */
  readonly field?: string | undefined;
}

/**
 * The files that a collection's item becomes, as Jigsaw's `CollectionPathResolver`, `CollectionItemHandler` and
 * `SiteBuilder` make them. What a `filter` or `map` of the collection may change is not looked at.
 * @param find the view with a name, as `findView` gives it.
 */
export function outputsOf(item: Item, find: (name: string) => Known<ViewLookup>): Known<Outputs> {
  const templates = templatesOf(item);
  if (templates instanceof Unknown) return templates;
  const { pretty, trailingSlash } = item.config;
  if (pretty instanceof Unknown) return pretty;
  if (trailingSlash instanceof Unknown) return trailingSlash;
  const transliterates = item.collection.transliterate;
  if (transliterates instanceof Unknown) return transliterates;
  const resolver = outputPathResolver(pretty);
  const links = new Map<string, Link>();
  for (const template of templates) {
    const view = find(template.name);
    if (view instanceof Unknown) return view;
    if (view.path === undefined) return failed(view.error);
    const extension = extensionOf(view.path).toLowerCase();
    const path = linkOf(
      item,
      template,
      extension === 'php' || extension === 'html' ? '' : `.${extension}`,
      resolver,
    );
    if (path instanceof Unknown) return path;
    if (path instanceof BuildFailure) return failed(path.error, path.field);
    const squeezed = path.replace(/\/\/+/g, '/');
    links.set(template.key, {
      path: `/${trimPath(transliterates ? transliterate(squeezed) : squeezed)}`,
      extension: extension === 'php' ? 'html' : extension,
    });
  }
  const permalink = permalinkOf(item);
  if (permalink instanceof Unknown) return permalink;
  if (permalink instanceof BuildFailure) return failed(permalink.error, permalink.field);
  return new Writer(item, links, resolver, trailingSlash, permalink).write();
}

/** The address for one template, and the extension of its view. */
interface Link {
  readonly path: string;
  readonly extension: string;
}

function failed(error: string, field?: string): Outputs {
  return { outputs: [], error, field };
}

/** Whether a key of `extends` counts for PHP: the first of a list, 0, does not. */
function counts(key: string): boolean {
  return key !== '' && key !== '0';
}

/** Follows `CollectionPathResolver::getPath`. */
function linkOf(
  item: Item,
  { key }: Template,
  extension: string,
  resolver: OutputPathResolver,
): Known<string> | BuildFailure {
  let suffix = counts(key) ? `/${key}` : '';
  const field = fieldOf(item, 'path');
  if (field instanceof Unknown) return field;
  let pattern: Value | undefined = field.value;
  const patterns = field.from === 'collection' ? item.collection.path : undefined;
  if (counts(key) && isPatternMap(patterns)) {
    const own = patterns.get(key);
    if (own instanceof Unknown) return own;
    // A template for which the map has no path is written to the site's root.
    if (!own || own === '0') return '';
    pattern = own;
    suffix = '';
  }
  if (typeof pattern !== 'string' || pattern === '' || pattern === '0') {
    return `${slug(item.collection.name)}/${slug(fileNameOf(item.path))}${suffix}${extension}`;
  }
  const filled = fillPattern(`/${trimPath(pattern)}`, item);
  if (typeof filled !== 'string') return filled;
  const path = filled + suffix + extension;
  return resolver.link({ path: dirname(path), name: basename(path), type: 'html' });
}

function isPatternMap(path: Item['collection']['path']): path is ReadonlyMap<string, Known<string>> {
  return path instanceof Map;
}

/** Follows `CollectionItemHandler::handle` and `SiteBuilder::writeFile`. */
class Writer {
  readonly #item: Item;
  readonly #links: ReadonlyMap<string, Link>;
  readonly #resolver: OutputPathResolver;
  readonly #trailingSlash: boolean;
  readonly #permalink: string | undefined;
  /** The template at hand; it stays set for those after it whose key doesn't count. */
  #extending: string | undefined;

  constructor(
    item: Item,
    links: ReadonlyMap<string, Link>,
    resolver: OutputPathResolver,
    trailingSlash: boolean,
    permalink: string | undefined,
  ) {
    this.#item = item;
    this.#links = links;
    this.#resolver = resolver;
    this.#trailingSlash = trailingSlash;
    this.#permalink = permalink;
  }

  write(): Known<Outputs> {
    const outputs: Output[] = [];
    const markdown = isMarkdown(this.#item.path);
    const own = extensionOf(this.#item.path).toLowerCase();
    // A Blade item is rendered once, for its first template, and keeps its own extension.
    const rendered: readonly (readonly [string, string])[] = markdown
      ? Array.from(this.#links, ([key, { extension }]) => [key, extension])
      : [['0', own === 'php' ? 'html' : own]];
    if (markdown) this.#extending = [...this.#links.keys()].findLast(counts);
    for (const [key, extension] of rendered) {
      if (counts(key)) this.#extending = key;
      const path = this.#path();
      if (path === '') continue;
      const output = this.#file(dirname(path), basename(path, `.${extension}`), extension, path);
      if (output instanceof BuildFailure) return failed(output.error, output.field);
      outputs.push(output);
    }
    const { outputMarkdown } = this.#item.collection;
    if (outputMarkdown instanceof Unknown) return outputMarkdown;
    const path = this.#path().replace(/\/+$/, '');
    if (outputMarkdown && markdown && path !== '') {
      const base = basename(path);
      const dot = base.lastIndexOf('.');
      const output = this.#file(dirname(path), dot < 0 ? base : base.slice(0, dot), 'md', path);
      if (output instanceof BuildFailure) return failed(output.error, output.field);
      outputs.push(output);
    }
    return { outputs, error: undefined };
  }

  /** `$page->getPath()`: the address of the template at hand, or of the first. */
  #path(): string {
    const link =
      this.#extending === undefined ? this.#links.values().next().value : this.#links.get(this.#extending);
    const path = link?.path ?? '';
    return this.#trailingSlash ? withTrailingSlash(path, this.#item.path, this.#extending) : path;
  }

  #file(folder: string, name: string, type: string, address: string): Output | BuildFailure {
    return writtenFile({ path: folder, name, type }, address, this.#permalink, this.#resolver);
  }
}
