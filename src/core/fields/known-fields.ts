import { type Message, message } from '../text/message.ts';

/** A field whose meaning Copydesk knows, with what completion and hover say of it. */
export interface KnownField {
  readonly key: string;
  readonly description: Message;
  /** What stands in it: what is completed, and how a new one is written. */
  readonly holds: 'text' | 'date' | 'names' | 'layout' | 'section' | 'image' | 'boolean';
}

const field = (key: string, holds: KnownField['holds'], description: Message): KnownField => ({
  key,
  holds,
  description,
});

/** The fields that posts of the field's generators and templates use, in the order in which posts usually have them. */
export const KNOWN_FIELDS: readonly KnownField[] = [
  field(
    'extends',
    'layout',
    message('The layout that the page is built with. Without one there is no page.'),
  ),
  field('section', 'section', message('The place in the layout where your text is printed.')),
  field('title', 'text', message('The headline, also shown in lists, search results and browser tabs.')),
  field(
    'description',
    'text',
    message('One or two sentences that sum up the post, for lists and search results.'),
  ),
  field('keywords', 'names', message('What the post is about, as words or short phrases.')),
  field(
    'date',
    'date',
    message('When the post was published. Lists are sorted by it, and it is often part of the address.'),
  ),
  field('author', 'text', message('Who wrote it.')),
  field('categories', 'names', message('The categories that the post is listed in, as a list.')),
  field('tags', 'names', message('The tags that the post is listed under, as a list.')),
  field('image', 'image', message('The picture of the post: on the page, in lists and when it is shared.')),
  field('cover_image', 'image', message('The picture at the top of the post.')),
  field('featured', 'boolean', message('Whether the post stands out on the front page.')),
  field('excerpt', 'text', message('The text shown in lists, instead of the first lines.')),
  field('permalink', 'text', message('The file that the page is written to, with its extension.')),
  field('path', 'text', message('The page’s own address, instead of its collection’s pattern.')),
];

const byKey = new Map(KNOWN_FIELDS.map((each) => [each.key, each]));

/** What Copydesk knows of a field; undefined for a site's own. */
export function knownField(key: string): KnownField | undefined {
  return byKey.get(key);
}
