import { type CssImport, cssImports, replaceCssUrls } from '../css/css-urls.ts';
import type { Lead } from './addresses.ts';

/** What reads and resolves the style sheets of a build. */
export interface StyleSource {
  /** What an address leads to that stands in this file. */
  lead(address: string, from: string): Lead;
  /** A style sheet's text, given its path below the build's folder; undefined when it isn't there. */
  read(path: string): Promise<string | undefined>;
  /** The address under which the preview's page gets a file of the build. */
  addressOf(path: string): string;
  /** Told of each style sheet of another website, which is left out. */
  onRemote(address: string): void;
}

/** Style sheets that import each other without end stop here. */
const DEEPEST = 8;

/** What a browser fetches nothing for. */
const NOWHERE = 'about:invalid';

/**
 * A style sheet as it can stand in the preview's page: addresses are those under which the page gets the build's
 * files, what other websites have is taken out, and imported sheets stand where they are imported.
 * @param from the file in which the text stands.
 */
export async function styleFor(css: string, from: string, source: StyleSource, depth = 0): Promise<string> {
  const parts: string[] = [];
  let done = 0;
  for (const rule of cssImports(css)) {
    parts.push(withAddresses(css.slice(done, rule.span.start), from, source));
    parts.push(await imported(rule, from, source, depth));
    done = rule.span.end;
  }
  return parts.join('') + withAddresses(css.slice(done), from, source);
}

function withAddresses(css: string, from: string, source: StyleSource): string {
  return replaceCssUrls(css, (address) => addressFor(address, from, source));
}

function addressFor(address: string, from: string, source: StyleSource): string {
  const lead = source.lead(address, from);
  if (lead.kind === 'own') return source.addressOf(lead.path) + lead.rest.replace(/^\?[^#]*/, '');
  if (lead.kind === 'remote') return NOWHERE;
  return /^\s*(?:data:|#)/i.test(address) ? address : NOWHERE;
}

/** An imported sheet in the place of its `@import`, under the layer, the features and the media that it is for. */
async function imported(
  { address, conditions }: CssImport,
  from: string,
  source: StyleSource,
  depth: number,
): Promise<string> {
  if (address === '') return '';
  const lead = source.lead(address, from);
  if (lead.kind === 'remote') source.onRemote(address);
  if (lead.kind !== 'own' || depth >= DEEPEST) return '';
  const css = await source.read(lead.path);
  return css === undefined ? '' : under(conditions, await styleFor(css, lead.path, source, depth + 1));
}

function under(conditions: string, css: string): string {
  const { layer, name, supports, media } =
    /^(?<layer>layer(?:\((?<name>[^)]*)\))?(?![\w-]))?\s*(?:supports\((?<supports>(?:[^()]|\([^()]*\))*)\))?\s*(?<media>[\s\S]*)$/i.exec(
      conditions,
    )?.groups ?? {};
  let wrapped = media ? `@media ${media}{${css}}` : css;
  if (supports) wrapped = `@supports ${supports.includes(':') ? `(${supports})` : supports}{${wrapped}}`;
  return layer ? `@layer ${name ?? ''}{${wrapped}}` : wrapped;
}
