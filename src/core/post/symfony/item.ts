import { span } from '../../text/span.ts';
import type { YamlNode } from '../post.ts';
import type { Block } from './block.ts';
import { isNextIndented, takeBlock } from './embedded-block.ts';
import { readValue } from './entry-value.ts';
import { ANCHOR } from './inline.ts';
import { checkLineTag } from './line-tag.ts';
import type { Slices } from './lines.ts';
import { Mistake } from './mistake.ts';
import { emptyNode } from './nodes.ts';
import { type ItemMatch, matchEntryInItem } from './patterns.ts';
import { afterSpaces, trimmedEnd } from './php-text.ts';

/**
 * Reads the item of a list that starts on the line at hand, and moves to its last line.
 * @throws Mistake
 */
export function readItem(block: Block, match: ItemMatch): void {
  const { lines, context } = block;
  if (block.kind === 'mapping') {
    const words = 'You cannot define a sequence item when in a mapping.';
    throw new Mistake('mixed-list-and-mapping', lines.contentSpan, words, lines.number, lines.line);
  }
  block.kind = 'list';
  const written = lines.line.slice(match.start, match.end);
  const anchor = written.startsWith('&') ? ANCHOR.exec(written) : null;
  const [, name, value = written] = anchor ?? [];
  if (name !== undefined) context.open(name);
  const node = readContent(block, match, value);
  block.items.push(node);
  if (name !== undefined) context.close(name, node.value);
}

/** @param value what stands behind the dash, and an anchor if any. */
function readContent(block: Block, match: ItemMatch, value: string): YamlNode {
  const { lines, nested } = block;
  const { number, start: lineStart } = lines;
  const end = lineStart + match.end;
  const start = end - value.length;
  if (value.startsWith('? ')) {
    const words = 'Complex mappings are not supported.';
    throw new Mistake('complex-key', span(start, start + 1), words, number, lines.line);
  }
  // How deep the lines are that belong to what starts on this one.
  const depth = match.start;
  const bare = value.slice(afterSpaces(value, 0));
  if (bare.startsWith('-')) {
    const { end: lineEnd } = lines;
    const content = joined(lineStart + depth, lineEnd, takeBlock(lines, depth, true));
    return nested(trimmedLines(lines.text, content), number - 1);
  }
  if (bare === '' || bare.startsWith('#')) {
    const node = nested(takeBlock(lines, undefined, true), number);
    return node.style === 'empty' ? emptyNode(lineStart + 1) : node;
  }
  checkLineTag(lines, bare, end - bare.length, true);
  const entry = matchEntryInItem(value);
  if (!value.startsWith('!') && entry === undefined) return readValue(block, start, end);
  const goesOn =
    isNextIndented(lines) || (entry !== undefined && value.slice(entry.start).trimEnd() === '>-');
  const content = goesOn
    ? joined(start, end, takeBlock(lines, depth, false))
    : { starts: [start], ends: [end] };
  // Symfony takes the number of the last line here, so that it names a later line for what is wrong within.
  return nested(content, lines.number - 1);
}

/** One line and the block below it. */
function joined(start: number, end: number, block: Slices): Slices {
  return { starts: [start, ...block.starts], ends: [end, ...block.ends] };
}

/** The lines up to the last that says something, without what trails it. */
function trimmedLines(text: string, { starts, ends }: Slices): Slices {
  let count = starts.length;
  const endOf = (index: number) => trimmedEnd(text, starts[index] ?? 0, ends[index] ?? 0);
  while (count > 1 && endOf(count - 1) === starts[count - 1]) count--;
  return { starts: starts.slice(0, count), ends: [...ends.slice(0, count - 1), endOf(count - 1)] };
}
