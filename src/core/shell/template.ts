import { render } from 'dom-serializer';
import { type Document, Element, type ParentNode } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { Addresses } from './addresses.ts';
import { type BodyRange, findBody, isWhole, widened } from './find-body.ts';
import { type Marks, mark, marks } from './marks.ts';
import { moveNeighbours, type Neighbours } from './neighbours.ts';
import { printDate } from './printed-date.ts';
import { minutesAt, wordsIn } from './reading-time.ts';
import { cutSlots, type Facts, type Printed } from './slots.ts';
import { type StyleSource, styleFor } from './style-sheets.ts';
import { clear, stylesOf } from './unscripted.ts';

/** A built page without its post: what the preview dresses the live text in. */
export interface Template {
  /** The attributes of `<html>` and `<body>`. */
  readonly rootAttributes: Readonly<Record<string, string>>;
  readonly bodyAttributes: Readonly<Record<string, string>>;
  /** What is in `<body>`: not yet sanitised, with slots in the place of the post's own texts. */
  readonly html: string;
  /** How the slots are marked, and the other places of the post. */
  readonly marks: Marks;
  /** The page's style sheets, in their order. */
  readonly styles: readonly { readonly css: string; readonly media: string | undefined }[];
  readonly printed: Printed;
  /** The style sheets of other websites, which are left out. */
  readonly remoteStyles: readonly string[];
  /** Whether a script of the page gives it a class `dark` when its surroundings are dark. */
  readonly darkClass: boolean;
}

/** A built page, and the post that it was built of. */
export interface BuiltPage {
  /** Its path below the build's folder. */
  readonly path: string;
  readonly html: string;
  /** The post's body as the preview renders it now. */
  readonly body: string;
  readonly facts: Facts;
  /** Of a page that another post is shown in: the posts beside its own, and those beside the one to show. */
  readonly beside?: { readonly own: Neighbours; readonly shown: Neighbours };
}

/** What lies in a build, as the preview gets it. */
export interface Build {
  /** A file's text, given its path below the build's folder. */
  read(path: string): Promise<string | undefined>;
  /** The address under which the preview's page gets a file of the build. */
  addressOf(path: string): string;
}

/**
 * Makes a template of a built page.
 * @param like a page of the same layout whose source didn't change since the build, which shows where bodies go.
 * @returns undefined when the post's body can't be found in the page.
 */
export async function templateOf(
  page: BuiltPage,
  build: Build,
  like?: BuiltPage,
): Promise<Template | undefined> {
  const document = parseDocument(page.html);
  const range = bodyIn(document, page.body, like);
  if (range === undefined) return undefined;
  const addresses = new Addresses(page.path, document);
  const remoteStyles: string[] = [];
  const styles = await readStyles(document, page.path, addresses, build, remoteStyles);
  const scripts = DomUtils.getElementsByTagName('script', document).map((script) =>
    DomUtils.textContent(script),
  );
  const darkClass = scripts.some(
    (text) => /prefers-color-scheme:\s*dark/.test(text) && /['"`]dark['"`]/.test(text),
  );
  const words = wordsIn(render(range.parent.children.slice(range.from, range.to)));
  const place = putPlaceholder(range);
  const printed = cutSlots(document, place, page.facts, words, addresses);
  if (page.beside) moveNeighbours(document, place, addresses, page.beside);
  const [root] = DomUtils.getElementsByTagName('html', document, true, 1);
  const [body] = DomUtils.getElementsByTagName('body', document, true, 1);
  const content: ParentNode = body ?? root ?? document;
  clear(content, addresses, (path) => build.addressOf(path));
  return {
    rootAttributes: root?.attribs ?? {},
    bodyAttributes: body?.attribs ?? {},
    html: render(content.children, { encodeEntities: 'utf8' }),
    marks,
    styles,
    printed,
    remoteStyles,
    darkClass,
  };
}

/** Whether a template shows the cover of its post. */
export function showsCover({ html }: Template): boolean {
  return html.includes(marks.cover) || html.includes(mark('image'));
}

/** A moment as it is printed in each of the template's dates. @param seconds Unix time */
export function datesOf(
  { printed }: Pick<Template, 'printed'>,
  seconds: number | undefined,
): readonly string[] {
  return printed.dates.map(
    (format) => (seconds === undefined ? undefined : printDate(format, seconds)) ?? '',
  );
}

/** How many minutes the template says that a body takes to read; undefined where it says nothing of it. */
export function minutesOf(
  { printed: { pace } }: Pick<Template, 'printed'>,
  html: string,
): number | undefined {
  return pace && minutesAt(pace, wordsIn(html));
}

function bodyIn(document: Document, body: string, like: BuiltPage | undefined): BodyRange | undefined {
  const range = findBody(document, parseDocument(body));
  if (range === undefined || isWhole(range) || like === undefined) return range;
  // A text that was rewritten at its start or end isn't all found. Where a like page's body fills its element, so
  // does this one's.
  const known = findBody(parseDocument(like.html), parseDocument(like.body));
  return known && isWhole(known) && isSameKind(known.parent, range.parent) ? widened(range) : range;
}

function isSameKind(one: Element, other: Element): boolean {
  return one.name === other.name && one.attribs['class'] === other.attribs['class'];
}

function putPlaceholder({ parent, from, to }: BodyRange): Element {
  const place = new Element('div', { [marks.body]: '' });
  parent.children.splice(from, to - from, place);
  place.parent = parent;
  return place;
}

async function readStyles(
  document: Document,
  path: string,
  addresses: Addresses,
  build: Build,
  remote: string[],
): Promise<Template['styles']> {
  const source: StyleSource = {
    lead: (address, from) => addresses.lead(address, from),
    read: (file) => build.read(file),
    addressOf: (file) => build.addressOf(file),
    onRemote: (address) => remote.push(address),
  };
  const styles: { css: string; media: string | undefined }[] = [];
  for (const style of stylesOf(document, addresses)) {
    if (style.kind === 'remote') {
      remote.push(style.address);
      continue;
    }
    const from = style.kind === 'file' ? style.path : path;
    const css = style.kind === 'file' ? await build.read(style.path) : style.css;
    if (css !== undefined) styles.push({ css: await styleFor(css, from, source), media: style.media });
  }
  return styles;
}
