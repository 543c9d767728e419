import { Float, isList, isMap, type Value } from '../../post/value.ts';
import { message } from '../../text/message.ts';
import { type Known, Unknown } from '../unknown.ts';
import { fieldOf, type Item } from './item.ts';
import { FURTHEST, phpDate } from './php/date.ts';
import { basename, dirname } from './php/paths.ts';
import { toText } from './php/php-value.ts';
import { strtotime } from './php/strtotime.ts';
import { slug } from './slug.ts';

/** What stops the build while it makes an address, in PHP's own words. */
export class BuildFailure {
  readonly error: string;
  /** The field whose value is to blame, if one is. */
  readonly field: string | undefined;

  constructor(error: string, field?: string) {
    this.error = error;
    this.field = field;
  }
}

/** The name of an item's file without its extension, `.blade.` included (`InputFile::getFilenameWithoutExtension`). */
export function fileNameOf(path: string): string {
  const base = basename(path);
  const extension = base.startsWith('.') ? '' : base.slice(base.lastIndexOf('.') + 1);
  if (!base.includes('.')) return base;
  return basename(base, base.indexOf(`.blade.${extension}`) > 0 ? `.blade.${extension}` : `.${extension}`);
}

const TOKENS = /\{.*?\}/g;

/**
 * Puts an item's values into a pattern such as `blog/{date|Y/m}/{-title}`; a pattern without braces gets the slug of
 * the file's name. Follows `CollectionPathResolver::parseShorthand`.
 */
export function fillPattern(pattern: string, item: Item): Known<string> | BuildFailure {
  const tokens = pattern.match(TOKENS);
  if (!tokens) return `${pattern}/${slug(fileNameOf(item.path))}`;
  const values: string[] = [];
  for (const token of tokens) {
    const value = tokenValue(token, item);
    if (typeof value !== 'string') return value;
    values.push(value);
  }
  return tokens.reduce(
    (filled, token, index) => filled.replaceAll(token, () => values[index] ?? ''),
    pattern,
  );
}

/**
 * A pattern with the values that an item has of itself, whatever its front matter says, and with `*` for all others:
 * `blog/*\/fog` of `blog/{date|Y/m}/{filename}`.
 * @param isOwn whether this value, such as `filename`, is surely the file's own.
 */
export function fillOwn(pattern: string, item: Item, isOwn: (name: string) => boolean): string {
  const fill = (token: string) => {
    const name = readToken(token)?.name ?? '';
    const value = OWN.has(name) && isOwn(name) ? tokenValue(token, item) : undefined;
    return typeof value === 'string' ? value : '*';
  };
  return pattern.search(TOKENS) >= 0
    ? pattern.replace(TOKENS, fill)
    : `${pattern}/${slug(fileNameOf(item.path))}`;
}

/** What `metaOf` knows of every file. */
const OWN = new Set(['filename', 'collection', 'collectionName', 'relativePath', 'viewPath', 'extension']);

/** The fields of which a pattern makes an address, such as `date` and `filename` of `{date|Y/m}/{filename}`. */
export function fieldsIn(pattern: string): readonly string[] {
  return (pattern.match(TOKENS) ?? []).flatMap((token) => readToken(token)?.name ?? []);
}

interface Token {
  readonly name: string;
  /** What stands between the words of a slug; undefined where the value stays as it is. */
  readonly separator: string | undefined;
  /** PHP's form of a date; may be empty. */
  readonly format: string;
}

/** `{name}`, `{-name}` for a slug, `{name|format}` for a date; undefined where there is nothing in the braces. */
function readToken(token: string): Token | undefined {
  const [written = '', format = ''] = token.replace(/^[{}]+|[{}]+$/g, '').split('|');
  if (written === '') return undefined;
  const separator = /^[a-z]/i.test(written) ? undefined : (written[0] ?? '');
  const name = separator === undefined ? written : written.slice(leading(written, separator));
  return { name, separator, format };
}

