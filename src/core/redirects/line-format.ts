import { eolOf } from '../text/eol.ts';
import { type AddressPattern, addressMatcher } from './address-pattern.ts';
import {
  isSameAddress,
  type Redirect,
  type RedirectFormat,
  type RedirectRule,
  toRedirect,
} from './redirect-format.ts';

/** How a format writes rules, each on a line of its own. */
export interface LineStyle {
  /** What a line says; undefined where it is no rule. */
  readonly read: (line: string) => LineRule | undefined;
  /** Whether a line is none that such a file has. */
  readonly isForeign: (line: string) => boolean;
  readonly write: (redirect: Redirect) => string;
  /** The line in front of which new ones must stand, if there is one. */
  readonly before?: RegExp;
  readonly indent?: string;
}

export interface LineRule extends RedirectRule {
  /** Where `to` stands in the line. */
  readonly toStart: number;
  /** Whether its place among the others means nothing, as the host asks it before them or after. */
  readonly isApart?: boolean;
}

interface FoundLine {
  readonly rule: LineRule;
  readonly start: number;
  /** Where the next line starts. */
  readonly end: number;
}

/** A format of lines, each of which is read by itself. */
export function lineFormat(style: LineStyle): RedirectFormat {
  const linesFrom = (text: string, from: string) =>
    find(text, style).filter(({ rule }) => isSameAddress(toRedirect(rule)?.from ?? '', from));
  return {
    read: (text) => find(text, style).map(({ rule: { from, to } }) => ({ from, to })),
    // A line that ends with a backslash goes on in the next.
    isWritable: (text) =>
      !text
        .replace(/\\(?:\r\n|\n|\r)/g, ' ')
        .split(/\r\n|\n|\r/)
        .some(style.isForeign),
    set(text, redirect) {
      const [line] = linesFrom(text, redirect.from);
      if (!line) return insert(text, style, redirect);
      const start = line.start + line.rule.toStart;
      return text.slice(0, start) + redirect.to + text.slice(start + (line.rule.to ?? '').length);
    },
    remove: (text, from) =>
      linesFrom(text, from).reduceRight((now, { start, end }) => now.slice(0, start) + now.slice(end), text),
  };
}

function find(text: string, { read }: LineStyle): readonly FoundLine[] {
  const found: FoundLine[] = [];
  for (const { index, 0: whole, 1: line = '' } of text.matchAll(/([^\r\n]+)(?:\r\n|\n|\r|$)/g)) {
    const rule = read(line);
    if (rule) found.push({ rule, start: index, end: index + whole.length });
  }
  return found;
}

/** Writes a rule in front of those that would take its address first, or else at the end. */
function insert(text: string, style: LineStyle, redirect: Redirect): string {
  const { before, indent = '', write } = style;
  const eol = eolOf(text);
  const rival = find(text, style).find(({ rule }) => !rule.isApart && takes(rule.from, redirect.from));
  const at = Math.min(rival?.start ?? Infinity, before?.exec(text)?.index ?? Infinity);
  if (at !== Infinity) return `${text.slice(0, at)}${indent}${write(redirect)}${eol}${text.slice(at)}`;
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  return `${text}${isOpen ? eol : ''}${write(redirect)}${eol}`;
}

/** Whether a rule's pattern takes an address. */
function takes(pattern: AddressPattern, address: string): boolean {
  return addressMatcher([pattern])(address.slice(1));
}

/** A part of a line: what stands between its quotes, or between blanks. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

/** The words of a line, up to a comment. */
export function wordsOf(line: string): readonly Word[] {
  const words: Word[] = [];
  for (const { index, 0: whole, 1: quoted } of line.matchAll(/"([^"]*)"(?!\S)|\S+/g)) {
    if (whole.startsWith('#')) break;
    words.push(quoted === undefined ? { text: whole, start: index } : { text: quoted, start: index + 1 });
  }
  return words;
}
