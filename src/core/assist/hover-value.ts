import { knownField } from '../fields/known-fields.ts';
import { titleOf } from '../fields/title.ts';
import { fieldOf } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import type { RuleContext } from '../rules/rule.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { and, message } from '../text/message.ts';
import { type Span, slice } from '../text/span.ts';
import type { Cursor } from './cursor.ts';
import type { Reader } from './date-in-words.ts';
import type { Hover, HoverPart } from './hover.ts';
import { describeDate, holdsDate } from './hover-date.ts';
import { nameSlot } from './name-slot.ts';
import { pagesNamedBy } from './named-pages.ts';
import { postCount } from './post-count.ts';
import { sectionsOf } from './sections.ts';
import { isSurprising, valueInWords } from './value-in-words.ts';

/** What a value means on this site, or what the build makes of it where that may surprise. */
export function describeValue(
  context: RuleContext,
  cursor: Cursor & { readonly kind: 'value' },
  offset: number,
  reader: Reader,
): Hover | undefined {
  const { post, site } = context;
  const { key } = cursor;
  const word = slice(post.text, cursor.word).trim();
  const node = fieldOf(post, key)?.node;
  if (node && holdsDate(context, key, node))
    return hover(cursor.word, describeDate(context, node, reader).map(paragraph));
  switch (knownField(key)?.holds) {
    case 'layout':
      return hover(cursor.word, layout(context, word));
    case 'section':
      return hover(cursor.word, section(context, word));
    default: {
      const name = nameSlot(post.text, cursor, offset).word;
      const text = slice(post.text, name);
      const page = site && pagesNamedBy(key, site, context.habits?.fields.get(key))?.pages.get(text);
      if (page)
        return hover(name, describePage(page, site, context.habits?.fields.get(key)?.values.get(text) ?? 0));
      if (!node || post.frontMatter?.problem || cursor.within !== 'value' || !isSurprising(node.value))
        return undefined;
      return hover(cursor.word, [paragraph(valueInWords(node.value))]);
    }
  }
}

function hover(span: Span, parts: readonly HoverPart[]): Hover | undefined {
  return parts.length > 0 ? { span, parts } : undefined;
}

function paragraph(text: ReturnType<typeof message>): HoverPart {
  return { kind: 'paragraph', text };
}

/** The views that a layout stands for, and what a post can fill there. */
function layout({ site }: RuleContext, name: string): readonly HoverPart[] {
  if (!site?.jigsaw) return [];
  const chain = site.jigsaw.chainOf(name);
  const { views, missing, unknown } = chain;
  const parts: HoverPart[] = [];
  if (views.length === 1) parts.push(paragraph(message('The page is built with this layout:')));
  if (views.length > 1)
    parts.push(paragraph(message('The page is built with these layouts, each inside the next:')));
  if (views.length > 0) parts.push({ kind: 'files', paths: views.map(({ path }) => path) });
  if (missing) parts.push(paragraph(message('The build fails: `{0}`', missing.error)));
  const sections = sectionsOf([{ name, chain }]).filter(({ isDefined }) => !isDefined);
  const names = sections.map((each) => message('“{0}”', each.name));
  if (names.length > 0) parts.push(paragraph(message('A post can fill these sections: {0}.', and(names))));
  if (unknown.length > 0) parts.push(paragraph(message('There may be more, which only the build knows.')));
  return parts;
}

/** Where a section is printed. */
function section({ placement }: RuleContext, name: string): readonly HoverPart[] {
  const layouts = placement?.layouts ?? [];
  const found = sectionsOf(layouts).find((each) => each.name === name);
  if (found) {
    const parts: HoverPart[] = [
      paragraph(message('Your text is printed here:')),
      { kind: 'files', paths: [found.place.view] },
    ];
    if (found.isDefined)
      parts.push(paragraph(message('A layout puts something there itself; your text replaces it.')));
    return parts;
  }
  const isCertain =
    layouts.length > 0 && layouts.every(({ chain }) => chain.unknown.length === 0 && !chain.missing);
  return isCertain
    ? [paragraph(message('The layout prints no section with this name, so readers don’t see your text.'))]
    : [];
}

/** The page that a name leads to, and how many posts use the name. */
function describePage(page: Post, site: Site, count: number): readonly HoverPart[] {
  const { outputs } = placementOf(page, site);
  const url = isKnown(outputs) ? outputs[0]?.url : undefined;
  const title = titleOf(page);
  const description = fieldOf(page, 'description')?.node.value;
  const parts: HoverPart[] = [];
  if (title !== undefined) parts.push({ kind: 'title', text: title });
  if (typeof description === 'string' && description.trim() !== '')
    parts.push({ kind: 'quotation', text: description.trim() });
  parts.push(paragraph(url === undefined ? postCount(count) : message('`{0}`, {1}', url, postCount(count))));
  return [...parts, { kind: 'files', paths: [page.path] }];
}
