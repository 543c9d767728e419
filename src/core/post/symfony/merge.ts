import { span } from '../../text/span.ts';
import type { YamlNode } from '../post.ts';
import { Float, isList, isMap, type Value } from '../value.ts';
import type { Block } from './block.ts';
import { takeBlock } from './embedded-block.ts';
import type { EntryStart } from './entry.ts';
import { Mistake } from './mistake.ts';
import { field, leaf } from './nodes.ts';
import { addMissing, entriesOf } from './php-array.ts';

/**
 * Reads a merge key, `<<`: adds the entries of a mapping, or of each of a list of them, whose keys aren't there yet.
 * From here on, keys of this block may be set again.
 * @throws Mistake
 */
export function readMerge(block: Block, entry: EntryStart): void {
  const { lines, map } = block;
  block.mayOverwrite = true;
  const node = mergedNode(block, entry);
  block.fields.push(field(entry.key, entry.keySpan, node));
  const { value } = node;
  if (!isList(value) && !isMap(value)) {
    const words = 'YAML merge keys used with a scalar value instead of an array.';
    throw new Mistake('merge-value', node.span, words, lines.number, lines.line);
  }
  if (node.style === 'alias' || !startsLikeList(value)) {
    addMissing(map, value, node.span);
    return;
  }
  for (const [, item] of entriesOf(value) ?? []) {
    if (!isList(item) && !isMap(item)) {
      throw new Mistake('merge-value', node.span, 'Merge items must be arrays.', lines.number, printed(item));
    }
    addMissing(map, item, node.span);
  }
}

function mergedNode({ lines, context, nested }: Block, { start, end }: EntryStart): YamlNode {
  if (start === end) {
    const below = takeBlock(lines, undefined, false);
    return nested(below, lines.number);
  }
  if (lines.text[start] !== '*') return nested({ starts: [start], ends: [end] }, lines.number);
  const where = span(start, end);
  const name = lines.text.slice(start + 1, end);
  return leaf(
    where,
    'alias',
    context.resolveBlock(name, where, lines.numberWithin, lines.number, lines.line),
  );
}

/** PHP's `isset($value[0])`. */
function startsLikeList(value: Value): boolean {
  const first = isList(value) ? value[0] : isMap(value) ? value.get('0') : null;
  return first !== undefined && first !== null;
}

/** The value as PHP turns it into a text. */
function printed(value: Value): string {
  if (value === null || value === false) return '';
  if (value === true) return '1';
  return String(value instanceof Float ? value.value : value).replace('Infinity', 'INF');
}
