import { isList, isMap, type Value } from '../../../post/value.ts';
import { Unknown } from '../../unknown.ts';
import { COLLECTION_SETTINGS } from '../collections.ts';
import { fieldOf, type Item } from '../item.ts';
import type { Collection, JigsawConfig } from '../model.ts';
import { fileNameOf } from '../path-pattern.ts';
import type { Node } from '../php/ast.ts';
import type { PhpFunction } from '../php/php-value.ts';
import {
  type Abstract,
  FILE_NAME_FIELD,
  fromValue,
  INT,
  NULL,
  object,
  STRING,
  scalar,
  truthOf,
  UNKNOWN,
} from './abstract-value.ts';
import { COLLECTION_METHODS } from './collection-methods.ts';
import { FunctionObject } from './function-object.ts';
import type { Code, Machine } from './machine.ts';
import type { PhpObject } from './php-object.ts';

/** What a page can be asked for as `$page->getSomething()` besides its fields (`CollectionDataLoader`, `SiteBuilder`). */
const ITEM_META = [
  ...[
    'filename',
    'baseUrl',
    'relativePath',
    'viewPath',
    'extension',
    'collection',
    'collectionName',
    'source',
  ],
  ...['modifiedTime', 'path', 'url', 'nextItem', 'previousItem', 'extending'],
];
const PAGE_META = [
  'filename',
  'baseUrl',
  'path',
  'relativePath',
  'extension',
  'url',
  'modifiedTime',
  'extending',
];
const ITEM_METHODS = new Set(['getNext', 'getPrevious', 'getFirst', 'getLast', 'getContent', 'setContent']);

/** How pages of one kind are made. */
export interface PageKind {
  readonly config: JigsawConfig;
  /** The collection it is of; undefined for a page of its own. */
  readonly collection: Collection | undefined;
  /** The code of a config file, for its helpers. */
  codeOf(helper: PhpFunction): Code;
  /** Told of each field that is read; only for the post that the run is for. */
  readonly reads: ((field: string) => void) | undefined;
}

/** `$page`, `$post`: a page, whose fields are known when `item` is. */
export class PageObject implements PhpObject {
  readonly className: string;
  readonly text: boolean;
  readonly #kind: PageKind;
  readonly #item: Item | undefined;
  readonly #own = new Map<string, Abstract>();

  constructor(kind: PageKind, item: Item | undefined) {
    this.#kind = kind;
    this.#item = item;
    this.className = kind.collection
      ? 'TightenCo\\Jigsaw\\Collection\\CollectionItem'
      : 'TightenCo\\Jigsaw\\PageVariable';
    this.text = true;
  }

  get(name: string): Abstract {
    return this.#own.get(name) ?? this.#field(name);
  }

  set(name: string, value: Abstract, machine: Machine): void {
    this.#own.set(name, machine.certain ? value : UNKNOWN);
  }

  /** Jigsaw's pages have no `__isset`: only what a template itself has set is there. */
  has(name: string): boolean {
    return this.#own.has(name);
  }

