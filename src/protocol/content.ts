import * as v from 'valibot';

/** A line of the post's file, from 0. Fractions are parts of a line's height. */
export const Line = v.pipe(v.number(), v.finite(), v.minValue(0));

const Pixels = v.pipe(v.number(), v.finite(), v.minValue(0));
const Size = v.object({ width: Pixels, height: Pixels });
export type Size = v.InferOutput<typeof Size>;

/** What the page shows where a picture, a film or a sound stands. */
export const Picture = v.variant('kind', [
  /**
   * A file of the site, at its webview address; its size in pixels as browsers show it, once that is known. Outside of
   * any site it is merely looked for where the post lies.
   */
  v.object({
    kind: v.literal('local'),
    url: v.string(),
    size: v.optional(Size),
    isGuess: v.optional(v.literal(true)),
  }),
  /** On another host. */
  v.object({ kind: v.literal('remote'), url: v.string() }),
  /** The site doesn't have it. */
  v.object({ kind: v.literal('missing') }),
  /** No address is written. */
  v.object({ kind: v.literal('none') }),
  /** Only the build can tell. */
  v.object({ kind: v.literal('computed') }),
  /** The site doesn't have it, and the writer is typing still. */
  v.object({ kind: v.literal('unfinished') }),
]);
export type Picture = v.InferOutput<typeof Picture>;

/** A text of the front matter and the line of its field, so that a double click finds the way back. */
const HeadText = v.object({ text: v.string(), line: Line });
export type HeadText = v.InferOutput<typeof HeadText>;

/** The names that a field lists, such as categories: as readers see each, and as it stands in addresses. */
const Names = v.array(v.object({ text: v.string(), slug: v.string() }));
const HeadNames = v.object({ names: Names, line: Line });

/** What an article shows above and below its body. Fields that are absent or empty are missing here. */
const Head = v.object({
  /** Sections or categories, as readers know them. */
  kicker: v.optional(HeadNames),
  title: v.optional(HeadText),
  description: v.optional(HeadText),
  author: v.optional(v.object({ ...HeadText.entries, names: Names })),
  /** The date in words; `iso` where the generator reads a moment from it. */
  date: v.optional(v.object({ text: v.string(), line: Line, iso: v.optional(v.string()) })),
  /** The cover: its address as written, and what is there. */
  image: v.optional(
    v.object({
      address: v.string(),
      picture: Picture,
      alt: v.string(),
      caption: v.optional(v.string()),
      line: Line,
    }),
  ),
  keywords: v.optional(HeadNames),
  /** How long the body takes to read; undefined where there is nothing to read. */
  minutes: v.optional(v.number()),
});
export type Head = v.InferOutput<typeof Head>;

const ArticleContent = v.object({
  look: v.literal('article'),
  head: Head,
  /** The rendered body, not yet sanitised, with `data-line` on its blocks. */
  html: v.string(),
  /** What is at each address that a picture, a film or a sound of the body has. */
  pictures: v.record(v.string(), Picture),
});
export type ArticleContent = v.InferOutput<typeof ArticleContent>;

/** A text on a card, the field from which it comes, and what is to be said of it. */
const CardText = v.object({
  /** Undefined where nothing is shown. */
  text: v.optional(v.string()),
  field: v.string(),
  /**
   * Whether the field is empty, so that the text, if any, only stands in; or can't be read; or the layout prints no such
   * thing at all.
   */
  state: v.picklist(['written', 'missing', 'unread', 'not-printed']),
});
export type CardText = v.InferOutput<typeof CardText>;

/** How the post looks to those who see it elsewhere. */
const CardsContent = v.object({
  look: v.literal('cards'),
  /** Whether a mistake in the front matter keeps fields from being read, and the writer isn't about to finish it. */
  unreadable: v.boolean(),
  /** Where readers find it: the site's domain and the parts of the path, as far as they are known. */
  domain: v.optional(v.string()),
  path: v.array(v.string()),
  siteName: v.optional(v.string()),
  social: v.object({
    title: CardText,
    description: CardText,
    image: v.object({
      ...CardText.entries,
      /** What is at the address that `text` is. */
      picture: v.optional(Picture),
    }),
  }),
  search: v.object({ title: CardText, description: CardText }),
  feed: v.object({ title: CardText, text: CardText, date: CardText }),
});
export type CardsContent = v.InferOutput<typeof CardsContent>;

/** The post in the page of a build. */
const SiteContent = v.object({
  ...ArticleContent.entries,
  look: v.literal('site'),
  /** Which template it belongs in: the page leaves alone what came for another one. */
  template: v.number(),
  /** The post's date, as the site prints it in each place of the template. */
  dates: v.array(v.string()),
  /** How long the body takes to read, as the site counts it; undefined where the template doesn't say it. */
  minutes: v.optional(v.number()),
});
export type SiteContent = v.InferOutput<typeof SiteContent>;

/** What a look shows of the post. */
export const Content = v.variant('look', [SiteContent, ArticleContent, CardsContent]);
export type Content = v.InferOutput<typeof Content>;
