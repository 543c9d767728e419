import type { Post } from '../post/post.ts';
import type { Span } from '../text/span.ts';

/** What the writer is writing in the front matter at one place, judged by lines so that half-written YAML will do. */
export type Cursor =
  /** A key of the top level: `word` is what is there of it, `hasColon` whether its colon stands behind it. */
  | { readonly kind: 'key'; readonly word: Span; readonly hasColon: boolean }
  /** A value of `key`: `word` is the value, or the one name of a list or comma text that the place is in. */
  | { readonly kind: 'value'; readonly key: string; readonly word: Span; readonly inList: boolean };

/** @returns undefined when the place is outside the front matter, in a comment or in a nested value. */
export function cursorAt({ text, frontMatter }: Post, offset: number): Cursor | undefined {
  const start = openerEnd(text);
  if (start === undefined || offset < start) return undefined;
  if (frontMatter ? offset > frontMatter.closer.start : /[\r\n][ \t]*[\r\n]/.test(text.slice(start, offset))) {
    return undefined;
  }
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  if (lineStart < start) return undefined;
  const lineEnd = lineStart + (/^[^\r\n]*/.exec(text.slice(lineStart))?.[0].length ?? 0);
  const line = text.slice(lineStart, lineEnd);
  const before = line.slice(0, offset - lineStart);
  if (/^\s*#|^---/.test(before)) return undefined;

  const entry = /^([^\s:#'"[\]{},&*!|>%@`-][^:#]*?)[ \t]*:(?:[ \t]+|$)/.exec(line);
  const key = entry?.[1];
  if (key !== undefined && entry && before.length >= entry[0].trimEnd().length) {
    return valueCursor(key, text, lineStart + entry[0].length, lineEnd, offset);
  }
  if (/^[\w-]*$/.test(before)) {
    const word = /^[\w-]*/.exec(line)?.[0] ?? '';
    const rest = line.slice(word.length);
    if (!/^[ \t]*(?::|$)/.test(rest)) return undefined;
    return { kind: 'key', word: { start: lineStart, end: lineStart + word.length }, hasColon: rest.includes(':') };
  }
  const item = /^[ \t]*-[ \t]+/.exec(before);
  const parent = item ? parentKey(text.slice(start, lineStart)) : undefined;
  if (!item || parent === undefined) return undefined;
  return { kind: 'value', key: parent, word: { start: lineStart + item[0].length, end: trimmedEnd(text, lineStart + item[0].length, lineEnd) }, inList: true };
}

function openerEnd(text: string): number | undefined {
  const opener = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  return opener?.[0].length;
}

function valueCursor(key: string, text: string, start: number, end: number, offset: number): Cursor | undefined {
  const value = text.slice(start, end);
  if (offset < start) return { kind: 'value', key, word: { start: offset, end: offset }, inList: false };
  if (/^[>|]/.test(value)) return undefined;
  if (value.startsWith('[')) {
    const from = Math.max(text.lastIndexOf('[', offset - 1), text.lastIndexOf(',', offset - 1)) + 1;
    const until = start + (/[,\]]/.exec(value.slice(offset - start))?.index ?? value.length - (offset - start)) + (offset - start);
    return { kind: 'value', key, word: trimmed(text, Math.min(from, offset), until, offset), inList: true };
  }
  return { kind: 'value', key, word: { start, end: Math.max(offset, trimmedEnd(text, start, end)) }, inList: false };
}

/** The key that the items of a block list belong to: the last line before them that starts at column 0. */
function parentKey(before: string): string | undefined {
  const lines = before.split(/\r\n|\n|\r/);
  const line = lines.findLast((each) => /^[^\s#-]/.test(each));
  return /^([\w-]+)[ \t]*:[ \t]*(?:#.*)?$/.exec(line ?? '')?.[1];
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function trimmed(text: string, start: number, end: number, offset: number): Span {
  const lead = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = Math.min(start + lead, offset);
  return { start: from, end: Math.max(trimmedEnd(text, from, end), offset) };
}
