import * as v from 'valibot';
import { Content, Line } from './content.ts';

/** The ways to show a post, in the order in which they are offered. */
export const lookNames = ['site', 'article', 'cards'] as const;
const LookName = v.picklist(lookNames);
export type LookName = v.InferOutput<typeof LookName>;

/** The colours of the article: the editor's own, or those of a page in a lit or in a dark room. */
export const paperNames = ['editor', 'light', 'dark'] as const;
const PaperName = v.picklist(paperNames);
export type PaperName = v.InferOutput<typeof PaperName>;

/** How a panel shows its post. */
const View = v.object({
  look: LookName,
  paper: PaperName,
  /** Whether the panel stays with its post when another one is opened. */
  locked: v.boolean(),
});
export type View = v.InferOutput<typeof View>;

const Attributes = v.record(v.string(), v.string());

/** How a template is marked: what is around the name of a slot, and the attributes of the post's other places. */
const Marks = v.object({
  slotStart: v.string(),
  slotEnd: v.string(),
  body: v.string(),
  cover: v.string(),
  remote: v.string(),
  each: v.string(),
  between: v.string(),
});
export type Marks = v.InferOutput<typeof Marks>;

/** A page of a build without its post, as the core's `Template` says it. */
const SiteTemplate = v.object({
  id: v.number(),
  rootAttributes: Attributes,
  bodyAttributes: Attributes,
  /** What is in `<body>`, not yet sanitised. */
  html: v.string(),
  marks: Marks,
  styles: v.array(v.object({ css: v.string(), media: v.optional(v.string()) })),
  /** Whether the site's scripts give the page a class `dark` in dark surroundings. */
  darkClass: v.boolean(),
});
export type SiteTemplate = v.InferOutput<typeof SiteTemplate>;

/** Why a post has no page in any build. */
const whysOfNoPage = ['not-built', 'empty', 'front-matter', 'no-layout', 'layout-missing'] as const;

/** Which build the site's look shows, or why it can't show any. */
const SiteStatus = v.variant('kind', [
  v.object({
    kind: v.literal('built'),
    /** The build's folder. */
    build: v.string(),
    /** When the page was built, in milliseconds since 1970. */
    builtAt: v.number(),
    /** The title of the post whose page this is, where the post has no page of its own yet. */
    dressedAs: v.optional(v.string()),
    /** How many style sheets of other websites are left out. */
    remoteStyles: v.number(),
  }),
  /** No build is there; this command makes one. */
  v.object({ kind: v.literal('unbuilt'), command: v.optional(v.string()) }),
  /** There are builds, but none has a page for posts like this one: this is why. */
  v.object({
    kind: v.literal('lost'),
    build: v.string(),
    why: v.picklist(whysOfNoPage),
    /** The layout that isn't there, where that is why. */
    layout: v.optional(v.string()),
  }),
]);
export type SiteStatus = v.InferOutput<typeof SiteStatus>;

const PreviewDocument = v.object({
  /** The post's file, as VS Code writes it. */
  uri: v.string(),
  /** Counts what this panel was sent; the page refuses an older one. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(0)),
  lineCount: v.pipe(v.number(), v.integer(), v.minValue(1)),
  content: Content,
  /** There when the site's look was chosen, even where another one has to stand in for it. */
  site: v.optional(SiteStatus),
});
export type PreviewDocument = v.InferOutput<typeof PreviewDocument>;

/** The texts of the page in the writer's language. `{0}` stands for what the page puts in. */
const Strings = v.object({
  looks: v.object({ label: v.string(), ...namesOf(lookNames) }),
  papers: v.object({ label: v.string(), ...namesOf(paperNames) }),
  lock: v.string(),
  unlock: v.string(),
  siteBuilt: v.string(),
  siteDressed: v.string(),
  siteUnbuilt: v.string(),
  siteLost: v.object(namesOf(whysOfNoPage)),
  remoteStyles: v.string(),
  dismiss: v.string(),
  /** Of a post whose file is gone, and of a file that is no post any more. */
  stale: v.object({ gone: v.string(), 'no-post': v.string() }),
  /** What is said besides where the page shows the post as it was. */
  staleText: v.string(),
  noTitle: v.string(),
  noDate: v.string(),
  noBody: v.string(),
  byline: v.string(),
  readingTime: v.string(),
  keywords: v.string(),
  imageWithoutSource: v.string(),
  imageNotFound: v.string(),
  imageElsewhere: v.string(),
  imageNotLoaded: v.string(),
  imageRemote: v.string(),
  imageComputed: v.string(),
  imageUnfinished: v.string(),
  remoteSetting: v.string(),
  problems: v.string(),
  embed: v.string(),
  remoteNotice: v.string(),
  showRemoteImages: v.string(),
  cards: v.object({
    social: v.string(),
    search: v.string(),
    feed: v.string(),
    /** Of a text that is cut: what readers of search results see no more. */
    titleCut: v.string(),
    descriptionCut: v.string(),
    /** Of an image whose shape isn't that of a card, and of one that is too small. */
    imageCut: v.string(),
    imageSmall: v.string(),
    noImage: v.string(),
    /** Of an empty field, whose name takes the place of `{0}`, with and without something that stands in. */
    missing: v.string(),
    standsIn: v.string(),
    imageNotPrinted: v.string(),
    textNotPrinted: v.string(),
    /** Of front matter that can't be read, and on the button that leads to its mistake. */
    unreadable: v.string(),
    goToMistake: v.string(),
    /** On the button that leads to a field that is there, and to one that has to be written first. */
    goToField: v.string(),
    addField: v.string(),
  }),
});
export type Strings = v.InferOutput<typeof Strings>;

