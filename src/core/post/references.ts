import type { Token } from 'markdown-it';
import type { MarkdownDialect } from '../render/dialect.ts';
import { longestBody, parseWithPlaces } from '../render/parser.ts';
import { type Place, placeOf, stretchesOf } from '../render/place.ts';
import { unescaped } from '../render/unescaped.ts';
import { type Span, slice, span } from '../text/span.ts';
import { readHtml } from './references-html.ts';
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
  /** How wide the `width` of an HTML image says that it is shown, in CSS pixels. */
  readonly shownWidth?: number;
  /** What else may give an `<img>` without `src` its image: `srcset`, `data-src`, template text in the tag … */
  readonly otherSources?: readonly string[];
}

/**
 * Every place in the body of a Markdown post where an address stands, in order of their place. Never throws.
 * @param isPlain whether the post is one without Blade, in which `<?php` is text.
 */
export function scanReferences(
  text: string,
  body: Span,
  dialect: MarkdownDialect,
  isPlain = true,
): readonly Reference[] {
  const source = text.slice(body.start, Math.min(body.end, body.start + longestBody));
  if (!mayRefer(source)) return [];
  const masked = maskTemplates(source, isPlain);
  return moved(readMarkdown(masked, source, dialect), body.start);
}

/** The same for a body that is HTML, with or without Blade. */
export function scanHtmlReferences(text: string, body: Span): readonly Reference[] {
  const source = text.slice(body.start, Math.min(body.end, body.start + longestBody));
  return moved(readHtml(maskTemplates(source), source), body.start);
}

/** Cheap and generous: without these no address can stand in a text. */
function mayRefer(source: string): boolean {
  return /\][ \n]*[([:]/.test(source) || /<img|src|href|poster|<object|style|<[a-z]+:/i.test(source);
}

function readMarkdown(text: string, source: string, dialect: MarkdownDialect): Reference[] {
  const found: Reference[] = [];
  const definitions: Place[] = [];
  const used = new Set<number>();
  const read = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      const place = placeOf(token);
      const html = stretchesOf(token);
      for (const each of readHtmlPart(html ?? [], text, source)) found.push(each);
      if (token.type === 'reference_definition' && place) definitions.push(place);
      else if (place)
        found.push(markdownReference(token.type === 'image' ? 'image' : 'link', place, source, dialect));
      if (place?.definition) used.add(place.definition.start);
      if (token.type !== 'image') read(token.children ?? []);
    }
  };
  read(parseWithPlaces(text, dialect));
  for (const place of definitions) {
    if (!used.has(place.whole.start)) found.push(markdownReference('definition', place, source, dialect));
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function markdownReference(
  kind: ReferenceKind,
  { whole, label, address, definition }: Place,
  source: string,
  dialect: MarkdownDialect,
): Reference {
  return {
    kind,
    syntax: 'markdown',
    span: whole,
    address: unescaped(slice(source, address), dialect),
    addressSpan: address,
    ...(definition && { definition }),
    ...(kind === 'image' && { alt: slice(source, label), altSpan: label }),
  };
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
