import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Parser } from 'htmlparser2';
import MarkdownIt from 'markdown-it';
import { check } from '../../src/cli/check.ts';
import { type BuiltSite, type BuiltText, readBuiltSite } from './built-site.ts';

/** A broken address: the file that it stands in, and the address as the page has it. */
export interface Broken {
  readonly file: string;
  readonly kind: 'image' | 'link';
  readonly address: string;
}

export interface LinkFigures {
  readonly said: readonly Broken[];
  readonly holds: readonly Broken[];
  /** What Copydesk says and the model doesn't, and the other way round. */
  readonly wrong: readonly Broken[];
  readonly missed: readonly Broken[];
}

/** Holds what Copydesk says of a site's images and links against the model. */
export async function compareLinks(root: string): Promise<LinkFigures> {
  const holds = brokenIn(readBuiltSite(root));
  const said = await saidOf(root);
  const without = (some: readonly Broken[], others: readonly Broken[]) => {
    const keys = new Set(others.map(keyOf));
    return some.filter((each) => !keys.has(keyOf(each)));
  };
  return { said, holds, wrong: without(said, holds), missed: without(holds, said) };
}

function keyOf({ file, kind, address }: Broken): string {
  return `${kind} ${file} ${address}`;
}

/** The addresses of images and links of the site itself for which there is nothing, from its files alone. */
function brokenIn(site: BuiltSite): readonly Broken[] {
  return unique(
    site.texts.flatMap((text) =>
      addressesOf(text, site)
        .filter(({ address }) => isBroken(address, text, site))
        .map(({ kind, address }) => ({ kind, address: normal(address), file: text.file })),
    ),
  );
}

type Found = Omit<Broken, 'file'>;

function addressesOf({ file, body, fields }: BuiltText, site: BuiltSite): readonly Found[] {
  const found: Found[] = [];
  const add = (kind: Found['kind'], address: string | undefined) => {
    const path = (address ?? '').trim();
    if (path !== '' && !/%7B%7B|\{\{|\{!!|<\?|@\w+\(/.test(path)) found.push({ kind, address: path });
  };
  for (const field of ['image', 'cover_image']) {
    const value = fields[field];
    if (typeof value === 'string' && site.printsField(field)) add('image', value);
  }
  const text = body
    .replace(/\{\{--[\s\S]*?--\}\}/g, '')
    .replace(/\{(?:\{|!!)\s*\$page->baseUrl\s*(?:\}|!!)\}/g, '');
  const html = /\.(?:md|markdown|mdown)$/.test(file) ? new MarkdownIt({ html: true }).render(text) : text;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const { src, href, poster, data, srcset, style } = attributes;
      if (tag === 'img' || tag === 'input') add('image', src);
      else add('link', src);
      if (tag !== 'base') add('link', href);
      if (tag === 'object') add('link', data);
      add('image', poster);
      for (const part of (srcset ?? '').split(/,\s/)) add('image', part.trim().split(/\s+/)[0]);
      for (const [, url] of (style ?? '').matchAll(/url\(["']?([^"')]*)/g)) add('image', url);
    },
  });
  parser.end(html);
  return found;
}

function isBroken(address: string, { output }: BuiltText, site: BuiltSite): boolean {
  const own = site.homes.find((home) => home !== '' && (address === home || address.startsWith(`${home}/`)));
  const local = own === undefined ? address : address.slice(own.length) || '/';
  if (/^(?:#|\?|\/\/|[a-z][a-z0-9+.-]*:)/i.test(local)) return false;
  // Where the page itself is isn't known: only an address of another site can't be one of this.
  if (!local.startsWith('/') && output === undefined) return false;
  const url = new URL(local, `https://site.example/${output ?? ''}`);
  const path = decoded(url.pathname).replace(/^\/+|\/+$/g, '');
  return !site.has(path) && !/(?:sitemap|feed|rss|index)\w*\.(?:xml|json)$/.test(path);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** An address without what Markdown parsers write in different ways. */
function normal(address: string): string {
  return decoded(address.trim().replaceAll('&amp;', '&').replaceAll('&quot;', '"')).replace(
    /\\([_*()~-])/g,
    '$1',
  );
}

const RULES =
  /^(?:image\/(?:not-found|wrong-case|relative-path|not-published)|link\/(?:not-found|wrong-case))$/;

/** What Copydesk says of them. */
async function saidOf(root: string): Promise<readonly Broken[]> {
  const { problems } = await check([root], 'local');
  const found: Broken[] = [];
  for (const { file, rule, start, end } of problems) {
    if (!RULES.test(rule)) continue;
    const lines = readFileSync(file, 'utf8').split(/\r\n|\n|\r/);
    const first = lines[start.line - 1] ?? '';
    const address = normal(
      start.line === end.line
        ? first.slice(start.column - 1, end.column - 1)
        : first.slice(start.column - 1) +
            lines
              .slice(start.line, end.line)
              .join('')
              .slice(0, end.column - 1),
    ).replace(/^\{(?:\{|!!)\s*\$page->baseUrl\s*(?:\}|!!)\}/, '');
    const path = relative(root, join(process.cwd(), file)).replaceAll('\\', '/');
    found.push({ file: path, kind: rule.startsWith('image/') ? 'image' : 'link', address });
  }
  return unique(found);
}

function unique(some: readonly Broken[]): readonly Broken[] {
  return [...new Map(some.map((each) => [keyOf(each), each])).values()];
}
