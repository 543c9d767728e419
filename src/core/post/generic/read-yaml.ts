import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import { type Span, span } from '../../text/span.ts';
import { AliasBudget, DEEPEST_YAML, LONGEST_YAML } from '../limits.ts';
import type { Field, Style, YamlNode, YamlProblem, YamlProblemKind } from '../post.ts';
import type { Reading } from '../reading.ts';
import { Float, type Value } from '../value.ts';
import { depth } from './depth.ts';

/** Reads the YAML that `where` covers in `text` by YAML 1.2's core schema, as the `yaml` package does. */
export function readYaml(text: string, where: Span): Reading {
  const source = text.slice(where.start, where.end);
  if (source.length > LONGEST_YAML) return unread('too-large', 'The front matter is too large.', where);
  const tokens = [...new Parser().parse(source)];
  if (tokens.some((token) => depth(token, DEEPEST_YAML) > DEEPEST_YAML)) {
    return unread('too-deep', 'The front matter is nested too deeply.', where);
  }
  const composer = new Composer({ version: '1.2', schema: 'core', intAsBigInt: true, prettyErrors: false });
  const [document, second] = composer.compose(tokens, true, source.length);
  if (document === undefined) return { data: new Map(), fields: [], problem: undefined };
  const reader = new NodeReader(where.start);
  const node = reader.read(document.contents, 0);
  const problem =
    firstProblem(document, where) ?? (second && severalDocuments(second, where)) ?? reader.problem;
  return {
    data: problem ? undefined : node.style === 'empty' ? new Map() : node.value,
    fields: node.fields,
    problem,
  };
}

function unread(kind: YamlProblemKind, words: string, where: Span): Reading {
  return { data: undefined, fields: [], problem: { kind, symfony: words, span: where } };
}

/** Turns the package's nodes into the project's, in source order, so that an alias always finds its anchor's value. */
class NodeReader {
  readonly #base: number;
  readonly #anchors = new Map<string, Value>();
  readonly #budget = new AliasBudget();
  problem: YamlProblem | undefined;

  constructor(base: number) {
    this.#base = base;
  }

  /** @param at where the node would stand if there is none. */
  read(node: ParsedNode | null, at: number): YamlNode {
    const where = this.#span(node, at);
    if (node === null) return leaf(where, 'empty', null);
    if (isAlias(node)) return leaf(where, 'alias', this.#resolve(node.source, where));
    const read = this.#readContent(node, where);
    if (node.anchor) this.#anchors.set(node.anchor, read.value);
    return read;
  }

  #readContent(node: Exclude<ParsedNode, { source: string; type?: never }>, where: Span): YamlNode {
    if (isScalar(node)) return leaf(where, scalarStyle(node.type, where), scalarValue(node.value));
    const style = node.flow ? 'flow' : 'block';
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item, where.end - this.#base));
      return { span: where, style, value: items.map((item) => item.value), fields: [], items };
    }
    if (isMap(node)) {
      const fields = node.items.map((pair) => this.#field(pair));
      return {
        span: where,
        style,
        value: new Map(fields.map(({ key, node: { value } }) => [key, value])),
        fields,
        items: [],
      };
    }
    return leaf(where, 'plain', null);
  }

  #field(pair: Pair<ParsedNode, ParsedNode | null>): Field {
    const key = this.read(pair.key, 0);
    const node = this.read(pair.value, key.span.end - this.#base + 1);
    return {
      key: keyText(key.value),
      keySpan: key.span,
      node,
      span: span(key.span.start, Math.max(key.span.end, node.span.end)),
    };
  }

  #resolve(name: string, where: Span): Value {
    const value = this.#anchors.get(name) ?? null;
    if (this.#budget.spend(value)) return value;
    this.problem ??= { kind: 'too-large', symfony: 'The aliases stand for too many values.', span: where };
    return null;
  }

  #span(node: ParsedNode | null, at: number): Span {
    const [start, end] = node?.range ?? [at, at];
    return span(this.#base + start, this.#base + end);
  }
}

function leaf(where: Span, style: Style, value: Value): YamlNode {
  return { span: where, style, value, fields: [], items: [] };
}

const STYLES: Readonly<Record<string, Style>> = {
  BLOCK_FOLDED: 'folded',
  BLOCK_LITERAL: 'literal',
  QUOTE_DOUBLE: 'double-quoted',
  QUOTE_SINGLE: 'single-quoted',
};

function scalarStyle(type: string | undefined, where: Span): Style {
  return STYLES[type ?? ''] ?? (where.start === where.end ? 'empty' : 'plain');
}

/** The reader is asked for integers as `bigint`, so that a `number` is always a float. */
function scalarValue(value: unknown): Value {
  if (typeof value === 'bigint') return BigInt.asIntN(54, value) === value ? Number(value) : value;
  if (typeof value === 'number') return new Float(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}

function keyText(value: Value): string {
  return value instanceof Float ? String(value.value) : value === null ? '' : String(value);
}

const KINDS: Readonly<Record<string, YamlProblemKind>> = {
  BAD_DQ_ESCAPE: 'unknown-escape',
  BAD_INDENT: 'indentation',
  BAD_SCALAR_START: 'reserved-character',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-value',
  DUPLICATE_KEY: 'duplicate-key',
  TAB_AS_INDENT: 'tab-indentation',
  TAG_RESOLVE_FAILED: 'unknown-tag',
  BAD_ALIAS: 'unknown-alias',
};

function firstProblem(document: Document.Parsed, where: Span): YamlProblem | undefined {
  const [error] = document.errors;
  return error && toProblem(error, where);
}

function severalDocuments(second: Document.Parsed, where: Span): YamlProblem {
  const at = Math.min(where.end, where.start + second.range[0]);
  return { kind: 'other', symfony: 'Front matter can hold one document only', span: span(at, where.end) };
}

function toProblem({ code, message, pos: [start, end] }: YAMLError, where: Span): YamlProblem {
  const at = (offset: number) => Math.max(where.start, Math.min(where.end, where.start + offset));
  return { kind: KINDS[code] ?? 'other', symfony: message, span: span(at(start), at(Math.max(start, end))) };
}
