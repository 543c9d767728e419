import {
  type CSSToken,
  isTokenEOF,
  type TokenString,
  TokenType,
  type TokenURL,
  tokenize,
} from '@csstools/css-tokenizer';
import { type Span, span } from '../text/span.ts';

/** An address in CSS: in `url(…)`, with quotes or without, or a text in `src(…)` and `image-set(…)`. */
export interface CssUrl {
  /** What another address takes the place of: all of `url(/a.png)`, or a text with its quotes. */
  readonly span: Span;
  /** The address as it is written, without quotes. */
  readonly addressSpan: Span;
  /** The address as CSS means it, its escapes resolved. */
  readonly address: string;
  readonly quoted: boolean;
}

/** An `@import`. */
export interface CssImport {
  /** With the semicolon at its end. */
  readonly span: Span;
  readonly address: string;
  /** The layer, the features and the media that it is for, as they are written. */
  readonly conditions: string;
}

/** Functions whose texts are addresses. */
const FUNCTIONS = /^(?:url|src|(?:-webkit-)?image-set|image)$/i;

/** Most CSS has neither. A backslash may hide a letter: `\75 rl(`. */
const MAY_HOLD_URL = /url\(|image(?:-set)?\(|src\(|\\/i;
const MAY_HOLD_IMPORT = /@(?:import|[\w-]*\\)/i;

/**
 * The addresses in CSS, in order: of a style sheet, or of a `style` attribute. As in browsers, the end of the text
 * closes what is open.
 */
export function cssUrls(css: string): readonly CssUrl[] {
  if (!MAY_HOLD_URL.test(css)) return [];
  const found: CssUrl[] = [];
  let open: (string | undefined)[] = [];
  for (const token of tokenize({ css })) {
    if (token[0] === TokenType.URL) found.push(unquoted(token));
    else if (token[0] === TokenType.String) {
      if (FUNCTIONS.test(open.at(-1) ?? '')) found.push(quoted(token));
    } else open = opened(open, token);
  }
  return found;
}

/** CSS with something else in the place of some of its addresses. @param replace returns undefined for one that stays */
export function replaceCssUrls(css: string, replace: (address: string) => string | undefined): string {
  let [text, done] = ['', 0];
  for (const { span: where, address, quoted: hasQuotes } of cssUrls(css)) {
    const instead = replace(address);
    if (instead === undefined) continue;
    text += css.slice(done, where.start) + (hasQuotes ? inQuotes(instead) : `url(${inQuotes(instead)})`);
    done = where.end;
  }
  return text + css.slice(done);
}

/** The `@import` rules in CSS, in order. */
export function cssImports(css: string): readonly CssImport[] {
  if (!MAY_HOLD_IMPORT.test(css)) return [];
  const found: CssImport[] = [];
  const tokens = tokenize({ css });
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.[0] !== TokenType.AtKeyword || token[4].value.toLowerCase() !== 'import') continue;
    let last = at;
    while (last < tokens.length - 1 && tokens[last]?.[0] !== TokenType.Semicolon) last++;
    found.push(readImport(tokens.slice(at, last), span(token[2], endOf(tokens[last], css))));
    at = last;
  }
  return found;
}

/** An address as a text of CSS. */
function inQuotes(address: string): string {
  return `"${address.replace(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/** The functions and brackets that are open behind a token; brackets have no name. */
function opened(open: (string | undefined)[], token: CSSToken): (string | undefined)[] {
  switch (token[0]) {
    case TokenType.Function:
      open.push(token[4].value);
      return open;
    case TokenType.OpenParen:
      open.push(undefined);
      return open;
    case TokenType.CloseParen:
      open.pop();
      return open;
    case TokenType.Semicolon:
    case TokenType.OpenCurly:
      return [];
    default:
      return open;
  }
}

/** `url( /a.png )`: white space around the address is none of it. */
function unquoted([, text, start, , { value }]: TokenURL): CssUrl {
  const opener = text.indexOf('(') + 1;
  const inside = text.slice(opener, text.endsWith(')') ? -1 : undefined);
  const from = start + opener + inside.length - inside.trimStart().length;
  return {
    span: span(start, start + text.length),
    addressSpan: span(from, from + inside.trim().length),
    address: value,
    quoted: false,
  };
}

function quoted([, text, start, , { value }]: TokenString): CssUrl {
  const end = start + text.length;
  const isClosed = text.length > 1 && text.endsWith(text.charAt(0));
  return {
    span: span(start, end),
    addressSpan: span(start + 1, isClosed ? end - 1 : end),
    address: value,
    quoted: true,
  };
}

function endOf(token: CSSToken | undefined, css: string): number {
  return token === undefined || isTokenEOF(token) ? css.length : token[3] + 1;
}

/** @param tokens from `@import` up to its end. */
function readImport(tokens: readonly CSSToken[], whole: Span): CssImport {
  const start = tokens.findIndex(([type]) => type === TokenType.URL || type === TokenType.String);
  const token = tokens[start];
  const address = token?.[0] === TokenType.URL || token?.[0] === TokenType.String ? token[4].value : '';
  const behind = tokens.slice(start + 1);
  // `url("…")` is a function, whose parenthesis closes behind the text.
  if (tokens.slice(0, start).some(([type]) => type === TokenType.Function))
    behind.splice(0, behind.findIndex(([type]) => type === TokenType.CloseParen) + 1);
  const conditions = behind.map(([, written]) => written).join('');
  return { span: whole, address, conditions: start < 0 ? '' : conditions.trim() };
}
