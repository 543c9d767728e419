import { Composer, isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, Parser } from 'yaml';
import { type Span, span } from '../../text/span.ts';
import { AliasBudget, DEEPEST_YAML } from '../limits.ts';
import type { Field, Style, YamlNode, YamlProblem, YamlProblemKind } from '../post.ts';
import type { Reading } from '../reading.ts';
import { Float, type Value } from '../value.ts';
import { depth } from './depth.ts';

/** Duplicate keys are looked for here: the package compares every key with every other one. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  intAsBigInt: true,
  prettyErrors: false,
  uniqueKeys: false,
} as const;

/**
 * Reads the YAML that `where` covers in `text` by YAML 1.2's core schema, as the `yaml` package does.
 * It takes up to 5 µs a character, so that long texts should not come here.
 */
export function readYaml(text: string, where: Span): Reading {
  const source = text.slice(where.start, where.end);
  const tokens = [...new Parser().parse(source)];
  if (tokens.some((token) => depth(token, DEEPEST_YAML) > DEEPEST_YAML)) {
    const problem: YamlProblem = {
      kind: 'too-deep',
      symfony: 'The front matter is nested too deeply',
      span: where,
    };
    return { data: undefined, fields: [], problem };
  }
  const [document, second] = new Composer(OPTIONS).compose(tokens, true, source.length);
  const reader = new NodeReader(where);
  const node = reader.read(document?.contents ?? null, 0);
  for (const { code, message, pos } of document?.errors ?? [])
    reader.report(KINDS[code] ?? 'other', message, ...pos);
  if (second !== undefined) {
    reader.report('not-an-entry', 'Front matter is one document', second.range[0], source.length);
  }
  const { problem } = reader;
  const data = node.style === 'empty' ? new Map() : node.value;
  return { data: problem ? undefined : data, fields: node.fields, problem };
}

const KINDS: Readonly<Record<string, YamlProblemKind>> = {
  BAD_DQ_ESCAPE: 'unknown-escape',
  BAD_INDENT: 'indentation',
  BAD_SCALAR_START: 'reserved-character',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-value',
  TAB_AS_INDENT: 'tab-indentation',
  TAG_RESOLVE_FAILED: 'unknown-tag',
};

const STYLES: Readonly<Record<string, Style>> = {
  BLOCK_FOLDED: 'folded',
  BLOCK_LITERAL: 'literal',
  QUOTE_DOUBLE: 'double-quoted',
  QUOTE_SINGLE: 'single-quoted',
};

/** Turns the package's nodes into the project's, in source order, so that an alias always finds its anchor's value. */
class NodeReader {
  readonly #where: Span;
  readonly #anchors = new Map<string, Value>();
  readonly #budget = new AliasBudget();
  /** The mistake that stands first. */
  problem: YamlProblem | undefined;

  constructor(where: Span) {
    this.#where = where;
  }

  report(kind: YamlProblemKind, words: string, start: number, end: number): void {
    const place = this.#span(start, Math.max(start, end));
    if (this.problem !== undefined && this.problem.span.start <= place.start) return;
    this.problem = { kind, symfony: words, span: place };
  }

  /** @param at where the node would stand if there is none. */
  read(node: ParsedNode | null, at: number): YamlNode {
    const [start, end] = node?.range ?? [at, at];
    const read = this.#read(node, start, end);
    if (node !== null && !isAlias(node) && node.anchor) this.#anchors.set(node.anchor, read.value);
    return read;
  }

  #read(node: ParsedNode | null, start: number, end: number): YamlNode {
    const place = this.#span(start, end);
    const leaf = (style: Style, value: Value): YamlNode => ({
      span: place,
      style,
      value,
      fields: [],
      items: [],
    });
    if (node === null) return leaf('empty', null);
    if (isAlias(node)) return leaf('alias', this.#resolve(node.source, start, end));
    if (isScalar(node)) {
      const style = STYLES[node.type ?? ''] ?? (start === end ? 'empty' : 'plain');
      return leaf(style, scalarValue(node.value));
    }
    const style = node.flow ? 'flow' : 'block';
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item, end));
      return {
        ...leaf(
          style,
          items.map((item) => item.value),
        ),
        items,
      };
    }
    if (!isMap(node)) return leaf('plain', null);
    const map = new Map<string, Value>();
    const fields = node.items.map((pair) => this.#field(pair, map));
    return { ...leaf(style, map), fields };
  }

  #field(pair: Pair<ParsedNode, ParsedNode | null>, map: Map<string, Value>): Field {
    const key = this.read(pair.key, 0);
    const [keyStart, keyEnd] = pair.key?.range ?? [0, 0];
    const node = this.read(pair.value, Math.min(keyEnd + 1, this.#where.end - this.#where.start));
    const text = keyText(key.value);
    if (map.has(text)) this.report('duplicate-key', 'Map keys must be unique', keyStart, keyEnd);
    map.set(text, node.value);
    const whole = span(key.span.start, Math.max(key.span.end, node.span.end));
    return { key: text, keySpan: key.span, node, span: whole };
  }

  #resolve(name: string, start: number, end: number): Value {
    const value = this.#anchors.get(name);
    if (value === undefined) this.report('unknown-alias', `Unresolved alias: ${name}`, start, end);
    else if (this.#budget.spend(value)) return value;
    else this.report('too-large', 'The aliases stand for too many values', start, end);
    return null;
  }

  #span(start: number, end: number): Span {
    const { start: first, end: last } = this.#where;
    return span(Math.min(last, first + start), Math.min(last, first + end));
  }
}

/** The reader is asked for integers as `bigint`, so that a `number` is always a float. */
function scalarValue(value: unknown): Value {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'number') return new Float(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}

function keyText(value: Value): string {
  if (value instanceof Float) return String(value.value);
  return value === null || typeof value === 'object' ? '' : String(value);
}
