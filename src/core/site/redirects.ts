import type { Node } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { SitePath } from './files.ts';

/** Files by which hosts answer at addresses that the site has no file for: Netlify's, Vercel's, Firebase's, Apache's. */
export const HOST_FILES: readonly string[] = [
  '_redirects',
  'netlify.toml',
  'vercel.json',
  'firebase.json',
  'staticwebapp.config.json',
  '.htaccess',
];

/**
 * Whether a host redirects or rewrites an address, as its files say.
 * @returns takes a path below the web root, without a slash in front. What can't be read of a file says nothing.
 */
export function readRedirects(files: readonly (readonly [SitePath, string])[]): (path: string) => boolean {
  const patterns = files.flatMap(([file, text]) => patternsIn(file.slice(file.lastIndexOf('/') + 1), text));
  return (path) => patterns.some((pattern) => pattern.test(`/${path}`) || pattern.test(`/${path}/`));
}

function patternsIn(name: string, text: string): readonly RegExp[] {
  if (name === '_redirects') return netlifyLines(text);
  if (name === 'netlify.toml') return netlifyTables(text);
  return name === '.htaccess' ? apacheLines(text) : jsonSources(text);
}

/** https://docs.netlify.com/routing/redirects: from, to, status. A status of 404 answers with a page of that kind. */
function netlifyLines(text: string): RegExp[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [from = '', ...rest] = line.trim().split(/\s+/);
    return from.startsWith('/') && !rest.some((part) => /^404!?$/.test(part)) ? [glob(from)] : [];
  });
}

function netlifyTables(text: string): RegExp[] {
  return text.split(/^\s*\[/m).flatMap((table) => {
    if (!/^\[redirects\]\]/.test(table) || /^\s*status\s*=\s*404\b/m.test(table)) return [];
    const from = /^\s*from\s*=\s*["']([^"'\n]*)["']/m.exec(table)?.[1];
    return from?.startsWith('/') ? [glob(from)] : [];
  });
}

/** The keys under which the hosts' JSON has the addresses that they answer at themselves. */
const SOURCES = new Set(['source', 'src', 'route', 'regex']);

function jsonSources(text: string): RegExp[] {
  const found: RegExp[] = [];
  const visit = (node: Node | undefined, isRule: boolean) => {
    const [key, value] = node?.type === 'property' ? (node.children ?? []) : [];
    if (isRule && SOURCES.has(String(key?.value)) && typeof value?.value === 'string')
      found.push(glob(value.value));
    const rules = isRule || /^(?:redirects|rewrites|routes)$/.test(String(key?.value ?? ''));
    for (const child of node?.children ?? []) visit(child, rules);
  };
  visit(parseTree(text), false);
  return found;
}

/** https://httpd.apache.org/docs/current/mod/mod_alias.html and mod_rewrite.html */
function apacheLines(text: string): RegExp[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [directive = '', ...rest] = line.trim().split(/\s+/);
    const [first = '', second = ''] =
      rest[0] !== undefined && /^(?:\d{3}|permanent|temp|seeother|gone)$/.test(rest[0])
        ? rest.slice(1)
        : rest;
    switch (directive.toLowerCase()) {
      case 'redirect':
      case 'redirectpermanent':
      case 'redirecttemp':
        return first.startsWith('/') ? [new RegExp(`^${literal(first)}(?:/|$)`)] : [];
      case 'redirectmatch':
        return pattern(first);
      case 'rewriterule':
        // One that sends everything elsewhere chooses the host or the scheme.
        return /^https?:\/\/|^-$/.test(second) && /^\^?\(?\.[*+]\)?\$?$/.test(first)
          ? []
          : pattern(first.replace(/^\^/, '^/'));
      default:
        return [];
    }
  });
}

function pattern(source: string): RegExp[] {
  try {
    return source === '' ? [] : [new RegExp(source)];
  } catch {
    return []; // Perl's regular expressions know more than these.
  }
}

/** `/blog/*`, `/blog/:slug`, `/blog/:path*`, `/blog/**`, `/blog/(.*)`: what a part in them stands for is not looked at. */
function glob(source: string): RegExp {
  const parts = source.split(/(:\w+\*?|\([^)]*\)[*?]?|\*+)/);
  const body = parts.map((part, index) => {
    if (index % 2 === 0) return literal(part);
    return /^:\w+$/.test(part) ? '[^/]+' : '.*';
  });
  return new RegExp(`^/?${body.join('').replace(/^\//, '')}$`);
}

function literal(text: string): string {
  return text.replace(/[^\w/]/g, '\\$&');
}