const Settings = v.object({
  /** Whether pictures may come from other hosts; the content security policy of the page says the same. */
  remoteImages: v.boolean(),
  strings: Strings,
});
export type Settings = v.InferOutput<typeof Settings>;

/** Something wrong with the post, as the Problems panel says it. */
const Mark = v.object({
  line: Line,
  severity: v.picklist(['error', 'warning', 'information']),
  text: v.string(),
});
export type Mark = v.InferOutput<typeof Mark>;

const ToPage = v.variant('type', [
  v.object({ type: v.literal('settings'), settings: Settings }),
  v.object({ type: v.literal('view'), view: View }),
  /** Comes before the documents that belong in it. */
  v.object({ type: v.literal('template'), template: SiteTemplate }),
  /** `line` is the editor's first visible one: where a post begins that the page doesn't show yet. */
  v.object({ type: v.literal('show'), document: PreviewDocument, line: v.optional(Line) }),
  /** The file of the post that the page shows is here now: it is the same post, at the same place. */
  v.object({ type: v.literal('moved'), uri: v.string() }),
  /** The post can't be shown any more: what the page has of it, if anything, is how it was. */
  v.object({ type: v.literal('stale'), file: v.string(), why: v.picklist(['gone', 'no-post']) }),
  /** What is wrong with the post of this address, by line. */
  v.object({ type: v.literal('problems'), uri: v.string(), marks: v.array(Mark) }),
  /** The reader wants to see the place of this name; an empty one is the top. */
  v.object({ type: v.literal('goToPlace'), fragment: v.string() }),
  /** The editor's first visible line. */
  v.object({ type: v.literal('reveal'), line: Line }),
]);
export type ToPage = v.InferOutput<typeof ToPage>;

const FromPage = v.variant('type', [
  /** The page listens now; it has nothing to show yet. */
  v.object({ type: v.literal('ready') }),
  /** The reader scrolled: this line is at the top. */
  v.object({ type: v.literal('revealed'), line: Line }),
  v.object({ type: v.literal('goToLine'), line: Line }),
  /** The writer wants to fill this field. */
  v.object({ type: v.literal('goToField'), field: v.pipe(v.string(), v.regex(/^[\w-]+$/)) }),
  /** Something was chosen in the toolbar. */
  v.object({ type: v.literal('choose'), view: View }),
  /**
   * A link was followed: its address as written, and the line that it comes from unless the site's layout brings it.
   * One that names a place of the page comes only where the page has no such place.
   */
  v.object({ type: v.literal('openLink'), href: v.string(), line: v.optional(Line) }),
  v.object({ type: v.literal('allowRemoteImages') }),
  /** The writer wants to see the setting for images of other websites. */
  v.object({ type: v.literal('openRemoteSetting') }),
  v.object({ type: v.literal('error'), message: v.string() }),
]);
export type FromPage = v.InferOutput<typeof FromPage>;

/**
 * What the page keeps with `setState`: enough to show the same place after a reload of the window.
 * `inBar` says that the keyboard was in the bar: the look that is chosen there may make the extension load the page anew.
 */
const PageState = v.object({ uri: v.string(), line: Line, view: View, inBar: v.optional(v.boolean()) });
export type PageState = v.InferOutput<typeof PageState>;

/** What came over the wire: a message, or why it was refused. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

export function decodeToPage(data: unknown): Decoded<ToPage> {
  return decode(ToPage, data);
}

export function decodeFromPage(data: unknown): Decoded<FromPage> {
  return decode(FromPage, data);
}

/** What the workspace remembers of the last choice, for the next panel. */
export function decodeView(data: unknown): Decoded<View> {
  return decode(View, data);
}

export function decodePageState(data: unknown): Decoded<PageState> {
  return decode(PageState, data);
}

function namesOf<const Name extends string>(names: readonly Name[]): Record<Name, v.StringSchema<undefined>> {
  return Object.fromEntries(names.map((name) => [name, v.string()])) as Record<
    Name,
    v.StringSchema<undefined>
  >;
}

function decode<T>(schema: v.GenericSchema<unknown, T>, data: unknown): Decoded<T> {
  const result = v.safeParse(schema, data, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  return { ok: false, reason: `${v.getDotPath(issue) ?? 'message'}: ${issue.message}` };
}
