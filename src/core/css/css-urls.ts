import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';
import { type Span, span } from '../text/span.ts';

/** An address in CSS that stands in `url(…)`, with quotes or without. */
export interface CssUrl {
  /** From `url` to the parenthesis behind it. */
  readonly span: Span;
  /** The address as it is written, without the quotes. */
  readonly addressSpan: Span;
}

/** The addresses in CSS, in order: of a style sheet, or of a `style` attribute. One that isn't closed is none. */
export function cssUrls(css: string): readonly CssUrl[] {
  if (!/url\(/i.test(css)) return [];
  const found: CssUrl[] = [];
  const tokens = tokenize({ css });
  for (const [index, token] of tokens.entries()) {
    const url = token[0] === TokenType.URL ? unquoted(token) : quoted(token, tokens, index + 1);
    if (url) found.push(url);
  }
  return found;
}

/** CSS with something else in the place of some of its addresses. @param replace returns undefined for one that stays */
export function replaceCssUrls(css: string, replace: (address: string) => string | undefined): string {
  let [text, done] = ['', 0];
  for (const url of cssUrls(css)) {
    const instead = replace(css.slice(url.addressSpan.start, url.addressSpan.end));
    if (instead === undefined) continue;
    text += `${css.slice(done, url.span.start)}url("${instead}")`;
    done = url.span.end;
  }
  return text + css.slice(done);
}

/** `url( /a.png )`: white space around the address is none of it. */
function unquoted([, text, start, last]: CSSToken): CssUrl | undefined {
  if (!text.endsWith(')')) return undefined;
  const inside = text.slice('url('.length, -1);
  const from = start + 'url('.length + inside.length - inside.trimStart().length;
  return { span: span(start, last + 1), addressSpan: span(from, from + inside.trim().length) };
}

/** `url("/a.png")`: a function, a string and a parenthesis. @param from where the function's inside starts */
function quoted(token: CSSToken, tokens: readonly CSSToken[], from: number): CssUrl | undefined {
  if (token[0] !== TokenType.Function || token[4].value.toLowerCase() !== 'url') return undefined;
  const string = afterSpace(tokens, from);
  const close = string && afterSpace(tokens, string.index + 1);
  if (string?.token[0] !== TokenType.String || close?.token[0] !== TokenType.CloseParen) return undefined;
  const [, , start, last] = string.token;
  return { span: span(token[2], close.token[3] + 1), addressSpan: span(start + 1, last) };
}

/** The next token but for white space, which the tokenizer makes one token of. */
function afterSpace(
  tokens: readonly CSSToken[],
  from: number,
): { readonly token: CSSToken; readonly index: number } | undefined {
  const index = tokens[from]?.[0] === TokenType.Whitespace ? from + 1 : from;
  const token = tokens[index];
  return token && { token, index };
}
