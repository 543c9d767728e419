import { attributeList } from './attributes.ts';
import type { SourceText } from './source-text.ts';

/** How many parentheses may stand in each other in an address. */
const deepest = 3;
/** No title is longer (UTF-16 units): a quote without its end must not cost a search through all the text. */
const longestTitle = 10_000;

/** What stands in the parentheses of a link or an image, and behind them. */
export interface Target {
  readonly end: number;
  readonly address: SourceText;
  readonly title: SourceText | undefined;
  /** The attribute list behind it, braces included. */
  readonly attributes: string | undefined;
}

const title = /(["'])([\s\S]*?)\1[ \n]*\)/y;
const attributes = new RegExp(` ?(${attributeList})`, 'y');

/**
 * Reads `(address "title"){.class}` at `open`, where the parenthesis is.
 * @param bracketed matches an address in angle brackets, sticky, the address in its first group.
 */
export function readTarget(text: SourceText, open: number, bracketed: RegExp): Target | undefined {
  if (text.text[open] !== '(') return undefined;
  const start = skip(text.text, open + 1);
  bracketed.lastIndex = start;
  const inner = bracketed.exec(text.text)?.[1];
  if (inner !== undefined) {
    const end = start + inner.length + 2;
    const target = readRest(text, end, text.slice(start + 1, end - 1));
    if (target !== undefined) return target;
  }
  const end = addressEnd(text.text, start);
  return end < 0 ? undefined : readRest(text, end, text.slice(start, end));
}

function readRest(text: SourceText, from: number, address: SourceText): Target | undefined {
  const at = skip(text.text, from);
  if (text.text[at] === ')') return withAttributes(text, { end: at + 1, address, title: undefined });
  title.lastIndex = at;
  const match = title.exec(text.text.slice(0, at + longestTitle));
  if (match === null) return undefined;
  const [, , inner = ''] = match;
  return withAttributes(text, {
    end: title.lastIndex,
    address,
    title: text.slice(at + 1, at + 1 + inner.length),
  });
}

function withAttributes(text: SourceText, target: Omit<Target, 'attributes'>): Target {
  attributes.lastIndex = target.end;
  const list = attributes.exec(text.text)?.[1];
  return { ...target, end: list === undefined ? target.end : attributes.lastIndex, attributes: list };
}

/** Where an address ends that is written without brackets, or -1 when its parentheses don't fit. */
function addressEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') {
      if (++depth > deepest) return -1;
    } else if (character === ')') {
      if (depth-- === 0) return at;
    } else if (/[ \t\n\v\f\r]/.test(character)) {
      return depth === 0 ? at : -1;
    }
  }
  return -1;
}

function skip(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n') at++;
  return at;
}

const label = / ?(?:\n *)?\[([^\]]*)\]/y;

/** Reads `[label]` behind a closing bracket, maybe on the next line. */
export function readLabel(
  text: string,
  close: number,
): { readonly end: number; readonly label: string } | undefined {
  label.lastIndex = close + 1;
  const match = label.exec(text);
  return match === null ? undefined : { end: label.lastIndex, label: match[1] ?? '' };
}
