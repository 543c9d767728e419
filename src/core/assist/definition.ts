import { knownField } from '../fields/known-fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SitePath } from '../site/files.ts';
import { isKnown } from '../site/unknown.ts';
import { type Span, slice, touches } from '../text/span.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { fileLinksOf } from './file-links.ts';
import { nameSlot } from './name-slot.ts';
import { pagesNamedBy } from './named-pages.ts';
import { sectionsOf } from './sections.ts';

/** Where something stands that a post names. */
export interface Definition {
  /** What of the post names it. */
  readonly origin: Span;
  readonly path: SitePath;
  /** The place in that file; undefined for the file as a whole. */
  readonly place: Span | undefined;
}

/** What the name at a place leads to: a layout's view, where a section is printed, a page, an address's file. */
export function definitionsAt(context: RuleContext, offset: number): readonly Definition[] {
  const link = fileLinksOf(context).find(({ span }) => touches(span, offset));
  if (link) return [{ origin: link.span, path: link.path, place: undefined }];
  const cursor = cursorAt(context.post, offset);
  return cursor?.kind === 'value' ? definitionsOf(context, cursor, offset) : [];
}

function definitionsOf(
  { post, site, placement, habits }: RuleContext,
  cursor: Cursor & { readonly kind: 'value' },
  offset: number,
): readonly Definition[] {
  const { key, word: origin } = cursor;
  const word = slice(post.text, origin).trim();
  switch (knownField(key)?.holds) {
    case 'layout': {
      const view = site?.jigsaw?.find(word);
      const path = view && isKnown(view) ? view.path : undefined;
      return path === undefined ? [] : [{ origin, path, place: undefined }];
    }
    case 'section':
      return sectionsOf(placement?.layouts ?? [])
        .filter(({ name }) => name === word)
        .map(({ place }) => ({ origin, path: place.view, place: place.span }));
    default: {
      const name = nameSlot(post.text, cursor, offset).word;
      const page =
        site && pagesNamedBy(key, site, habits?.fields.get(key))?.pages.get(slice(post.text, name));
      return page ? [{ origin: name, path: page.path, place: undefined }] : [];
    }
  }
}
