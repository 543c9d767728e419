import type { Span } from '../../text/span.ts';
import type { Field, YamlNode } from '../post.ts';
import type { Value } from '../value.ts';
import type { Context } from './context.ts';
import type { Lines, Slices } from './lines.ts';
import { field } from './nodes.ts';

/** Reads the block that these lines are, as a document of its own: `Parser::parseBlock`. */
type ReadNested = (lines: Slices, offset: number) => YamlNode;

/** A block of lines while it is read: what `Parser::doParse` keeps in `$data`, `$context` and `$allowOverwrite`. */
export class Block {
  readonly lines: Lines;
  readonly context: Context;
  readonly nested: ReadNested;
  /** What the block is, as soon as its first entry or item tells. */
  kind: 'mapping' | 'list' | undefined;
  readonly map = new Map<string, Value>();
  readonly fields: Field[] = [];
  readonly items: YamlNode[] = [];
  /** Whether a key may be set again: from the first merge key on. */
  mayOverwrite = false;
  /** The value that was read last, for the one place where Symfony mistakes it for the document. */
  lastValue: Value | undefined;

  constructor(lines: Lines, context: Context, nested: ReadNested) {
    this.lines = lines;
    this.context = context;
    this.nested = nested;
  }

  /** Takes an entry whose value can't be read with what is written there. */
  addUnread(key: string, keySpan: Span, node: YamlNode): void {
    this.fields.push(field(key, keySpan, node));
    if (!this.map.has(key)) this.map.set(key, node.value);
  }

  /** PHP's `isset`: a key whose value is null is not set. */
  isSet(key: string): boolean {
    return (this.map.get(key) ?? null) !== null;
  }
}
