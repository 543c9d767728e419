import { type Span, span } from '../../../text/span.ts';

/** The closing partner of each opening bracket. */
const PARTNERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * The offset of the parenthesis that closes the one at `open`, past strings and comments as PHP's tokenizer sees
 * them (Laravel's `hasEvenNumberOfParentheses`); undefined when none does.
 */
export function closingParenthesis(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at;
    } else at = skip(text, at, text.length) - 1;
  }
  return undefined;
}

/** Where a piece of PHP ends: at the next `?>` that stands in no string, or with the text. */
export function endOfPhp(text: string, start: number): number {
  let at = start;
  while (at < text.length && !(text[at] === '?' && text[at + 1] === '>')) at = skip(text, at, text.length);
  return at;
}

/** Where the string or comment that starts at an offset ends; the next offset if none does. */
function skip(text: string, at: number, limit: number): number {
  const character = text[at];
  if (character === "'" || character === '"') {
    let end = at + 1;
    while (end < limit && text[end] !== character) end += text[end] === '\\' ? 2 : 1;
    return Math.min(end + 1, limit);
  }
  if (character === '/' && text[at + 1] === '*') {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? limit : Math.min(end + 2, limit);
  }
  if (character === '#' || (character === '/' && text[at + 1] === '/')) {
    // A comment to the end of the line, unless the PHP ends before.
    let end = at + 1;
    while (end < limit && text[end] !== '\n' && !(text[end] === '?' && text[end + 1] === '>')) end += 1;
    return end;
  }
  return at + 1;
}

/** The arguments between two offsets, split at the commas that stand in no bracket; each trimmed, none empty. */
export function splitArguments(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  const closers: string[] = [];
  let from = start;
  for (let at = start; at < end; ) {
    const character = text[at] ?? '';
    const partner = PARTNERS[character];
    if (partner) closers.push(partner);
    else if (character === closers.at(-1)) closers.pop();
    else if (character === ',' && closers.length === 0) {
      parts.push(span(from, at));
      from = at + 1;
    }
    at = skip(text, at, end);
  }
  parts.push(span(from, end));
  return parts.map((part) => trimmed(text, part)).filter((part) => part.start < part.end);
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return span(from, to);
}

/**
 * The text of an argument that is one literal string, with the span between its quotes.
 * @returns undefined for anything that PHP would compute.
 */
export function literal(
  text: string,
  where: Span,
): { readonly value: string; readonly span: Span } | undefined {
  const quote = text[where.start];
  if (quote !== "'" && quote !== '"') return undefined;
  if (where.end - where.start < 2 || skip(text, where.start, where.end) !== where.end) return undefined;
  if (text[where.end - 1] !== quote) return undefined;
  const inner = span(where.start + 1, where.end - 1);
  const source = text.slice(inner.start, inner.end);
  if (quote === '"' && /[$\\]/.test(source)) return undefined;
  return { value: source.replace(/\\([\\'])/g, '$1'), span: inner };
}

/** The items of an argument that is a list in brackets; undefined for anything else. */
export function listItems(text: string, { start, end }: Span): readonly Span[] | undefined {
  if (text[start] !== '[' || text[end - 1] !== ']') return undefined;
  return splitArguments(text, span(start + 1, end - 1));
}
