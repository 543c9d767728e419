import type { Token } from 'markdown-it';
import type { MarkdownDialect } from '../render/dialect.ts';
import { parserOf } from '../render/parser.ts';
import { definitionPlaceOf, labelOf, placeOf } from '../render/places.ts';
import { type Span, span } from '../text/span.ts';
import { readHtml } from './references-html.ts';
import { SourceLines } from './references-place.ts';
import { maskTemplates } from './references-template.ts';

/**
 * What an address is to the page. A `definition` is a Markdown definition that nothing uses, a `resource` a script,
 * a style sheet or a sprite; `media` is sound, film, or another page in a frame.
 */
export type ReferenceKind = 'image' | 'link' | 'media' | 'style' | 'resource' | 'definition';

/** A place in a post's body where an address stands, or where an image has none. Spans are offsets in the file. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly syntax: 'markdown' | 'html' | 'front-matter';
  /** The whole construct, such as `![alt](address)` or the `<img …>` tag. */
  readonly span: Span;
  /** The address with backslash escapes and character references decoded; undefined for an `<img>` without `src`. */
  readonly address: string | undefined;
  /** The address as written. Images and links that use one definition share its place. */
  readonly addressSpan: Span | undefined;
  /** The definition that gives the address, when it isn't in the construct itself. */
  readonly definition?: Span;
  /** The HTML tag and attribute, in lower case. */
  readonly tag?: string;
  readonly attribute?: string;
  /** Alternative text of an image; undefined when an HTML tag has no such attribute. */
  readonly alt?: string;
  readonly altSpan?: Span;
  /** What else may give an `<img>` without `src` its image: `srcset`, `data-src`, template text in the tag … */
  readonly otherSources?: readonly string[];
}

/** Bodies are read up to here (UTF-16 units): a post is text by a person, and nothing may hang on a file that isn't. */
const limit = 2_000_000;

/** Every place in the body of a Markdown post where an address stands, in order of their place. Never throws. */
export function scanReferences(text: string, body: Span, dialect: MarkdownDialect): readonly Reference[] {
  const source = text.slice(body.start, Math.min(body.end, body.start + limit));
  if (!mayRefer(source)) return [];
  const masked = maskTemplates(source);
  return moved(readMarkdown(masked, source, dialect), body.start);
}

/** The same for a body that is HTML, with or without Blade. */
export function scanHtmlReferences(text: string, body: Span): readonly Reference[] {
  const source = text.slice(body.start, Math.min(body.end, body.start + limit));
  return moved(readHtml(maskTemplates(source), source), body.start);
}

/** Cheap and generous: without these no address can stand in a text. */
function mayRefer(source: string): boolean {
  return /\][ \n]*[([:]/.test(source) || /<img|src|href|poster|<object|style|<[a-z]+:/i.test(source);
}

function readMarkdown(text: string, source: string, dialect: MarkdownDialect): Reference[] {
  const parser = parserOf(dialect);
  const lines = new SourceLines(text);
  const tokens = parser.parse(text, {});
  const definitions = collectDefinitions(tokens, lines);
  const used = new Set<string>();
  const found: Reference[] = [];
  let map: readonly [number, number] = [0, 0];
  let inCell = false;
  for (const token of tokens) {
    map = token.map ?? map;
    if (token.type === 'html_block') {
      const where = lines.locate(token.content, map[0]);
      found.push(...readHtmlPart(where.stretches(span(0, token.content.length)), text, source));
    }
    inCell = token.type === 'td_open' || token.type === 'th_open' || (inCell && token.type === 'inline');
    if (token.type !== 'inline') continue;
    const place = inCell ? lines.locateCell(token.content, map[0]) : lines.locate(token.content, map[0]);
    for (const child of token.children ?? []) {
      const at = placeOf(child);
      if (at === undefined) continue;
      if (child.type === 'html_inline') {
        found.push(...readHtmlPart(place.stretches(at.whole), text, source));
        continue;
      }
      const label = labelOf(child);
      const definition = label === undefined ? undefined : definitions.get(label);
      if (label !== undefined) used.add(label);
      const address = at.address ? place.span(at.address) : definition?.address;
      if (address === undefined) continue;
      const altSpan = child.type === 'image' && at.label ? place.span(at.label) : undefined;
      found.push({
        kind: child.type === 'image' ? 'image' : 'link',
        syntax: 'markdown',
        span: place.span(at.whole),
        address: parser.utils.unescapeAll(source.slice(address.start, address.end)),
        addressSpan: address,
        ...(at.address === undefined && definition && { definition: definition.whole }),
        ...(altSpan && { alt: source.slice(altSpan.start, altSpan.end), altSpan }),
      });
    }
  }
  for (const [label, { whole, address }] of definitions) {
    if (used.has(label)) continue;
    const decoded = parser.utils.unescapeAll(source.slice(address.start, address.end));
    found.push({
      kind: 'definition',
      syntax: 'markdown',
      span: whole,
      address: decoded,
      addressSpan: address,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Where definitions stand in the file's body, by label; the first of a label counts. */
function collectDefinitions(
  tokens: readonly Token[],
  lines: SourceLines,
): Map<string, { whole: Span; address: Span }> {
  const definitions = new Map<string, { whole: Span; address: Span }>();
  for (const token of tokens) {
    const label = labelOf(token);
    const place = definitionPlaceOf(token);
    if (label === undefined || place === undefined || definitions.has(label)) continue;
    definitions.set(label, {
      whole: lines.denormalised(place.whole),
      address: lines.denormalised(place.address),
    });
  }
  return definitions;
}

/** Reads HTML that stands in these stretches of the text, and in nothing between them. */
function readHtmlPart(parts: readonly Span[], text: string, source: string): Reference[] {
  const first = parts[0]?.start ?? 0;
  let at = first;
  let html = '';
  for (const part of parts) {
    html += ' '.repeat(Math.max(0, part.start - at)) + text.slice(part.start, part.end);
    at = Math.max(at, part.end);
  }
  return moved(readHtml(html, source.slice(first, at)), first);
}

function moved(references: readonly Reference[], by: number): Reference[] {
  if (by === 0) return [...references];
  const move = (where: Span) => span(where.start + by, where.end + by);
  return references.map((reference) => ({
    ...reference,
    span: move(reference.span),
    addressSpan: reference.addressSpan && move(reference.addressSpan),
    ...(reference.definition && { definition: move(reference.definition) }),
    ...(reference.altSpan && { altSpan: move(reference.altSpan) }),
  }));
}
