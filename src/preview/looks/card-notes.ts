import type { CardsContent, CardText } from '../../protocol/content.ts';
import type { Strings } from '../../protocol/messages.ts';
import { element, fill } from '../element.ts';

/** What is to be said of a card, and the field that changes it. */
export interface Note {
  readonly text: string;
  readonly field: string;
  /** Where the button leads: to that field, to a place where it is written, or to the mistake that hides it. */
  readonly way: 'present' | 'absent' | 'mistake';
  /** Whether it is good to know, and nothing is amiss. */
  readonly calm: boolean;
}

/** Networks show an image in this shape, width to height. */
const SHAPE = 1.91;

/** Images that are narrower, in pixels, are shown small beside the text. */
const NARROW = 600;

/** What is said of a text that isn't the post's own. */
export function textNote(
  { field, state, text }: CardText,
  { cards }: Strings,
  kind: 'text' | 'image',
): Note | undefined {
  if (state === 'written' || state === 'unread') return undefined;
  if (state === 'not-printed') {
    const said = kind === 'image' ? cards.imageNotPrinted : cards.textNotPrinted;
    return { text: said, field: '', way: 'present', calm: true };
  }
  const said = fill(text === undefined ? cards.missing : cards.standsIn, field);
  return { text: said, field, way: 'absent', calm: false };
}

/** What is said of an image's size and shape, once they are known. */
export function cropNote(
  { field, picture }: CardsContent['social']['image'],
  { cards }: Strings,
): readonly Note[] {
  const size = picture?.kind === 'local' ? picture.size : undefined;
  if (size === undefined) return [];
  const { width, height } = size;
  const shape = width / height;
  const seen = Math.round(100 * Math.min(shape / SHAPE, SHAPE / shape));
  const found: Note[] = [];
  if (width < NARROW) {
    found.push({ text: fill(fill(cards.imageSmall, width), height, 1), field, way: 'present', calm: false });
  }
  if (seen < 100) found.push({ text: fill(cards.imageCut, seen), field, way: 'present', calm: true });
  return found;
}

/** The notes below a card, each with a button that leads to its field. */
export function notes(said: readonly Note[], { cards }: Strings): HTMLElement | undefined {
  if (said.length === 0) return undefined;
  const ways = { present: cards.goToField, absent: cards.addField, mistake: cards.goToMistake };
  const items = said.map(({ text, field, way, calm }) =>
    element(
      'li',
      { class: calm ? 'cd-note cd-calm' : 'cd-note' },
      element('span', { class: 'cd-note-text' }, text),
      field === ''
        ? undefined
        : element(
            'button',
            { type: 'button', class: 'cd-link', 'data-field': field },
            fill(ways[way], field),
          ),
    ),
  );
  return element('ul', { class: 'cd-notes' }, ...items);
}
