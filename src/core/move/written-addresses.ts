import type { Field, Post, YamlNode } from '../post/post.ts';
import { scanHtmlReferences } from '../post/references.ts';
import { bodyReferences } from '../rules/context.ts';
import type { Site } from '../site/site.ts';
import { type Span, slice, span } from '../text/span.ts';
import type { WrittenAddress } from './rewrite-address.ts';

/** An address in a text of the site. */
export interface FoundAddress extends WrittenAddress {
  /** Whether the place is one for addresses; in any other field only a whole path to a file is surely one. */
  readonly isSure: boolean;
}

/** Every address in a post's body and front matter, each place once. */
export function addressesIn(post: Post, site: Site): readonly FoundAddress[] {
  const found = new Map<number, FoundAddress>();
  for (const { address, addressSpan } of bodyReferences(post, site)) {
    // Several images may use one definition.
    if (address !== undefined && addressSpan)
      found.set(addressSpan.start, { address, span: addressSpan, isSure: true });
  }
  return [...frontMatterAddresses(post, site.config.imageFields), ...found.values()];
}

/** The addresses in a layout or a part of one: those that stand in it literally, in HTML or its front matter. */
export function addressesInView(view: Post, site: Site): readonly FoundAddress[] {
  const body = scanHtmlReferences(view.text, span(view.rendered.body.start, view.text.length));
  return [
    ...frontMatterAddresses(view, site.config.imageFields),
    ...body.flatMap(({ address, addressSpan }) =>
      address !== undefined && addressSpan ? [{ address, span: addressSpan, isSure: true }] : [],
    ),
  ];
}

function frontMatterAddresses(
  { text, frontMatter }: Post,
  imageFields: readonly string[],
): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  const read = (node: YamlNode, isSure: boolean) => {
    for (const { node: inner } of node.fields) read(inner, isSure);
    for (const item of node.items) read(item, isSure);
    const where = typeof node.value === 'string' ? placeOf(node, node.value.trim(), text) : undefined;
    if (where) found.push({ address: slice(text, where), span: where, isSure });
  };
  const readField = ({ key, node }: Field) => {
    // These say where the page itself is.
    if (key !== 'path' && key !== 'permalink') read(node, imageFields.includes(key));
  };
  if (!frontMatter?.problem) for (const field of frontMatter?.fields ?? []) readField(field);
  return found;
}

/** Where a value stands; undefined where it is written with escapes or over several lines. */
function placeOf({ span: where }: YamlNode, address: string, text: string): Span | undefined {
  const at = address === '' ? -1 : slice(text, where).indexOf(address);
  return at === -1 ? undefined : span(where.start + at, where.start + at + address.length);
}
