import { type Shared, sharingOf } from '../../core/sharing/sharing.ts';
import { LineMap } from '../../core/text/line-map.ts';
import type { CardsContent, CardText } from '../../protocol/content.ts';
import type { Composing } from './compose.ts';
import { headOf } from './head.ts';
import { Pictures } from './pictures.ts';

/** How a post looks when it is shared, found and subscribed to. */
export function composeCards({ post, site, language, files }: Composing): CardsContent {
  const sharing = sharingOf(post, site);
  const pictures = new Pictures(post, site, files);
  const pictureAt = (address: string) => pictures.at(address);
  const { title, date } = headOf({ post, site, lines: new LineMap(post.text), language, pictureAt });
  const { card, search } = sharing;
  const url = sharing.url === undefined ? undefined : /^(?:https?:\/\/([^/]*))?(.*)$/.exec(sharing.url);
  const description = cardText(search.description);
  return {
    look: 'cards',
    domain: url?.[1]?.replace(/^www\./, '') ?? undefined,
    path: (url?.[2] ?? '').split('/').filter((part) => part !== '' && part !== 'index.html'),
    siteName: sharing.siteName,
    social: {
      title: cardText(card.title),
      description: cardText(card.description),
      image: {
        ...cardText(card.image),
        ...(card.image.text !== undefined && { picture: pictureAt(card.image.text) }),
      },
    },
    search: { title: cardText(search.title), description },
    feed: {
      title: { text: title?.text, field: 'title', state: title ? 'written' : 'missing' },
      text: {
        text: search.description.missing ? sharing.excerpt : description.text,
        field: description.field,
        state: search.description.missing ? 'missing' : 'written',
      },
      date: { text: date?.text, field: 'date', state: date ? 'written' : 'missing' },
    },
  };
}

function cardText({ text, field, missing, noTag }: Shared): CardText {
  return { text, field, state: noTag ? 'not-printed' : missing ? 'missing' : 'written' };
}
