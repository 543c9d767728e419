import { fieldOf } from '../post/fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SitePath } from '../site/files.ts';
import type { Message } from '../text/message.ts';
import { type Span, span } from '../text/span.ts';
import { cursorAt } from './cursor.ts';
import type { Reader } from './date-in-words.ts';
import { hoverImage } from './hover-image.ts';
import { describeKey } from './hover-key.ts';
import { describeValue } from './hover-value.ts';

/** A piece of what is told of a place. Templates are Markdown; what goes into their places is plain text. */
export type HoverPart =
  | { readonly kind: 'paragraph'; readonly text: Message }
  /** Something of the site's own, such as a page's title, in its own words. */
  | { readonly kind: 'title' | 'quotation'; readonly text: string }
  /** Files of the site to open. */
  | { readonly kind: 'files'; readonly paths: readonly SitePath[] }
  | { readonly kind: 'picture'; readonly path: SitePath }
  /** An image on another website, which is loaded only where the writer allows that. */
  | { readonly kind: 'remote-picture'; readonly url: string };

/** What is told of a place, and of how much of the text. */
export interface Hover {
  readonly span: Span;
  readonly parts: readonly HoverPart[];
}

/** What Copydesk knows of a key, a value, or an image's address; undefined where it has nothing to say. */
export function hoverAt(context: RuleContext, offset: number, reader: Reader): Hover | undefined {
  const image = hoverImage(context, offset);
  if (image) return image;
  const cursor = cursorAt(context.post, offset);
  if (!cursor || cursor.word.start === cursor.word.end) return undefined;
  if (cursor.kind === 'value') return describeValue(context, cursor, offset, reader);
  const field = fieldOf(context.post, context.post.text.slice(cursor.word.start, cursor.word.end));
  const parts = field ? describeKey(context, field, reader) : [];
  return parts.length > 0 ? { span: span(cursor.word.start, cursor.word.end), parts } : undefined;
}
