import { message } from '../text/message.ts';
import { type Home, NO_HOME } from './home.ts';
import { percentDecode } from './percent-encoding.ts';
import { Unknown } from './unknown.ts';

/**
 * Something that the site itself should serve: its path below the web root, and the path as written, both decoded and
 * without query and fragment.
 */
export interface LocalTarget {
  readonly kind: 'local';
  readonly path: string;
  readonly written: string;
  /** What follows `#`, decoded; undefined when there is none. */
  readonly fragment: string | undefined;
}

/** What an address in a post leads to on the built site. */
export type Target =
  | LocalTarget
  /** Somewhere else on the web: the whole address, with its scheme. */
  | { readonly kind: 'remote'; readonly url: string }
  /** A place on the page itself (its fragment, decoded), or data within the address. */
  | { readonly kind: 'inline'; readonly fragment: string | undefined }
  /** `mailto:`, `tel:` and the like: nothing to serve. */
  | { readonly kind: 'other' }
  /** Nothing is written. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'unknown'; readonly why: Unknown };

const TEMPLATE = /\{\{|\{!!|<\?|@\w+\(/;

/** `{{ $page->baseUrl }}` and its spellings at the start of an address: the config says what stands there. */
const BASE_URL = /^\{(?:\{|!!)\s*\$(?:page|jigsaw)->baseUrl\s*(?:\}|!!)\}/;

/**
 * Resolves an address as a browser does on the built page. Jigsaw rewrites nothing: `/x.png` is below the web root,
 * and `x.png` is beside the *output* page, wherever the source file lies.
 * @param output the built page's path below the web root, such as `blog/my-post/index.html`, or undefined when it
 * isn't known.
 * @param home where the site is on the web, as `homeOf` gives it: absolute addresses there are the site's own.
 */
export function resolveAddress(address: string, output: string | undefined, home: Home = NO_HOME): Target {
  const trimmed = address.trim();
  const rest = trimmed.replace(BASE_URL, '');
  if (TEMPLATE.test(rest)) return computed();
  if (rest === trimmed) return resolvePlain(trimmed, output, home);
  // Without a slash between, what is built depends on whether the site's own address ends in one.
  if (/^(?:$|[/#?])/.test(rest))
    return resolvePlain(rest.startsWith('/') ? rest : `/${rest}`, output, NO_HOME);
  return home.endsInSlash ? resolvePlain(`/${rest}`, output, NO_HOME) : computed();
}

function resolvePlain(written: string, output: string | undefined, home: Home): Target {
  const address = withSlashes(written);
  if (address === '') return { kind: 'nowhere' };
  if (/^(?:https?:)?\/\//i.test(address)) {
    const url = address.startsWith('//') ? `https:${address}` : address;
    const own = home.pathOf(url);
    return own === undefined ? { kind: 'remote', url } : local(own, []);
  }
  if (/^(?:#|\?)/.test(address)) return { kind: 'inline', fragment: fragmentOf(address) };
  if (/^data:/i.test(address)) return { kind: 'inline', fragment: undefined };
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return { kind: 'other' };
  if (address.startsWith('/')) return local(home.withoutBase(address), []);
  if (output !== undefined) return local(address, output.split('/').slice(0, -1));
  const why = new Unknown(message('The address of this page isn’t known before the build.'));
  return { kind: 'unknown', why };
}

/** To a browser a backslash in a path is a slash. */
function withSlashes(address: string): string {
  const hasOtherScheme = /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(address);
  return hasOtherScheme ? address : address.replace(/^[^?#]*/, (path) => path.replaceAll('\\', '/'));
}

/** Whether an address is that of a file on the writer's own computer, `file:///x.png` or `C:\x.png`. */
export function isOnOwnComputer(address: string): boolean {
  return /^\s*(?:file:|[a-z]:[\\/])/i.test(address);
}

function computed(): Target {
  return { kind: 'unknown', why: new Unknown(message('This address is computed when the site is built.')) };
}

function local(address: string, folder: readonly string[]): LocalTarget {
  const written = percentDecode(/^[^?#]*/.exec(address)?.[0] ?? '');
  const path = resolvePath(written.startsWith('/') ? [] : folder, written);
  return { kind: 'local', path, written, fragment: fragmentOf(address) };
}

function fragmentOf(address: string): string | undefined {
  const at = address.indexOf('#');
  return at === -1 ? undefined : percentDecode(address.slice(at + 1));
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
