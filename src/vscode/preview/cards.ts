import { type Shared, sharingOf } from '../../core/sharing/sharing.ts';
import { LineMap } from '../../core/text/line-map.ts';
import type { CardsContent, CardText } from '../../protocol/content.ts';
import type { Composing } from './compose.ts';
import { frontMatterMistake } from './front-matter-mistake.ts';
import { headOf } from './head.ts';
import { Pictures } from './pictures.ts';

/** How a post looks when it is shared, found and subscribed to. */
export function composeCards(composing: Composing): CardsContent {
  const cards = cardsOf(composing);
  const { post, isTyping, last } = composing;
  if (frontMatterMistake(post) === undefined) return cards;
  const lastCards = last?.look === 'cards' ? last : undefined;
  const { social, search, feed } = cards;
  return {
    ...cards,
    domain: cards.domain ?? lastCards?.domain,
    path: cards.path.length > 0 ? cards.path : (lastCards?.path ?? []),
    // Every half-written value is a mistake: nothing is said of it until the writer rests.
    unreadable: !isTyping || lastCards?.unreadable === true,
    social: {
      title: unread(social.title, lastCards?.social.title),
      description: unread(social.description, lastCards?.social.description),
      image: unread(social.image, lastCards?.social.image),
    },
    search: {
      title: unread(search.title, lastCards?.search.title),
      description: unread(search.description, lastCards?.search.description),
    },
    feed: {
      title: unread(feed.title, lastCards?.feed.title),
      text: unread(feed.text, lastCards?.feed.text),
      date: unread(feed.date, lastCards?.feed.date),
    },
  };
}

/** A text of a post that can't be read as a whole: what seems to be missing may stand behind the mistake. */
function unread<Text extends CardText>(text: Text, last: Text | undefined): CardText | Text {
  if (text.state !== 'missing') return text;
  return last && last.state !== 'missing' ? last : { field: text.field, state: 'unread' };
}

function cardsOf({ post, site, language, files }: Composing): CardsContent {
  const sharing = sharingOf(post, site);
  const pictures = new Pictures(post, site, files);
  const pictureAt = (address: string) => pictures.at(address);
  const { title, date } = headOf({ post, site, lines: new LineMap(post.text), language, pictureAt });
  const { card, search } = sharing;
  const url = sharing.url === undefined ? undefined : /^(?:https?:\/\/([^/]*))?(.*)$/.exec(sharing.url);
  const description = cardText(search.description);
  return {
    look: 'cards',
    unreadable: false,
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
