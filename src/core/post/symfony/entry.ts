import { type Span, span } from '../../text/span.ts';
import type { YamlNode } from '../post.ts';
import { Float } from '../value.ts';
import type { Block } from './block.ts';
import { Context } from './context.ts';
import { isNextFlushItem, isNextIndented, takeBlock } from './embedded-block.ts';
import { readValue } from './entry-value.ts';
import { ANCHOR } from './inline.ts';
import { readScalar } from './inline-scalar.ts';
import { checkLineTag } from './line-tag.ts';
import { readMerge } from './merge.ts';
import { Mistake } from './mistake.ts';
import { emptyNode, field, unreadNode } from './nodes.ts';
import type { EntryMatch } from './patterns.ts';
import { addMissing } from './php-array.ts';

/** An entry's key, and the offsets between which its value stands on the same line. */
export interface EntryStart {
  readonly key: string;
  readonly keySpan: Span;
  readonly afterColon: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the entry of a mapping that starts on the line at hand, and moves to the last line of its value.
 * @throws Mistake; the entry is then among the block's fields with its value as it is written.
 */
export function readEntry(block: Block, match: EntryMatch): void {
  const { lines } = block;
  if (block.kind === 'list') {
    const words = 'You cannot define a mapping item when in a sequence.';
    throw new Mistake('mixed-list-and-mapping', lines.contentSpan, words, lines.numberWithin, lines.line);
  }
  block.kind = 'mapping';
  const entry: EntryStart = {
    key: keyText(block, match.keyEnd),
    keySpan: span(lines.start, lines.start + match.keyEnd),
    afterColon: lines.start + match.colon + 1,
    start: lines.start + match.start,
    end: lines.start + match.end,
  };
  const fieldCount = block.fields.length;
  try {
    readRest(block, entry);
  } catch (thrown) {
    if (block.fields.length === fieldCount) {
      const { start, end, afterColon } = entry;
      block.addUnread(
        entry.key,
        entry.keySpan,
        start < end ? unreadNode(lines.text, start, end) : emptyNode(afterColon),
      );
    }
    throw thrown;
  }
}

/** The key that `line[0, end)` is: a text or an integer. It knows no aliases. */
function keyText({ lines }: Block, end: number): string {
  const { start, line, number } = lines;
  const place = (from: number, to: number) => span(start + from, start + to);
  const key = line.slice(0, end);
  const options = { delimiters: undefined, evaluate: true };
  const context = new Context(lines.text);
  const { value } = seenOnLine(() => readScalar(key, 0, options, place, context).node, number, line);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const words = `${value instanceof Float ? 'Numeric' : 'Non-string'} keys are not supported. Quote your evaluable mapping keys instead.`;
  throw new Mistake('key-not-text', place(0, end), words, number, line);
}

function seenOnLine<T>(read: () => T, line: number, near: string): T {
  try {
    return read();
  } catch (thrown) {
    throw thrown instanceof Mistake ? thrown.seenAt(line, near) : thrown;
  }
}

function readRest(block: Block, entry: EntryStart): void {
  const { lines, context } = block;
  const written = lines.text.slice(entry.start, entry.end);
  const anchor = written.startsWith('&') ? ANCHOR.exec(written) : null;
  const [, name, value = written] = anchor ?? [];
  if (entry.key === '<<') {
    if (name === undefined) readMerge(block, entry);
    else readAnchoredMerge(block, entry, name);
    return;
  }

  if (name !== undefined) context.open(name);
  if (value === '' || value.startsWith('#')) readBelow(block, entry);
  else {
    checkLineTag(lines, value, entry.end - value.length, true);
    const node = readValue(block, entry.end - value.length, entry.end);
    block.lastValue = node.value;
    set(block, entry, node, lines.number);
  }
  if (name !== undefined) context.close(name, block.map.get(entry.key) ?? null);
}

/** The value that stands below its key, if any does. */
function readBelow(block: Block, entry: EntryStart): void {
  const { lines } = block;
  if (!isNextIndented(lines) && !isNextFlushItem(lines)) {
    set(block, entry, emptyNode(entry.afterColon), lines.number);
    return;
  }
  const { number } = lines;
  set(block, entry, nodeBelow(block, entry), number);
}

function nodeBelow(block: Block, entry: EntryStart): YamlNode {
  const { number } = block.lines;
  const node = block.nested(takeBlock(block.lines, undefined, false), number);
  block.lastValue = node.value;
  return node.style === 'empty' ? emptyNode(entry.afterColon) : node;
}

/** Puts the value in its place. A key must not come twice, unless its first value is null. */
function set(block: Block, { key, keySpan }: EntryStart, node: YamlNode, line: number): void {
  block.fields.push(field(key, keySpan, node));
  if (!block.mayOverwrite && block.isSet(key)) {
    throw new Mistake('duplicate-key', keySpan, `Duplicate key "${key}" detected.`, line, block.lines.line);
  }
  block.map.set(key, node.value);
}

/** `<<: &name` with a block below, which is merged here and is known by its name later. */
function readAnchoredMerge(block: Block, entry: EntryStart, name: string): void {
  const { lines, context } = block;
  if (!isNextIndented(lines) && !isNextFlushItem(lines)) {
    set(block, entry, emptyNode(entry.afterColon), lines.number);
    return;
  }
  const node = nodeBelow(block, entry);
  context.define(name, node.value);
  block.fields.push(field(entry.key, entry.keySpan, node));
  addMissing(block.map, node.value, node.span);
}
