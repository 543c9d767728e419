import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';

/**
 * A second, much simpler model of what a Jigsaw site becomes, written from Jigsaw's documentation and without any of
 * Copydesk's own code, so that the two can be held against each other. It knows the path patterns and the few kinds
 * of path functions that the practice sites have.
 */
export interface BuiltSite {
  /** The texts that writers write. */
  readonly texts: readonly BuiltText[];
  /** Whether the built site answers at a path below its web root, decoded and without a slash in front. */
  has(path: string): boolean;
  /** Addresses at which the site is, such as `https://keeper.example`. */
  readonly homes: readonly string[];
  /** Whether layouts print a field, and not as a part of an address. */
  printsField(field: string): boolean;
}

export interface BuiltText {
  /** Below the site's root, with slashes. */
  readonly file: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The page's path below the web root, such as `blog/a/index.html`; undefined where the model doesn't know. */
  readonly output: string | undefined;
}

const FOREIGN = /(?:^|\/)(?:node_modules|vendor|\.git|build_\w+)(?:\/|$)/;

export function readBuiltSite(root: string): BuiltSite {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !FOREIGN.test(path) && statSync(join(root, path)).isFile());
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const config = files.includes('config.php') ? read('config.php') : '';
  const collections = collectionsIn(config);
  const served = new Set<string>();
  const texts: BuiltText[] = [];
  for (const file of files.filter((path) => path.startsWith('source/'))) {
    const below = file.slice('source/'.length);
    const [top = ''] = below.split('/');
    const collection = collections.get(top.slice(1));
    const isText = /\.(?:md|markdown|mdown)$/.test(file);
    const isBlade = /\.blade\.\w+$/.test(file);
    if (top.startsWith('_') && !collection) continue;
    if (!isText && !isBlade) {
      if (!top.startsWith('_')) served.add(below);
      continue;
    }
    const { fields, body } = partsOf(read(file));
    const name = below.slice(below.lastIndexOf('/') + 1).replace(/(?:\.blade)?\.\w+$/, '');
    const address = collection ? collection(fields, name) : pageAddress(below, name);
    const output = address === undefined ? undefined : outputOf(address, file);
    const hasPage = isBlade || !/^_/.test(top) || fields['extends'] !== undefined || /'extends'/.test(config);
    if (output !== undefined && hasPage) served.add(output);
    if (isText || collection) texts.push({ file, fields, body, output });
  }
  const folders = new Set([...served].flatMap(foldersAbove));
  const redirects = ['netlify.toml', '_redirects', 'source/_redirects']
    .filter((path) => files.includes(path))
    .map(read);
  const fixed = redirects.flatMap((text) =>
    [...text.matchAll(/^\s*(?:from\s*=\s*["'])?(\/[^\s"'*:]+)/gm)].map(([, from = '']) => from),
  );
  const views = files
    .filter((path) => path.endsWith('.blade.php'))
    .map(read)
    .join('\n');
  return {
    texts,
    homes: [config, ...files.filter((path) => path === 'config.production.php').map(read)].flatMap((text) =>
      [...text.matchAll(/'baseUrl'\s*=>\s*'(https?:[^']*)'/g)].map(([, home = '']) =>
        home.replace(/\/$/, ''),
      ),
    ),
    has: (path) =>
      [path, `${path}/index.html`, `${path}.html`].some((each) => served.has(each.replace(/^\//, ''))) ||
      folders.has(path) ||
      path === '' ||
      fixed.some((from) => `/${path}/`.startsWith(from)) ||
      /^assets\/build\//.test(path),
    printsField: (field) =>
      new RegExp(`->${field}\\b`).test(views) &&
      !new RegExp(`[\\w/]\\{\\{\\s*\\$\\w+->${field}\\b|['"]\\s*\\.\\s*\\$\\w+->${field}\\b`).test(views),
  };
}

type Address = (fields: BuiltText['fields'], name: string) => string | undefined;

/** The collections of a config with what makes addresses of their items. */
function collectionsIn(config: string): Map<string, Address> {
  const start = config.search(/'collections'\s*=>/);
  const found = new Map<string, Address>();
  if (start < 0) return found;
  const block = balanced(config, config.indexOf('[', start)).replace(/\/\*[\s\S]*?\*\//g, '');
  for (const { 1: name = '', index } of block.matchAll(/'([\w-]+)'\s*=>\s*\[/g)) {
    if (depthAt(block, index) !== 1) continue;
    found.set(name, addressIn(balanced(block, block.indexOf('[', index)), name));
  }
  return found;
}

function addressIn(settings: string, name: string): Address {
  const pattern = /'path'\s*=>\s*'([^']*)'/.exec(settings)?.[1];
  if (pattern !== undefined) return (fields, file) => fill(pattern, fields, file);
  const slugOfField =
    /'path'\s*=>\s*function[^{]*\{\s*return '([^']*)'\s*\.\s*Str::slug\(\$page->get\('(\w+)'\)\)/.exec(
      settings,
    );
  if (slugOfField) return (fields) => `${slugOfField[1]}${slug(String(fields[slugOfField[2] ?? ''] ?? ''))}`;
  const replaced =
    /preg_replace\('\/(.*?)\/i?', '', \$page->getFilename\(\)\);\s*return "([^"$]*)\$slug"/.exec(settings);
  if (replaced)
    return (_fields, file) => `${replaced[2]}${file.replace(new RegExp(replaced[1] ?? '', 'gi'), '')}`;
  if (/'path'\s*=>\s*(?:static )?f(?:unctio)?n/.test(settings)) return () => undefined;
  return (_fields, file) => `${slug(name)}/${slug(file)}`;
}

function fill(pattern: string, fields: BuiltText['fields'], file: string): string {
  if (!pattern.includes('{')) return `${pattern}/${slug(file)}`;
  return pattern.replace(
    /\{([-_]?)(\w+)(?:\|([^}]*))?\}/g,
    (_whole, mark: string, key: string, format?: string) => {
      const value = key === 'filename' ? file : fields[key];
      if (format !== undefined && (value instanceof Date || /^\d{4}-\d\d-\d\d/.test(String(value))))
        return dated(new Date(value instanceof Date ? value : String(value)), format);
      const text = String(value ?? '');
      return mark === '' ? text : slug(text);
    },
  );
}

function dated(date: Date, format: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
  };
  return format.replace(/[Ymd]/g, (letter) => parts[letter] ?? letter);
}

