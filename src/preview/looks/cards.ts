import type { CardsContent, CardText } from '../../protocol/content.ts';
import type { Strings } from '../../protocol/messages.ts';
import { cutToWidth } from '../cut.ts';
import { element, fill } from '../element.ts';
import { type PictureContext, pictureElement } from '../pictures.ts';
import { cropNote, type Note, notes, textNote } from './card-notes.ts';
import type { LookContext } from './look.ts';

/**
 * What a search engine's page on a desktop has room for: one line of a title, two of a description, in pixels. Arimo is
 * as wide as Arial, letter by letter, and comes along for those who haven't that.
 */
const SEARCH = {
  title: { font: '20px Arial, Arimo, sans-serif', width: 600 },
  description: { font: '14px Arial, Arimo, sans-serif', width: 940 },
};

const canvas = document.createElement('canvas').getContext('2d');

/** How the post looks to those who see it elsewhere: in a network, in search results, in a feed reader. */
export function buildCards(content: CardsContent, { settings, failed }: LookContext): HTMLElement {
  const { strings } = settings;
  const context: PictureContext = { pictures: {}, remoteAllowed: settings.remoteImages, failed, strings };
  return element(
    'main',
    { class: 'cd-cards' },
    content.unreadable ? unreadable(strings) : undefined,
    social(content, context, strings),
    search(content, strings),
    feed(content, strings),
  );
}

/** Says above all cards why they may lack something. The title's field is as good as any to lead to the mistake. */
function unreadable(strings: Strings): HTMLElement | undefined {
  const { unreadable: text } = strings.cards;
  return notes([{ text, field: 'title', way: 'mistake', calm: false }], strings);
}

/** What stands where a text isn't known. */
function gap({ state }: CardText, none: string): string {
  return state === 'unread' ? '…' : none;
}

function social(
  { domain, siteName, social: { title, description, image } }: CardsContent,
  context: PictureContext,
  strings: Strings,
): HTMLElement {
  const { text: address, picture } = image;
  const shown =
    address !== undefined && picture
      ? pictureElement({ address, picture, alt: '' }, context)
      : element('span', { class: 'cd-no-image' }, gap(image, strings.cards.noImage));
  return card(
    'social',
    strings,
    [
      // What stands in for the picture of another website has a button of its own.
      shown.matches('[role="group"]')
        ? element('div', { class: 'cd-social-image' }, shown)
        : part('cd-social-image', image, strings, shown),
      element(
        'div',
        { class: 'cd-social-text' },
        element('p', { class: 'cd-social-site' }, domain ?? siteName ?? ''),
        part('cd-social-title', title, strings, title.text ?? gap(title, strings.noTitle)),
        description.text === undefined
          ? undefined
          : part('cd-social-description', description, strings, description.text),
      ),
    ],
    [
      textNote(title, strings, 'text'),
      textNote(description, strings, 'text'),
      textNote(image, strings, 'image'),
      ...(image.state === 'written' ? cropNote(image, strings) : []),
    ],
  );
}

function search({ domain, path, siteName, search: found }: CardsContent, strings: Strings): HTMLElement {
  const title = measured(found.title.text ?? gap(found.title, strings.noTitle), SEARCH.title);
  const description = measured(found.description.text ?? '', SEARCH.description);
  const crumbs = [domain ?? '…', ...path].join(' › ');
  const cut = (template: string, { isCut, width }: typeof title, most: number, field: string): Note[] =>
    isCut ? [{ text: fill(fill(template, most), width, 1), field, way: 'present', calm: true }] : [];
  return card(
    'search',
    strings,
    [
      element(
        'div',
        { class: 'cd-search-site' },
        element('span', { class: 'cd-search-icon', 'aria-hidden': 'true' }, initial(siteName ?? domain)),
        element('span', {}, siteName ?? domain ?? ''),
        element('span', { class: 'cd-search-crumbs' }, crumbs),
      ),
      part('cd-search-title', found.title, strings, title.text),
      description.text === ''
        ? undefined
        : part('cd-search-description', found.description, strings, description.text),
    ],
    [
      textNote(found.title, strings, 'text'),
      textNote(found.description, strings, 'text'),
      ...cut(strings.cards.titleCut, title, SEARCH.title.width, found.title.field),
      ...cut(strings.cards.descriptionCut, description, SEARCH.description.width, found.description.field),
    ],
  );
}

function feed(
  { domain, siteName, feed: { title, text, date } }: CardsContent,
  strings: Strings,
): HTMLElement {
  return card(
    'feed',
    strings,
    [
      element(
        'p',
        { class: 'cd-feed-site' },
        element('span', {}, siteName ?? domain ?? ''),
        date.text === undefined ? undefined : element('span', {}, date.text),
      ),
      part('cd-feed-title', title, strings, title.text ?? gap(title, strings.noTitle)),
      text.text ? part('cd-feed-text', text, strings, text.text) : undefined,
    ],
    [textNote(title, strings, 'text'), textNote(date, strings, 'text'), textNote(text, strings, 'text')],
  );
}

function card(
  kind: 'social' | 'search' | 'feed',
  strings: Strings,
  parts: readonly (Node | undefined)[],
  said: readonly (Note | undefined)[],
): HTMLElement {
  const id = `cd-card-${kind}`;
  return element(
    'section',
    { class: 'cd-card-section', 'aria-labelledby': id },
    element('h2', { class: 'cd-card-heading', id }, strings.cards[kind]),
    element('div', { class: `cd-card cd-${kind}` }, ...parts),
    notes(
      said.filter((note) => note !== undefined),
      strings,
    ),
  );
}

/** A part of a card that leads to the field from which it comes. */
function part(
  className: string,
  { field, state, text }: CardText,
  { cards }: Strings,
  ...shown: (Node | string)[]
) {
  return element(
    'button',
    {
      type: 'button',
      class: `cd-part ${className}${text === undefined ? ' cd-wanting' : ''}`,
      'data-field': field,
      title: fill(state === 'missing' ? cards.addField : cards.goToField, field),
      dir: 'auto',
    },
    ...shown,
  );
}

function measured(text: string, { font, width }: { readonly font: string; readonly width: number }) {
  return cutToWidth(text, width, (part) => {
    if (canvas === null) return 0;
    canvas.font = font;
    return canvas.measureText(part).width;
  });
}

function initial(name = ''): string {
  return [...name][0]?.toLocaleUpperCase() ?? '';
}
