import { span } from '../../text/span.ts';
import { DEEPEST_YAML } from '../limits.ts';
import type { YamlNode } from '../post.ts';
import { Block } from './block.ts';
import { cleanUp } from './cleanup.ts';
import type { Context } from './context.ts';
import { readEntry } from './entry.ts';
import { readItem } from './item.ts';
import { checkLineTag } from './line-tag.ts';
import { Lines, type Slices } from './lines.ts';
import { Mistake } from './mistake.ts';
import { emptyNode, listNode, mappingNode } from './nodes.ts';
import { matchEntry, matchItem } from './patterns.ts';
import { toArray } from './php-array.ts';
import { readUnstructured } from './unstructured.ts';

/**
 * Reads a document, or a block within one, which Symfony reads as a document of its own: `Parser::doParse`.
 * A mistake is reported to the context and does not stop the reading: it goes on with the next entry or item, so that
 * what can be read is there while the writer is still at it.
 * @param offset how many lines of the document stand before these.
 */
export function readDocument(slices: Slices, offset: number, context: Context, depth = 0): YamlNode {
  const { lines: kept, dropped } = cleanUp(context.text, slices);
  const lines = new Lines(context.text, kept, offset + dropped);
  context.lineCount ??= lines.count;
  do {
    if (!lines.next()) return emptyNode(lines.startOf(0));
  } while (lines.isEmpty);

  const block = new Block(lines, context, (inner, before) => {
    if (depth < DEEPEST_YAML) return readDocument(inner, before, context, depth + 1);
    const at = inner.starts[0] ?? 0;
    throw new Mistake('too-deep', span(at, inner.ends[0] ?? at), 'Nested too deeply.');
  });
  const start = lines.start + lines.indentation;
  let isFirst = true;
  do {
    if (lines.isEmpty) continue;
    const { index } = lines;
    const { openCount } = context;
    try {
      if (isFirst) checkLineTag(lines, lines.line, lines.start, false);
      const whole = readNext(block);
      if (whole !== undefined) return whole;
    } catch (thrown) {
      if (!(thrown instanceof Mistake)) throw thrown;
      context.report(thrown);
      context.abandon(openCount);
      if (context.isExhausted) break;
      lines.moveTo(lastLineBeforeNext(lines, index, block.kind));
    }
    isFirst = false;
  } while (lines.next());
  return blockNode(block, start);
}

/** Reads the entry or item at hand; or the whole of a document that is neither mapping nor list, and returns that. */
function readNext(block: Block): YamlNode | undefined {
  const { lines } = block;
  if (lines.line[0] === '\t') {
    const where = span(lines.start, lines.start + lines.line.length - lines.line.trimStart().length);
    const words = 'A YAML file cannot contain tabs as indentation.';
    throw new Mistake('tab-indentation', where, words, lines.number, lines.line);
  }
  const item = matchItem(lines.line);
  if (item !== undefined) {
    readItem(block, item);
    return undefined;
  }
  const entry = matchEntry(lines.line);
  if (entry === undefined) return readUnstructured(block);
  readEntry(block, entry);
  return undefined;
}

/** After a mistake: the line before the next entry (or item) that stands on this level. */
function lastLineBeforeNext(lines: Lines, from: number, kind: Block['kind']): number {
  for (let index = from + 1; index < lines.count; index++) {
    const line = lines.lineOf(index);
    if (kind === 'list' ? matchItem(line) : matchEntry(line)) return index - 1;
  }
  return lines.count - 1;
}

function blockNode(block: Block, start: number): YamlNode {
  const { kind, map, fields, items } = block;
  const last = kind === 'list' ? items.at(-1) : fields.at(-1);
  if (last === undefined) return emptyNode(start);
  const where = span(start, Math.max(start, last.span.end));
  if (kind !== 'list') return mappingNode(where, 'block', map.size === 0 ? null : toArray(map), fields);
  const values = items.map((item) => item.value);
  return listNode(where, 'block', values, items);
}