function slug(text: string): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ascii
    .replace(/[^a-z0-9._\s-]/g, '')
    .replace(/[\s_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function pageAddress(below: string, name: string): string {
  const folder = below.includes('/') ? below.slice(0, below.lastIndexOf('/')) : '';
  return name === 'index' ? folder : `${folder}/${name}`;
}

function outputOf(address: string, file: string): string {
  const path = address.replace(/^\/+|\/+$/g, '').replace(/\/{2,}/g, '/');
  const extension = /\.blade\.(xml|json|js|txt|rss|atom|yml|yaml)$/.exec(file)?.[1];
  if (extension !== undefined) return `${path}.${extension}`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

function partsOf(text: string): { readonly fields: BuiltText['fields']; readonly body: string } {
  try {
    const { data, content } = matter(text, {});
    return { fields: data, body: content };
  } catch {
    const [, , body = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
    const lines = [...text.matchAll(/^(\w+):\s*['"]?(.*?)['"]?\s*$/gm)];
    return { fields: Object.fromEntries(lines.map(([, key = '', value = '']) => [key, value])), body };
  }
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

function balanced(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

function depthAt(text: string, end: number): number {
  let depth = 0;
  for (const letter of text.slice(0, end)) depth += letter === '[' ? 1 : letter === ']' ? -1 : 0;
  return depth;
}
