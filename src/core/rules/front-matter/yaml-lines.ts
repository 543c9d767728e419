import { type Span, span } from '../../text/span.ts';

/** What one line of a front matter is made of, judged by itself. */
export interface YamlLine {
  /** The line without its break. */
  readonly span: Span;
  /** Its white space in front. */
  readonly indent: Span;
  /** The key of an entry, or undefined where there is none. A list item's key counts: `- name: x`. */
  readonly key: Span | undefined;
  /** The value of the entry, else the item, else the whole line; without a comment behind it. May be empty. */
  readonly value: Span;
  /** The whole item where the line is one, whether it holds an entry or not. */
  readonly item: Span | undefined;
}

const PARTS = /^([ \t]*)(-[ \t]+)?(?:([^\s:#'"[\]{}][^:#]*?|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+|$))?/;

/** A comment behind a value: a `#` between spaces. One with a word right behind it may well be meant as text. */
const COMMENT = /[ \t]+#(?:[ \t].*)?$/;

/** The line of a text that an offset stands in. */
export function yamlLineAt(text: string, offset: number): YamlLine {
  const start = lineStartAt(text, offset);
  const end = lineEndAt(text, offset);
  const line = text.slice(start, end);
  const [entry = '', indent = '', dash = '', key] = PARTS.exec(line) ?? [];
  const rest = line.slice(entry.length);
  const valueEnd = start + entry.length + rest.replace(COMMENT, '').trimEnd().length;
  const keyStart = start + indent.length + dash.length;
  return {
    span: span(start, end),
    indent: span(start, start + indent.length),
    key: key === undefined ? undefined : span(keyStart, keyStart + key.length),
    value: span(Math.min(start + entry.length, valueEnd), valueEnd),
    item: dash === '' ? undefined : span(keyStart, Math.max(keyStart, valueEnd)),
  };
}

/** Where the line that an offset stands in starts. */
export function lineStartAt(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Where the line that an offset stands in ends, its break not counted. */
export function lineEndAt(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** Where the line after the one that an offset stands in starts; the text's end where there is none. */
export function nextLineAt(text: string, offset: number): number {
  const end = lineEndAt(text, offset);
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** The lines before `until` that belong to the entry on this line because they are indented deeper, or are its items. */
export function endOfEntry(text: string, line: YamlLine, until: number): number {
  const depth = line.indent.end - line.indent.start;
  let end = line.span.end;
  for (let at = nextLineAt(text, end); at < until; at = nextLineAt(text, at)) {
    const next = yamlLineAt(text, at);
    const indent = next.indent.end - next.indent.start;
    const isBlank = next.indent.end === next.span.end;
    const isItem = next.item !== undefined && line.item === undefined && indent === depth;
    if (!isBlank && indent <= depth && !isItem) break;
    if (!isBlank) end = Math.min(until, next.span.end);
    if (next.span.end >= text.length) break;
  }
  return end;
}
