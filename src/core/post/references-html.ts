import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { cssUrls } from '../css/css-urls.ts';
import { type Span, span } from '../text/span.ts';
import type { Reference, ReferenceKind } from './references.ts';
import {
  type Attribute,
  type DecodedValue,
  decode,
  decodedValue,
  makeAttribute,
} from './references-attribute.ts';
import { isMasked } from './references-template.ts';

/** What the address in an attribute is to the page, by tag. */
const kinds: Readonly<Record<string, Readonly<Record<string, ReferenceKind>>>> = {
  img: { src: 'image', srcset: 'image' },
  source: { src: 'media', srcset: 'image' },
  input: { src: 'image' },
  image: { href: 'image', 'xlink:href': 'image' },
  video: { src: 'media', poster: 'image' },
  audio: { src: 'media' },
  track: { src: 'media' },
  embed: { src: 'media' },
  iframe: { src: 'media' },
  object: { data: 'media' },
  script: { src: 'resource' },
  link: { href: 'resource' },
  use: { href: 'resource', 'xlink:href': 'resource' },
  a: { href: 'link', 'xlink:href': 'link' },
  area: { href: 'link' },
};

/**
 * Finds the addresses in HTML, as a browser's tokenizer sees it.
 * @param text what is read, of the same length as `source`: template text and all that is no HTML overwritten.
 * @param source what addresses are taken from.
 * @returns references with spans in `source`, in order.
 */
export function readHtml(text: string, source: string): Reference[] {
  const found: Reference[] = [];
  let tag: { readonly name: string; readonly start: number } = { name: '', start: 0 };
  let attributes: Attribute[] = [];
  let name = span(0, 0);
  let told: (Span | string)[] = [];

  const endOfTag = (end: number) => {
    for (const each of readTag(tag.name, attributes, span(tag.start, end + 1), text, source))
      found.push(each);
  };
  const ignore = () => {};
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = { name: text.slice(start, end).toLowerCase(), start: start - 1 };
      attributes = [];
    },
    onattribname(start, end) {
      name = span(start, end);
      told = [];
    },
    onattribdata(start, end) {
      told.push(span(start, end));
    },
    onattribentity(codePoint) {
      told.push(String.fromCodePoint(codePoint));
    },
    onattribend(quote, end) {
      const quoted = quote === QuoteType.Single || quote === QuoteType.Double;
      attributes.push(makeAttribute(text, source, name, told, quoted ? end - 1 : end));
    },
    ontext(start, end) {
      if (tag.name !== 'style') return;
      // Between the tags of `<style>`, character references stand for themselves.
      const css = { decoded: text.slice(start, end), placeOf: (offset: number) => start + offset };
      for (const each of readStyle(css, span(start, end), source)) found.push(each);
    },
    onclosetag() {
      tag = { name: '', start: 0 };
    },
    onopentagend: endOfTag,
    onselfclosingtag: endOfTag,
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
    ontextentity: ignore,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(text);
  tokenizer.end();
  return found;
}

function readTag(
  tag: string,
  attributes: readonly Attribute[],
  whole: Span,
  text: string,
  source: string,
): Reference[] {
  const found: Reference[] = [];
  const seen = new Set<string>();
  const alt = attributes.find(({ name }) => name === 'alt');
  const width = attributes.find(({ name }) => name === 'width');
  const shownWidth = width && Number(/^\s*(\d{1,5})(?:px)?\s*$/.exec(decode(width, width.value))?.[1] ?? 0);
  const common = {
    syntax: 'html' as const,
    span: whole,
    tag,
    ...(shownWidth && { shownWidth }),
    ...(alt && { alt: decode(alt, alt.value), altSpan: alt.value }),
  };
  for (const attribute of attributes) {
    const { name, value } = attribute;
    // A browser takes the first of two attributes of one name.
    if (seen.has(name)) continue;
    seen.add(name);
    const kind = kinds[tag]?.[name];
    if (name === 'style') {
      for (const reference of readStyle(decodedValue(attribute, text), whole, source))
        found.push({ ...reference, tag, attribute: name });
    } else if (kind !== undefined) {
      const places = name === 'srcset' ? srcsetAddresses(text, value) : [trimmed(text, value)];
      for (const place of places) {
        found.push({
          ...common,
          kind,
          attribute: name,
          address: decode(attribute, place),
          addressSpan: place,
        });
      }
    }
  }
  if (tag === 'img' && !seen.has('src')) {
    const otherSources = attributes
      .filter(({ name }) => /src|original/.test(name) || isMasked(name))
      .map(({ nameSpan }) => source.slice(nameSpan.start, nameSpan.end));
    const addressless = { address: undefined, addressSpan: undefined, attribute: 'src', otherSources };
    found.unshift({ ...common, kind: 'image', ...addressless });
  }
  return found;
}

/** Browsers strip white space around an address. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return span(from, to);
}

/** The addresses of image candidates, as the HTML standard parses a `srcset` attribute. */
function srcsetAddresses(text: string, { start, end }: Span): Span[] {
  const places: Span[] = [];
  let at = start;
  while (at < end) {
    while (at < end && /[\s,]/.test(text[at] ?? '')) at++;
    const from = at;
    while (at < end && !/\s/.test(text[at] ?? '')) at++;
    let to = at;
    while (to > from && text[to - 1] === ',') to--;
    if (to > from) places.push(span(from, to));
    if (to < at) continue;
    for (let depth = 0; at < end && (depth > 0 || text[at] !== ','); at++) {
      if (text[at] === '(') depth++;
      else if (text[at] === ')') depth--;
    }
  }
  return places;
}

/** The addresses in CSS: of an attribute or of a `<style>` element. */
function readStyle({ decoded, placeOf }: DecodedValue, whole: Span, source: string): Reference[] {
  const found: Reference[] = [];
  for (const { addressSpan: inside, address: meant } of cssUrls(decoded)) {
    if (inside.start === inside.end) continue;
    const addressSpan = span(placeOf(inside.start), placeOf(inside.end));
    const address = isMasked(meant) ? source.slice(addressSpan.start, addressSpan.end) : meant;
    found.push({ kind: 'style', syntax: 'html', span: whole, address, addressSpan });
  }
  return found;
}
