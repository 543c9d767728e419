import { isMarkdown } from '../../post/file-kind.ts';
import { isList, isMap, type Value, type ValueMap } from '../../post/value.ts';
import { message } from '../../text/message.ts';
import type { SitePath } from '../files.ts';
import { type Known, Unknown } from '../unknown.ts';
import type { Collection, JigsawConfig } from './model.ts';
import { toText } from './php/php-value.ts';

/** One text in a collection's folder, as Jigsaw loads it. */
export interface Item {
  readonly path: SitePath;
  /** The front matter; empty when there is none. */
  readonly data: ValueMap;
  /** The name in the text's own `@extends('…')`, which counts for `.blade.php` and its like. */
  readonly bladeExtends: string | undefined;
  readonly collection: Collection;
  readonly config: JigsawConfig;
}

/** A field's value on the page and where it comes from. */
export interface EffectiveField {
  /** Undefined when nothing sets the field. */
  readonly value: Value | undefined;
  readonly from: 'post' | 'collection' | 'jigsaw' | 'config' | 'nowhere';
}

/** Makes an item of a post's path, front matter and text. Front matter that is a list has numbers for keys. */
export function itemOf(
  path: SitePath,
  data: Value | undefined,
  text: string,
  collection: Collection,
  config: JigsawConfig,
): Item {
  const fields = isMap(data) ? data : new Map(Object.entries(isList(data) ? data : []));
  return {
    path,
    data: fields,
    bladeExtends: isMarkdown(path) ? undefined : bladeExtends(text),
    collection,
    config,
  };
}

/** Jigsaw's own search for `@extends` in a Blade item (`FrontMatterParser::getExtendsFromBladeContent`). */
function bladeExtends(text: string): string | undefined {
  return /@extends\s*\(\s*["|']\s*([^\n]+?)\s*["|']\s*\)/.exec(text)?.[1];
}

/**
 * What a field is on the item's page: config, then Jigsaw's `section: content`, then the collection, then the front
 * matter, where a null overrides too (`Loaders/CollectionDataLoader::buildCollectionItem`).
 */
export function fieldOf(item: Item, key: string): Known<EffectiveField> {
  if (key === 'extends' && !isMarkdown(item.path)) {
    return { value: item.bladeExtends || (item.data.get('extends') ?? null), from: 'post' };
  }
  const own = item.data.get(key);
  if (own !== undefined) return { value: own, from: 'post' };
  const { defaults, complete, path } = item.collection;
  const setting = key === 'path' ? pathSetting(path) : defaults.get(key);
  if (setting instanceof Unknown) return setting;
  if (setting !== undefined) return { value: setting, from: 'collection' };
  if (!complete) return computed(key);
  if (key === 'section') return { value: 'content', from: 'jigsaw' };
  const global = item.config.defaults.get(key);
  if (global instanceof Unknown) return global;
  if (global !== undefined) return { value: global, from: 'config' };
  return item.config.complete ? { value: undefined, from: 'nowhere' } : computed(key);
}

/** A map of paths is not a value that a page could show; the one who asks for paths takes it from the collection. */
function pathSetting(path: Collection['path']): Known<Value | undefined> {
  if (path instanceof Unknown || path === undefined || typeof path === 'string') return path;
  return new Map();
}

function computed(key: string): Unknown {
  return new Unknown(message('`{0}` may be set by a part of the config that is computed.', key));
}

/** One template that an item is rendered with: its key in `extends` (`0` for a single one) and the view's name. */
export interface Template {
  readonly key: string;
  readonly name: string;
}

/** The templates of an item. None: Jigsaw writes no page, without a word. */
export function templatesOf(item: Item): Known<readonly Template[]> {
  const field = fieldOf(item, 'extends');
  if (field instanceof Unknown) return field;
  const value = field.value ?? null;
  if (value === null) return [];
  if (isMap(value)) return Array.from(value, ([key, name]) => ({ key, name: nameOf(name) }));
  if (isList(value)) return value.map((name, index) => ({ key: String(index), name: nameOf(name) }));
  return [{ key: '0', name: nameOf(value) }];
}

/** A view's name, as PHP makes text of what stands there. */
function nameOf(value: Value): string {
  return isMap(value) || isList(value) ? 'Array' : (toText(value) ?? '');
}