  holds(key: string): boolean {
    if (!this.#item) return false;
    const field = fieldOf(this.#item, key);
    return !(field instanceof Unknown) && field.from !== 'nowhere';
  }

  at(key: Abstract, machine: Machine, node: Node, quiet: boolean): Abstract {
    if (key.kind !== 'scalar' || typeof key.value !== 'string') return UNKNOWN;
    const value = this.#field(key.value);
    if (value.kind !== 'scalar' || value.value !== null) return value;
    return quiet ? NULL : machine.fail(`Error: The key '${key.value}' does not exist.`, node, value);
  }

  call(method: string, args: readonly Abstract[], machine: Machine, node: Node): Abstract {
    const { collection } = this.#kind;
    if (method === 'getUrl' || method === 'getPath') return STRING;
    if (collection && ITEM_METHODS.has(method)) return method === 'getContent' ? STRING : UNKNOWN;
    if (method === 'get') return args[0]?.kind === 'scalar' ? this.#field(String(args[0].value)) : UNKNOWN;
    if (COLLECTION_METHODS.has(method) || PAGE_METHODS.has(method)) return UNKNOWN;
    const helper = this.#field(method);
    if (helper.kind === 'object' && helper.object.invoke) {
      return helper.object.invoke([object(this), ...args], machine);
    }
    if (helper.kind === 'unknown') return UNKNOWN;
    if (method.startsWith('get') && truthOf(helper) === false) {
      const name = method.charAt(3).toLowerCase() + method.slice(4);
      if ((collection ? ITEM_META : PAGE_META).includes(name)) return this.#meta(name);
    }
    const whose = collection ? ` for the collection "${collection.name}"` : '';
    return machine.fail(
      `No function named "${method}"${whose} was found in the file "config.php".`,
      node,
      this.#item?.data.has(method) ? helper : undefined,
    );
  }

  #meta(name: string): Abstract {
    if (name === 'modifiedTime') return INT;
    if (name === 'filename' && this.#item) {
      this.#kind.reads?.(FILE_NAME_FIELD);
      return scalar(fileNameOf(this.#item.path), this.#tag(FILE_NAME_FIELD));
    }
    return name === 'collection' || name === 'collectionName'
      ? scalar(this.#kind.collection?.name ?? '')
      : UNKNOWN;
  }

  /** Another page's values are no field of the post's. */
  #tag(field: string): string | undefined {
    return this.#kind.reads ? field : undefined;
  }

  /** What `$page->name` gives. */
  #field(name: string): Abstract {
    if (RESERVED.has(name)) return UNKNOWN;
    const { collection, config } = this.#kind;
    const item = this.#item;
    if (item) {
      this.#kind.reads?.(name);
      const own = item.data.get(name);
      if (own !== undefined) return this.#shown(own, this.#tag(name), collection !== undefined);
    }
    const helper =
      collection?.helpers.get(name) ??
      (collection?.defaults.has(name) ? undefined : config.helpers.get(name));
    if (helper) return object(new FunctionObject(helper.node, this.#kind.codeOf(helper)));
    if (!item) return this.#abstractField(name);
    const field = fieldOf(item, name);
    if (field instanceof Unknown) return UNKNOWN;
    if (field.value === undefined) return scalar(null, this.#tag(name));
    return this.#shown(field.value, field.from === 'post' ? this.#tag(name) : undefined, false);
  }

  /** Lists become objects, but for those in the front matter of a collection's items. */
  #shown(value: Value, field: string | undefined, plain: boolean): Abstract {
    return plain || !(isList(value) || isMap(value)) ? fromValue(value, field) : object(ITERABLE, field);
  }

  /** Of a page that isn't known any field may be set; but one that nobody would set is a helper that isn't there. */
  #abstractField(name: string): Abstract {
    const { collection, config } = this.#kind;
    if (!config.complete || collection?.complete === false) return UNKNOWN;
    return /^get[A-Z]/.test(name) ? NULL : UNKNOWN;
  }
}

/** A list of the config's, or of a page's outside the collections. */
const ITERABLE: PhpObject = { className: 'TightenCo\\Jigsaw\\IterableObject', text: true, rounds: () => [] };

/** Names under which a page has more than its fields: Jigsaw's own settings, and the proxies of Laravel's collections. */
const RESERVED = new Set([
  ...COLLECTION_SETTINGS,
  ...[
    '_meta',
    'collections',
    'build',
    'pagination',
    'section',
    'average',
    'avg',
    'contains',
    'doesntContain',
    'each',
    'every',
  ],
  ...[
    'first',
    'flatMap',
    'groupBy',
    'keyBy',
    'last',
    'max',
    'min',
    'partition',
    'percentage',
    'reject',
    'skipUntil',
  ],
  ...[
    'skipWhile',
    'some',
    'sortBy',
    'sortByDesc',
    'sum',
    'takeUntil',
    'takeWhile',
    'unique',
    'unless',
    'until',
    'when',
  ],
]);

const PAGE_METHODS = new Set([
  'getUrls',
  'getPaths',
  'addVariables',
  'putIterable',
  'set',
  '__toString',
  'enforceTrailingSlash',
]);
