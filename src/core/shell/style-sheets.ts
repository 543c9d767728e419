import { type CSSToken, isTokenEOF, TokenType, tokenize } from '@csstools/css-tokenizer';
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
  if (!/url|@import|image-set|src\(|\\/i.test(css)) return css;
  const tokens = tokenize({ css });
  const parts: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || isTokenEOF(token)) continue;
    if (token[0] === TokenType.AtKeyword && token[4].value.toLowerCase() === 'import') {
      const end = tokens.findIndex(([type], index) => index > at && type === TokenType.Semicolon);
      const last = end < 0 ? tokens.length : end;
      parts.push(await imported(tokens.slice(at + 1, last), from, source, depth));
      at = last;
    } else {
      parts.push(withAddress(tokens, at, from, source));
    }
  }
  return parts.join('');
}

/** One token, with another address where it is one. */
function withAddress(tokens: readonly CSSToken[], at: number, from: string, source: StyleSource): string {
  const token = tokens[at];
  if (token === undefined) return '';
  if (token[0] === TokenType.URL) return `url(${quoted(addressFor(token[4].value, from, source))})`;
  if (token[0] === TokenType.String && isAddress(tokens, at)) {
    return quoted(addressFor(token[4].value, from, source));
  }
  return token[1];
}

/** Whether a string is what `url(…)`, `src(…)` or `image-set(…)` begins with or holds. */
function isAddress(tokens: readonly CSSToken[], at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) return false;
    const [type] = token;
    if (type === TokenType.CloseParen) depth += 1;
    if (type === TokenType.Semicolon || type === TokenType.OpenCurly) return false;
    if (type !== TokenType.Function && type !== TokenType.OpenParen) continue;
    if (depth > 0) depth -= 1;
    else
      return (
        token[0] === TokenType.Function && /^(?:url|src|(?:-webkit-)?image-set|image)$/i.test(token[4].value)
      );
  }
  return false;
}

function addressFor(address: string, from: string, source: StyleSource): string {
  const lead = source.lead(address, from);
  if (lead.kind === 'own') return source.addressOf(lead.path) + lead.rest.replace(/^\?[^#]*/, '');
  if (lead.kind === 'remote') return NOWHERE;
  return /^\s*(?:data:|#)/i.test(address) ? address : NOWHERE;
}

/** An imported sheet in the place of its `@import`, under the layer, the features and the media that it is for. */
async function imported(
  prelude: readonly CSSToken[],
  from: string,
  source: StyleSource,
  depth: number,
): Promise<string> {
  const start = prelude.findIndex(([type]) => type === TokenType.URL || type === TokenType.String);
  const token = prelude[start];
  if (token === undefined || (token[0] !== TokenType.URL && token[0] !== TokenType.String)) return '';
  const lead = source.lead(token[4].value, from);
  if (lead.kind === 'remote') source.onRemote(token[4].value);
  if (lead.kind !== 'own' || depth >= DEEPEST) return '';
  const css = await source.read(lead.path);
  if (css === undefined) return '';
  const behind = prelude.slice(start + 1);
  // `url("…")` is a function, whose parenthesis closes behind the string.
  if (prelude.slice(0, start).some(([type]) => type === TokenType.Function)) {
    behind.splice(0, behind.findIndex(([type]) => type === TokenType.CloseParen) + 1);
  }
  const conditions = behind
    .map(([, written]) => written)
    .join('')
    .trim();
  return under(conditions, await styleFor(css, lead.path, source, depth + 1));
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

function quoted(address: string): string {
  return `"${address.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
