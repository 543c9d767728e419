import { span } from '../../text/span.ts';
import { DEEPEST_YAML } from '../limits.ts';
import type { Field, YamlNode, YamlProblemKind } from '../post.ts';
import { Tagged, type Value } from '../value.ts';
import type { Context } from './context.ts';
import type { InlineText } from './inline-text.ts';
import { Mistake } from './mistake.ts';
import { emptyNode, field, leaf, listNode, mappingNode } from './nodes.ts';
import { addMissing, toArray } from './php-array.ts';
import { trimmedEnd, trimmedStart } from './php-text.ts';
import { evaluateScalar, isQuotedByTag, type Place, readQuoted } from './scalar.ts';
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

/**
 * Reads a text as a key: `Inline::parseScalar` without delimiters.
 * @throws Mistake
 */
export function readKey(text: string, place: Place, context: Context): YamlNode {
  return new InlineReader(text, place, context).scalar(undefined, true);
}

class InlineReader {
  readonly #text: string;
  readonly #place: Place;
  readonly #context: Context;
  #at = 0;
  #depth = 0;
  /** Whether the scalar that was read last stands in quotes, and so can be neither an anchor nor a mapping. */
  #isQuoted = false;

  constructor(text: string, place: Place, context: Context) {
    this.#text = text;
    this.#place = place;
    this.#context = context;
  }

