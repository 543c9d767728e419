import { message } from '../text/message.ts';
import { Unknown } from './unknown.ts';

/**
 * A file that the site should serve: its path below the web root, and the path as written, both decoded and without
 * query and fragment.
 */
export interface LocalTarget {
  readonly kind: 'local';
  readonly path: string;
  readonly written: string;
}

/** What an address in a post leads to on the built site. */
export type Target =
  | LocalTarget
  /** Somewhere else on the web. */
  | { readonly kind: 'remote' }
  /** A place on the page itself, or data within the address. */
  | { readonly kind: 'inline' }
  /** `mailto:`, `tel:` and the like: nothing to serve. */
  | { readonly kind: 'other' }
  /** Nothing is written. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'unknown'; readonly why: Unknown };

const TEMPLATE = /\{\{|\{!!|<\?|@\w+\(/;

/** `{{ $page->baseUrl }}` and its spellings at the start of an address: what follows is relative to the web root. */
export const BASE_URL = /^\{(?:\{|!!)\s*\$(?:page|jigsaw)->baseUrl\s*(?:\}|!!)\}/;

/**
 * Resolves an address as a browser does on the built page. Jigsaw rewrites nothing: `/x.png` is below the web root,
 * and `x.png` is beside the *output* page, wherever the source file lies.
 * @param output the built page's path below the web root, such as `blog/my-post/index.html`, or undefined when it
 * isn't known.
 */
export function resolveAddress(address: string, output: string | undefined): Target {
  const trimmed = address.trim().replace(BASE_URL, '');
  if (TEMPLATE.test(trimmed)) {
    return { kind: 'unknown', why: new Unknown(message('This address is computed when the site is built.')) };
  }
  if (trimmed === '') return { kind: 'nowhere' };
  if (/^(?:https?:)?\/\//i.test(trimmed)) return { kind: 'remote' };
  if (/^(?:#|\?|data:)/i.test(trimmed)) return { kind: 'inline' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return { kind: 'other' };
  const path = decode(/^[^?#]*/.exec(trimmed)?.[0] ?? '');
  if (path.startsWith('/')) return { kind: 'local', path: resolvePath([], path), written: path };
  if (output === undefined) {
    return {
      kind: 'unknown',
      why: new Unknown(message('The address of this page isn’t known before the build.')),
    };
  }
  return { kind: 'local', path: resolvePath(output.split('/').slice(0, -1), path), written: path };
}

/** A path below a folder, its dots resolved. As the URL standard does it: a `..` at the web root stays there. */
export function resolvePath(folder: readonly string[], path: string): string {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
