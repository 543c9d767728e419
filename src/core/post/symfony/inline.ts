import { span } from '../../text/span.ts';
import { DEEPEST_YAML } from '../limits.ts';
import type { Field, YamlNode, YamlProblemKind } from '../post.ts';
import { Tagged, type Value } from '../value.ts';
import type { Context } from './context.ts';
import {
  type InlineScalar,
  KEY_END,
  malformed,
  readScalar,
  type ScalarOptions,
  withoutColon,
} from './inline-scalar.ts';
import type { InlineText } from './inline-text.ts';
import { Mistake } from './mistake.ts';
import { emptyNode, field, leaf, listNode, mappingNode } from './nodes.ts';
import { addMissing, toArray } from './php-array.ts';
import { evaluateScalar, type Place } from './scalar.ts';
import { readTag } from './tag.ts';

/** An anchor and the value behind it: `Parser::REFERENCE_PATTERN`. */
export const ANCHOR = /^&([^ ]+) *([^\n]*)/;

/** What may follow a value: a comment or nothing. A lone `0` is nothing to PHP. */
const TRAILER = /^(?:[ \t\n\v\f\r]*#[^\n]*|0?)$/;

/**
 * Reads a value that stands on one line, or was put together as one: `Inline::parse`.
 * @throws Mistake
 */
export function readInline(input: InlineText, context: Context): YamlNode {
  const { start, end } = input.trimmed;
  const place: Place = (from, to) => input.span(start + from, start + to);
  if (start === end) return leaf(place(0, 0), 'plain', '');
  return new InlineReader(input.text.slice(start, end), place, context).document();
}

/** A key in braces. */
interface InlineKey {
  readonly text: string;
  readonly node: YamlNode;
}

class InlineReader {
  readonly #text: string;
  readonly #place: Place;
  readonly #context: Context;
  #at = 0;
  #depth = 0;

  constructor(text: string, place: Place, context: Context) {
    this.#text = text;
    this.#place = place;
    this.#context = context;
  }

  document(): YamlNode {
    this.#tag();
    const node = this.#collection() ?? this.#scalar({ delimiters: undefined, evaluate: true }).node;
    const rest = this.#text.slice(this.#at);
    if (TRAILER.test(rest)) return node;
    throw this.#mistake(
      'text-after-value',
      this.#at,
      this.#text.length,
      `Unexpected characters near "${rest}".`,
    );
  }

  /** The list or the mapping at hand, if it is one. */
  #collection(): YamlNode | undefined {
    const first = this.#text[this.#at];
    if (first !== '[' && first !== '{') return undefined;
    if (++this.#depth > DEEPEST_YAML) {
      throw this.#mistake('too-deep', this.#at, this.#at + 1, 'Nested too deeply.');
    }
    const node = first === '[' ? this.#list() : this.mapping();
    this.#depth--;
    return node;
  }

  /** `Inline::parseSequence`. */
  #list(): YamlNode {
    const open = this.#at++;
    const items: YamlNode[] = [];
    let isAfterValue = false;
    while (this.#at < this.#text.length) {
      const next = this.#text[this.#at];
      if (next === ']') {
        this.#at++;
        const values = items.map((item) => item.value);
        return listNode(this.#place(open, this.#at), 'flow', values, items);
      }
      if (next === ',' || next === ' ') {
        // Since Symfony 7.2, a comma without a value before it stands for null.
        if (next === ',' && !isAfterValue) items.push(emptyNode(this.#place(this.#at, this.#at).start));
        if (next === ',') isAfterValue = false;
        this.#at++;
        continue;
      }
      const tag = this.#tag();
      items.push(this.#collection() ?? this.#item(tag === undefined));
      isAfterValue = true;
    }
    throw malformed(this.#text, open, this.#place);
  }

  #item(evaluate: boolean): YamlNode {
    const scalar = this.#scalar({ delimiters: ',]', evaluate });
    const { node, isQuoted } = scalar;
    if (isQuoted || typeof node.value !== 'string' || !node.value.includes(': '))
      return this.#anchored(scalar);
    return this.#embedded(node, node.value);
  }

  /** The mapping that an item `a: b` is: Symfony reads it in braces. */
  #embedded({ span: where }: YamlNode, text: string): YamlNode {
    const isAsWritten = this.#context.text.slice(where.start, where.end) === text;
    const at = (offset: number) => Math.max(where.start, Math.min(where.end, where.start + offset - 1));
    const place: Place = (from, to) => (isAsWritten ? span(at(from), at(to)) : where);
    return new InlineReader(`{${text}}`, place, this.#context).mapping();
  }

  /** `Inline::parseMapping`. */
  mapping(): YamlNode {
    const open = this.#at++;
    const fields: Field[] = [];
    const map = new Map<string, Value>();
    let mayOverwrite = false;
    while (this.#at < this.#text.length) {
      const next = this.#text[this.#at];
      if (next === '}') {
        this.#at++;
        return mappingNode(this.#place(open, this.#at), 'flow', toArray(map), fields);
      }
      if (next === ' ' || next === ',' || next === '\n') {
        this.#at++;
        continue;
      }
      const key = this.#key();
      mayOverwrite ||= key.text === '<<';
      const afterColon = this.#place(this.#at, this.#at + 1).end;
      while (/^[: \n]$/.test(this.#text[this.#at] ?? '')) this.#at++;
      if (this.#at === this.#text.length) break;
      const tag = this.#tag();
      const node =
        this.#collection() ??
        this.#anchored(this.#scalar({ delimiters: ',}\n', evaluate: tag === undefined }));
      fields.push(field(key.text, key.node.span, node.style === 'empty' ? emptyNode(afterColon) : node));
      if (key.text === '<<') this.#merge(map, node);
      else if (!mayOverwrite && (map.get(key.text) ?? null) !== null) throw duplicateKey(key);
      else map.set(key.text, tag === undefined ? node.value : new Tagged(tag, node.value));
    }
    throw malformed(this.#text, open, this.#place);
  }

  /** The key at hand; afterwards the colon is. */
  #key(): InlineKey {
    const start = this.#at;
    const { node, end, isQuoted } = this.#scalar({ delimiters: KEY_END, evaluate: false });
    if (end === start) throw this.#mistake('other', start, start + 1, 'Missing mapping key.');
    const text = String(node.value);
    const colon = this.#text.indexOf(':', end);
    if (colon === -1) throw withoutColon(this.#text, start, this.#place);
    if (!isQuoted) this.#checkPlainKey(text, start, colon);
    this.#at = colon;
    return { text, node };
  }

  #checkPlainKey(text: string, start: number, colon: number): void {
    const value = evaluateScalar(text, (from, to) => this.#place(start + from, start + to), this.#context);
    if (text !== '' && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
      const words =
        'Implicit casting of incompatible mapping keys to strings is not supported. Quote your evaluable mapping keys instead.';
      throw this.#mistake('key-not-text', start, start + text.length, words);
    }
    if (!/^[ ,[\]{}\n]$/.test(this.#text[colon + 1] ?? '')) {
      const words =
        'Colons must be followed by a space or an indication character (i.e. " ", ",", "[", "]", "{", "}").';
      throw this.#mistake('missing-space-after-colon', colon, colon + 1, words);
    }
  }

  #merge(map: Map<string, Value>, node: YamlNode): void {
    const merged = node.items.length > 0 ? node.items.map(({ value }) => value) : [node.value];
    for (const value of merged) addMissing(map, value, node.span);
  }

  #scalar(options: ScalarOptions): InlineScalar {
    const scalar = readScalar(this.#text, this.#at, options, this.#place, this.#context);
    this.#at = scalar.end;
    return scalar;
  }

  /** The scalar's node; if it is an anchor in brackets, its value is the text behind that. */
  #anchored({ node, isQuoted }: InlineScalar): YamlNode {
    const match = !isQuoted && typeof node.value === 'string' ? ANCHOR.exec(node.value) : null;
    const [, name, value] = match ?? [];
    if (name === undefined || value === undefined) return node;
    this.#context.define(name, value);
    return leaf(node.span, node.style, value);
  }

  #tag(): string | undefined {
    const tag = readTag(this.#text, this.#at, this.#place);
    if (tag === undefined) return undefined;
    this.#at = tag.end;
    return tag.name;
  }

  #mistake(kind: YamlProblemKind, start: number, end: number, words: string): Mistake {
    return new Mistake(kind, this.#place(start, end), words);
  }
}

function duplicateKey({ text, node }: InlineKey): Mistake {
  return new Mistake('duplicate-key', node.span, `Duplicate key "${text}" detected.`);
}
