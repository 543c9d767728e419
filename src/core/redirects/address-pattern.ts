import { RE2JS } from 're2js';

/** Which addresses a rule of a host takes; all start with a slash. */
export type AddressPattern =
  /** This one, with a slash at its end or without. */
  | { readonly kind: 'address'; readonly address: string }
  /** This one and all below it. */
  | { readonly kind: 'below'; readonly address: string }
  /** `/blog/*`, `/blog/:slug`, `/blog/:path*`, `/blog/**`, `/blog/(.*)`. */
  | { readonly kind: 'glob'; readonly glob: string }
  /** A regular expression that finds something in the address. */
  | { readonly kind: 'regexp'; readonly source: string };

/** The longest address and the longest pattern that are looked at, in UTF-16 code units. */
const LONGEST = 500;

/** How many instructions all patterns together may compile to: each address takes time by their number. */
const MOST_INSTRUCTIONS = 10_000;

/**
 * Whether an address is one of those that patterns name. They come with the site, and so from anybody: they are
 * matched in linear time, as RE2 does it. A pattern that can't be read so, and those beyond what time allows, may take
 * any address.
 * @returns takes a path below the web root, without a slash in front.
 */
export function addressMatcher(patterns: readonly AddressPattern[]): (path: string) => boolean {
  const addresses = new Set<string>();
  const compiled: RE2JS[] = [];
  let left = MOST_INSTRUCTIONS;
  for (const pattern of patterns) {
    if (pattern.kind === 'address') {
      addresses.add(withoutSlash(pattern.address));
      continue;
    }
    const matcher = left > 0 ? compile(pattern) : undefined;
    if (!matcher) return () => true;
    left -= matcher.programSize();
    compiled.push(matcher);
  }
  return (path) => {
    const address = withoutSlash(`/${path}`);
    if (address.length > LONGEST || addresses.has(address)) return true;
    return compiled.some((each) => each.test(address) || each.test(`${address}/`));
  };
}

/** An address as hosts write it, with stars, names and groups where it is a pattern. */
export function patternOf(written: string): AddressPattern {
  const address = withSpaces(written.startsWith('/') ? written : `/${written}`);
  return /[:*(]/.test(address) ? { kind: 'glob', glob: address } : { kind: 'address', address };
}

/** A regular expression that takes one address, with a slash at its end or without. */
export function toRegExp(address: string): string {
  return `^${withoutSlash(address).replace(/[.*+?^$()|[\]{}\\]/g, '\\$&')}/?$`;
}

/** A regular expression as a pattern: one that takes a single address is that address. */
export function fromRegExp(source: string): AddressPattern {
  if (source.startsWith('^/') && source.endsWith('$')) {
    const address = source.slice(1, -1).replace(/\/\?$/, '');
    if (/^(?:\\\W|[^"\\$?*+()[\]{}|^])+$/.test(address))
      return { kind: 'address', address: address.replace(/\\(\W)/g, '$1') };
  }
  return { kind: 'regexp', source };
}

/** An address with the spaces that it has codes for. */
export function withSpaces(address: string): string {
  return address.replaceAll('%20', ' ');
}

/** An address without a slash at its end, as hosts compare them. */
export function withoutSlash(address: string): string {
  return address.length > 1 && address.endsWith('/') ? address.slice(0, -1) : address;
}

/** @returns undefined when it can't be read, or is longer than any that a person writes. */
function compile(pattern: Exclude<AddressPattern, { readonly kind: 'address' }>): RE2JS | undefined {
  const source = sourceOf(pattern);
  if (source.length > LONGEST) return undefined;
  try {
    return RE2JS.compile(source);
  } catch {
    return undefined;
  }
}

function sourceOf(pattern: Exclude<AddressPattern, { readonly kind: 'address' }>): string {
  switch (pattern.kind) {
    case 'below':
      return `^${RE2JS.quote(withoutSlash(pattern.address))}(?:/|$)`;
    case 'glob':
      return fromGlob(pattern.glob);
    case 'regexp':
      return pattern.source;
  }
}

/** What a part of a glob stands for is not looked at. */
function fromGlob(glob: string): string {
  const parts = glob.split(/(:\w+\*?|\([^()]*\)[*?]?|\*+)/);
  const body = parts.map((part, index) => {
    if (index % 2 === 0) return RE2JS.quote(part);
    return /^:\w+$/.test(part) ? '[^/]+' : '.*';
  });
  return `^${body.join('')}$`;
}
