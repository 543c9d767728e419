import type { Node } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { tooDeep } from '../config/depth.ts';
import { type AddressPattern, addressMatcher } from '../redirects/address-pattern.ts';
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
  return addressMatcher(
    files.flatMap(([file, text]) => patternsIn(file.slice(file.lastIndexOf('/') + 1), text)),
  );
}

function patternsIn(name: string, text: string): readonly AddressPattern[] {
  if (name === '_redirects') return netlifyLines(text);
  if (name === 'netlify.toml') return netlifyTables(text);
  return name === '.htaccess' ? apacheLines(text) : jsonSources(text);
}

/** https://docs.netlify.com/routing/redirects: from, to, status. A status of 404 answers with a page of that kind. */
function netlifyLines(text: string): AddressPattern[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [from = '', ...rest] = line.trim().split(/\s+/);
    return from.startsWith('/') && !rest.some((part) => /^404!?$/.test(part)) ? [glob(from)] : [];
  });
}

function netlifyTables(text: string): AddressPattern[] {
  return text.split(/^[ \t]*\[/m).flatMap((table) => {
    if (!/^\[redirects\]\]/.test(table) || /^[ \t]*status[ \t]*=[ \t]*404\b/m.test(table)) return [];
    const from = /^[ \t]*from[ \t]*=[ \t]*["']([^"'\n]*)["']/m.exec(table)?.[1];
    return from?.startsWith('/') ? [glob(from)] : [];
  });
}

/** The keys under which the hosts' JSON has the addresses that they answer at themselves. */
const SOURCES = new Set(['source', 'src', 'route', 'regex']);

function jsonSources(text: string): AddressPattern[] {
  if (tooDeep(text)) return [];
  const found: AddressPattern[] = [];
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
function apacheLines(text: string): AddressPattern[] {
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
        return first.startsWith('/') ? [{ kind: 'below', address: first }] : [];
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

function pattern(source: string): AddressPattern[] {
  return source === '' ? [] : [{ kind: 'regexp', source }];
}

function glob(source: string): AddressPattern {
  const address = source.startsWith('/') ? source : `/${source}`;
  return /[:*(]/.test(address) ? { kind: 'glob', glob: address } : { kind: 'address', address };
}