  document(): YamlNode {
    this.#tag();
    const node = this.#collection() ?? this.scalar(undefined, true);
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

  /** `Inline::parseScalar`. @param delimiters the characters that end it; undefined when the end of the text does. */
  scalar(delimiters: string | undefined, evaluate: boolean): YamlNode {
    const start = this.#at;
    const quote = this.#text[start];
    this.#isQuoted = quote === '"' || quote === "'";
    if (this.#isQuoted) {
      const { value, end } = readQuoted(this.#text, start, this.#place);
      this.#at = end;
      if (delimiters !== undefined) this.#expect(delimiters);
      return leaf(this.#place(start, end), quote === '"' ? 'double-quoted' : 'single-quoted', value);
    }
    const end = delimiters === undefined ? this.#plainEnd() : this.#delimited(delimiters);
    const from = trimmedStart(this.#text, start, end);
    const scalar = this.#text.slice(from, trimmedEnd(this.#text, from, end));
    const first = delimiters === undefined ? this.#text[start] : scalar[0];
    if (first !== undefined && '@`|>%'.includes(first)) {
      const words = `The reserved indicator "${first}" cannot start a plain scalar; you need to quote the scalar.`;
      throw this.#mistake('reserved-character', from, from + 1, words);
    }
    const where = this.#place(from, from + scalar.length);
    if (!evaluate) return leaf(where, 'plain', scalar);
    if (scalar === '') return emptyNode(this.#place(start, start).start);
    const value = evaluateScalar(scalar, (a, b) => this.#place(from + a, from + b), this.#context);
    this.#isQuoted = isQuotedByTag(scalar);
    return leaf(where, scalar[0] === '*' ? 'alias' : 'plain', value);
  }

  /** The end of a plain scalar that goes on to the end of the text or to a comment. */
  #plainEnd(): number {
    const start = this.#at;
    this.#at = this.#text.length;
    let hash = this.#text.indexOf('#', start + 1);
    while (hash !== -1 && !isBlank(this.#text[hash - 1])) hash = this.#text.indexOf('#', hash + 1);
    if (hash === -1) return this.#text.length;
    while (hash > start && isBlank(this.#text[hash - 1])) hash--;
    return hash;
  }

  /** The end of a plain scalar before the first of the delimiters. Unless it is one, a line break must not come first. */
  #delimited(delimiters: string): number {
    let at = this.#at;
    while (at < this.#text.length && !delimiters.includes(this.#text.charAt(at)) && this.#text[at] !== '\n')
      at++;
    if (at === this.#text.length || !delimiters.includes(this.#text.charAt(at)))
      throw this.#malformed(this.#at);
    this.#at = at;
    return at;
  }

  /** Checks what follows a quoted text within brackets. */
  #expect(delimiters: string): void {
    let at = this.#at;
    while (this.#text[at] === ' ' || this.#text[at] === '\n') at++;
    const next = this.#text[at];
    if (next !== undefined && delimiters.includes(next)) return;
    const rest = this.#text.slice(this.#at);
    const words =
      next === undefined
        ? `Unexpected end of line, expected one of "${delimiters}".`
        : `Unexpected characters (${rest}).`;
    throw this.#mistake('text-after-value', this.#at, this.#text.length, words);
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
        return listNode(
          this.#place(open, this.#at),
          'flow',
          items.map((item) => item.value),
          items,
        );
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
    throw this.#malformed(open);
  }

  #item(evaluate: boolean): YamlNode {
    const node = this.scalar(',]', evaluate);
    if (this.#isQuoted || typeof node.value !== 'string') return node;
    return node.value.includes(': ') ? this.#embedded(node, node.value) : this.#anchored(node);
  }

  /** The mapping that an item `a: b` is: Symfony reads it in braces. */
  #embedded(node: YamlNode, text: string): YamlNode {
    const { start, end } = node.span;
    const isAsWritten = this.#context.text.slice(start, end) === text;
    const place: Place = isAsWritten
      ? (from, to) => span(clamp(start + from - 1, start, end), clamp(start + to - 1, start, end))
      : () => node.span;
    return new InlineReader(`{${text}}`, place, this.#context).mapping();
  }

  /** An anchor in brackets, whose value is the text behind it. */
  #anchored(node: YamlNode): YamlNode {
    const match = typeof node.value === 'string' ? ANCHOR.exec(node.value) : null;
    const [, name, value] = match ?? [];
    if (name === undefined || value === undefined) return node;
    this.#context.define(name, value);
    return leaf(node.span, node.style, value);
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
      const colon = this.#at;
      while (/^[: \n]$/.test(this.#text[this.#at] ?? '')) this.#at++;
      if (this.#at === this.#text.length) break;
      const tag = this.#tag();
      const node = this.#collection() ?? this.scalar(',}\n', tag === undefined);
      const isPlain = node.style === 'plain' && !this.#isQuoted;
      fields.push(
        field(
          key.text,
          key.node.span,
          node.style === 'empty' ? emptyNode(this.#place(colon, colon + 1).end) : node,
        ),
      );
      if (key.text === '<<') this.#merge(map, node);
      else if (!mayOverwrite && (map.get(key.text) ?? null) !== null) throw this.#duplicate(key);
      else {
        const { value } = isPlain ? this.#anchored(node) : node;
        map.set(key.text, tag === undefined ? value : new Tagged(tag, value));
      }
    }
    throw this.#malformed(open);
  }

  /** The key at hand; afterwards the colon is. */
  #key(): { readonly text: string; readonly node: YamlNode } {
    const start = this.#at;
    const node = this.scalar(': ', false);
    if (this.#at === start) throw this.#mistake('other', start, start + 1, 'Missing mapping key.');
    const text = String(node.value);
    const colon = this.#text.indexOf(':', this.#at);
    if (colon === -1) throw this.#malformed(start).as('missing-colon', node.span);
    if (!this.#isQuoted) this.#checkPlainKey(text, start, colon);
    this.#at = colon;
    return { text, node };
  }

  #checkPlainKey(text: string, start: number, colon: number): void {
    const value = evaluateScalar(text, (a, b) => this.#place(start + a, start + b), this.#context);
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

  #duplicate(key: { readonly text: string; readonly node: YamlNode }): Mistake {
    return new Mistake('duplicate-key', key.node.span, `Duplicate key "${key.text}" detected.`);
  }

  #tag(): string | undefined {
    const tag = readTag(this.#text, this.#at, this.#place);
    if (tag === undefined) return undefined;
    this.#at = tag.end;
    return tag.name;
  }

  #malformed(open: number): Mistake {
    return this.#mistake(
      'unclosed-bracket',
      open,
      open + 1,
      `Malformed inline YAML string: "${this.#text}".`,
    );
  }

  #mistake(kind: YamlProblemKind, start: number, end: number, words: string): Mistake {
    return new Mistake(kind, this.#place(start, end), words);
  }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