function tokenValue(token: string, item: Item): Known<string> | BuildFailure {
  const read = readToken(token);
  if (!read) return new BuildFailure('Uninitialized string offset 0');
  const { name, separator, format } = read;
  const value = lookUp(name, item);
  if (value instanceof Unknown || value instanceof BuildFailure) return value;
  if (isFalsy(value)) return '';
  const shown = format === '' ? value : formatDate(value, format, name);
  if (shown instanceof Unknown || shown instanceof BuildFailure) return shown;
  if (isList(shown) || isMap(shown)) {
    return new BuildFailure(
      separator === undefined
        ? 'str_replace(): Argument #2 ($replace) must be of type string when argument #1 ($search) is a string'
        : 'mb_strtolower(): Argument #1 ($string) must be of type string, array given',
      name,
    );
  }
  const text = toText(shown);
  if (text === undefined) {
    return new BuildFailure(
      'Object of class Symfony\\Component\\Yaml\\Tag\\TaggedValue could not be converted to string',
      name,
    );
  }
  return separator === undefined ? text : slug(text, separator);
}

function leading(text: string, character: string): number {
  let count = 0;
  while (text[count] === character) count += 1;
  return count;
}

function isFalsy(value: Value | undefined): value is undefined | null {
  if (value instanceof Float) return value.value === 0;
  if (isList(value)) return value.length === 0;
  return isMap(value) ? value.size === 0 : !value || value === '0';
}

/** Laravel's `Arr::get($data, $name, $data->_meta->get($name))`, dots and all. */
function lookUp(name: string, item: Item): Known<Value | undefined> | BuildFailure {
  const whole = fieldOf(item, name);
  if (whole instanceof Unknown) return whole;
  if (whole.from !== 'nowhere') return present(name, whole.value, whole.from);
  if (!name.includes('.')) return metaOf(name, item);
  const [first = '', ...rest] = name.split('.');
  const root = fieldOf(item, first);
  if (root instanceof Unknown) return root;
  if (root.from === 'nowhere') return undefined;
  const start = present(first, root.value, root.from);
  if (start instanceof BuildFailure || start instanceof Unknown) return start;
  let at: Value | undefined = start;
  for (const key of rest) {
    if (isMap(at)) at = at.get(key);
    else if (isList(at)) at = at[Number(key)];
    else return undefined;
  }
  return at;
}

/** A field that is there but null can't be read by its key; one of the config's is an object, whose text is JSON. */
function present(name: string, value: Value | undefined, from: string): Known<Value> | BuildFailure {
  if (value === null || value === undefined)
    return new BuildFailure(`Error: The key '${name}' does not exist.`, name);
  if ((isList(value) || isMap(value)) && from !== 'post') {
    return new Unknown(message('`{0}` in the config is a list.', name));
  }
  return value;
}

/** What Jigsaw knows of the file itself (`CollectionDataLoader::getMetaData`). */
function metaOf(name: string, item: Item): Known<Value | undefined> {
  const below = item.path.slice(item.collection.folder.length + 1);
  const folder = below.includes('/') ? dirname(below) : '';
  const fileName = fileNameOf(item.path);
  switch (name) {
    case 'filename':
      return fileName;
    case 'collection':
    case 'collectionName':
      return item.collection.name;
    case 'relativePath':
      return folder;
    case 'viewPath':
      return folder ? `${folder.replaceAll(/[/\\]/g, '.')}.${fileName}` : fileName;
    case 'extension':
      return basename(item.path).slice(fileName.length + 1);
    case 'source':
    case 'modifiedTime':
      return new Unknown(message('`{0}` depends on the machine that builds.', name));
    default:
      return undefined;
  }
}

function formatDate(value: Value, format: string, field: string): Known<Value> | BuildFailure {
  if (typeof value === 'string') {
    const seconds = strtotime(value);
    if (seconds instanceof Unknown) return seconds;
    // A text that is no date, and the moment 0, are both left out.
    return seconds ? phpDate(format, seconds) : '';
  }
  if (isList(value) || isMap(value)) {
    return new BuildFailure('date(): Argument #2 ($timestamp) must be of type ?int, array given', field);
  }
  const seconds = value instanceof Float ? Math.trunc(value.value) : Number(value);
  if (!Number.isFinite(seconds)) {
    return new BuildFailure('date(): Argument #2 ($timestamp) must be of type ?int, float given', field);
  }
  if (Math.abs(seconds) > FURTHEST)
    return new Unknown(message('The date is too far away to be computed here.'));
  return phpDate(format, seconds);
}
