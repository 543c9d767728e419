import type { RuleContext } from '../rules/rule.ts';
import type { SitePath } from '../site/files.ts';
import type { Message } from '../text/message.ts';
import type { Span } from '../text/span.ts';
import { completeImages } from './complete-images.ts';
import { completeKeys } from './complete-keys.ts';
import { completeLinks } from './complete-links.ts';
import { completeValues } from './complete-values.ts';
import { cursorAt } from './cursor.ts';
import type { Reader } from './date-in-words.ts';
import { imageSlotAt } from './image-slot.ts';
import { linkSlotAt } from './link-slot.ts';

/** One proposal for the place where the writer is. */
export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'layout' | 'section' | 'page' | 'value' | 'image' | 'folder' | 'date';
  /** What choosing it writes, in the place of `replace`. */
  readonly text: string;
  readonly replace: Span;
  /** What the written word is compared with, where that isn't the label. */
  readonly filter?: string;
  /** A word or two beside the label. */
  readonly detail?: Message | string;
  /** Sentences on what it does. */
  readonly documentation?: Message | string;
  /** The image that it is, to be shown beside the list. */
  readonly image?: SitePath;
  /** Whether a value, or something in a folder, is to be chosen next. */
  readonly goesOn?: boolean;
}

/** What could stand at a place, the best first. */
export interface Completions {
  readonly items: readonly Completion[];
  /** Whether there is more, so that it's worth asking again when more is written. */
  readonly isIncomplete: boolean;
}

const NOTHING: Completions = { items: [], isIncomplete: false };

/** Everything that could stand at a place of the front matter, or in the address of a link or an image; nothing elsewhere. */
export function completionsAt(context: RuleContext, offset: number, reader: Reader): Completions {
  const link = linkSlotAt(context.post, offset);
  if (link) return completeLinks(context, link);
  const image = imageSlotAt(context.post, offset);
  if (image) return completeImages(context, image);
  const cursor = cursorAt(context.post, offset);
  if (!cursor) return NOTHING;
  return cursor.kind === 'key'
    ? { items: completeKeys(context, cursor), isIncomplete: false }
    : completeValues(context, cursor, offset, reader);
}
