import { message } from '../../text/message.ts';
import { type SitePath, sitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';
import type { Collection, Place } from './model.ts';
import { closures, get, plainItems } from './php/items.ts';
import { PhpArray, PhpClosure, type PhpValue, toText, toValue, truthy } from './php/php-value.ts';

interface CollectionSources {
  readonly source: SitePath;
  /** `collections` of the config as merged. */
  readonly declared: PhpValue | undefined;
  /** What `merge_collection_configs` puts below it, if that is on: `collections` of `config.php`. */
  readonly inherited: PhpValue | undefined;
  /** Why `collections` may be set although no file shows it, if so. */
  readonly open: Unknown | undefined;
}

/** The collections in order, or unknown when they are computed. Follows `Container::loadConfiguration`. */
export function readCollections({
  source,
  declared,
  inherited,
  open,
}: CollectionSources): Known<readonly Collection[]> {
  if (declared === undefined) return open ?? [];
  const settings = settingsOf(declared);
  const base = settingsOf(inherited ?? null);
  if (settings instanceof Unknown) return settings;
  if (base instanceof Unknown) return base;
  return Array.from(settings.items, ([name, own]) => {
    const merged = new PhpArray();
    for (const each of [base.items.get(name), own]) if (each instanceof PhpArray) merged.append(each);
    return readCollection(name, merged, settings.placeOf(name), source);
  });
}

/** Collections by name: `['posts']` is `['posts' => []]`. */
function settingsOf(declared: PhpValue): Known<PhpArray> {
  if (declared instanceof Unknown) return declared;
  const result = new PhpArray();
  if (declared instanceof PhpClosure)
    return new Unknown(message('The collections are computed when the site is built.'));
  const items = declared instanceof PhpArray ? declared.items : new Map(declared ? [['0', declared]] : []);
  for (const [key, value] of items) {
    const place = declared instanceof PhpArray ? declared.placeOf(key) : undefined;
    if (value instanceof PhpArray) result.set(key, value, place);
    else if (value instanceof Unknown) {
      // Settings that are computed, or the name of a collection: the key tells which.
      if (/^\d+$/.test(key)) return value;
      const computed = new PhpArray();
      computed.open = value;
      result.set(key, computed, place);
    } else result.set(toText(value) ?? key, new PhpArray(), place);
  }
  return declared instanceof PhpArray && declared.open ? declared.open : result;
}

/** Settings of a collection that Jigsaw itself uses and that say nothing about a page. */
export const COLLECTION_SETTINGS: ReadonlySet<string> = new Set([
  'path',
  'sort',
  'filter',
  'map',
  'items',
  'transliterate',
  'output_markdown',
  'perPage',
  'prefix',
]);

function readCollection(
  name: string,
  settings: PhpArray,
  place: Place | undefined,
  source: SitePath,
): Collection {
  return {
    name,
    folder: sitePath(`${source}/_${name}`) ?? source,
    place,
    path: readPath(get(settings, 'path')),
    transliterate: settings.items.has('transliterate')
      ? truthy(get(settings, 'transliterate'))
      : (settings.open ?? true),
    defaults: plainItems(settings, COLLECTION_SETTINGS),
    helpers: closures(settings),
    complete: settings.open === undefined,
    outputMarkdown: truthy(get(settings, 'output_markdown')),
    sort: toValue(get(settings, 'sort')),
    perPage: toValue(get(settings, 'perPage')),
    prefix: toValue(get(settings, 'prefix')),
    filter: mayBeSet(get(settings, 'filter')),
    map: mayBeSet(get(settings, 'map')),
    items: mayBeSet(get(settings, 'items')),
  };
}

function mayBeSet(value: PhpValue): boolean {
  return truthy(value) !== false;
}

function readPath(value: PhpValue): Collection['path'] {
  if (value instanceof Unknown) return value;
  if (value instanceof PhpClosure) return new Unknown(message('The collection’s `path` is a function.'));
  if (value instanceof PhpArray) {
    if (value.open) return value.open;
    return new Map([...value.items].map(([key, pattern]) => [key, readPattern(pattern)]));
  }
  return typeof value === 'string' ? value : undefined;
}

function readPattern(value: PhpValue): Known<string> {
  if (value instanceof Unknown) return value;
  if (value instanceof PhpClosure) return new Unknown(message('The collection’s `path` is a function.'));
  return typeof value === 'string' ? value : '';
}
