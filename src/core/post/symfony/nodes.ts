import { type Span, span } from '../../text/span.ts';
import type { Field, Style, YamlNode } from '../post.ts';
import type { Value } from '../value.ts';

const NONE: readonly never[] = [];

/** A node without fields or items. */
export function leaf(where: Span, style: Style, value: Value): YamlNode {
  return { span: where, style, value, fields: NONE, items: NONE };
}

/** The node of a value that isn't written, at the place where it would be. */
export function emptyNode(at: number): YamlNode {
  return leaf(span(at, at), 'empty', null);
}

/** A mapping with its entries. */
export function mappingNode(where: Span, style: Style, value: Value, fields: readonly Field[]): YamlNode {
  return { span: where, style, value, fields, items: NONE };
}

/** A list with its items. */
export function listNode(where: Span, style: Style, value: Value, items: readonly YamlNode[]): YamlNode {
  return { span: where, style, value, fields: NONE, items };
}

/** An entry, which ends where its value does. */
export function field(key: string, keySpan: Span, node: YamlNode): Field {
  return { key, keySpan, node, span: span(keySpan.start, Math.max(keySpan.end, node.span.end)) };
}

const STYLES: Readonly<Record<string, Style>> = {
  '"': 'double-quoted',
  "'": 'single-quoted',
  '|': 'literal',
  '>': 'folded',
  '[': 'flow',
  '{': 'flow',
  '*': 'alias',
};

/** The node of a value with a mistake in it: what is written on its first line, as a text. */
export function unreadNode(text: string, start: number, end: number): YamlNode {
  return leaf(span(start, end), STYLES[text.charAt(start)] ?? 'plain', text.slice(start, end));
}
