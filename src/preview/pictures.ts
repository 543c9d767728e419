import type { Picture, Size } from '../protocol/content.ts';
import type { Strings } from '../protocol/messages.ts';
import { element } from './element.ts';

/** What the page knows of its pictures. */
export interface PictureContext {
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly remoteAllowed: boolean;
  /** Addresses that the browser could not load. */
  readonly failed: ReadonlySet<string>;
  readonly strings: Strings;
}

/** A picture that can be asked for, or the words that stand in its place. */
type Verdict = { readonly url: string; readonly size?: Size | undefined } | Words;

/** What is said instead of a picture. */
interface Words {
  readonly label: string;
  /** Words of the button that leads to the setting by which pictures of other hosts are shown. */
  readonly setting?: string;
  /** Whether nothing is amiss. */
  readonly calm?: true;
}

/** Gives every picture, film and sound below `root` its true address, or puts a labelled placeholder in its place. */
export function showPictures(root: ParentNode, context: PictureContext): void {
  // Candidates for other screens are left out: one picture, known to be there or not, is enough for a preview.
  for (const source of root.querySelectorAll('picture > source')) source.remove();
  for (const image of root.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? firstOfSrcset(image.getAttribute('srcset') ?? '');
    image.removeAttribute('srcset');
    image.removeAttribute('loading');
    const verdict = judge(lookUp(address, context), context);
    if ('url' in verdict) showImage(image, verdict);
    else replace(image, standIn(verdict, address, image.alt));
  }
  for (const media of root.querySelectorAll('video, audio')) showMedia(media, context);
  for (const track of root.querySelectorAll('track')) track.remove();
}

/** Puts something in the place of an element; it comes from the same line of the post. */
function replace(element: Element, made: Element): void {
  for (const name of ['data-line', 'data-line-end']) {
    const line = element.getAttribute(name);
    if (line !== null) made.setAttribute(name, line);
  }
  element.replaceWith(made);
}

/** The element for a picture of the head, whose address the extension has resolved already. */
export function pictureElement(
  { address, picture, alt }: { address: string; picture: Picture; alt: string },
  context: PictureContext,
): HTMLElement {
  const verdict = judge(picture, context);
  if (!('url' in verdict)) return standIn(verdict, address, alt);
  const image = element('img', { alt });
  showImage(image, verdict);
  return image;
}

/** Gives an image its address, and its file's size where the writer gives none: its place is kept until it is there. */
function showImage(
  image: HTMLImageElement,
  { url, size }: { readonly url: string; readonly size?: Size | undefined },
): void {
  image.setAttribute('src', url);
  if (size === undefined || image.hasAttribute('width') || image.hasAttribute('height')) return;
  image.setAttribute('width', String(size.width));
  image.setAttribute('height', String(size.height));
  // The site's own style sheet may bound the width alone: then the height follows.
  image.setAttribute('data-cd-sized', '');
}

/** How many pictures are not shown because they lie on other hosts. */
export function countHidden(root: ParentNode): number {
  return root.querySelectorAll('.cd-placeholder.cd-hidden').length;
}

/** What stands in the place of something that is not shown: why, and its address. */
export function placeholder(label: string, address: string, alt = ''): HTMLElement {
  return element(
    'span',
    { class: 'cd-placeholder', role: 'img', 'aria-label': [label, address, alt].filter(Boolean).join(': ') },
    element('span', { class: 'cd-placeholder-label' }, label),
    address === '' ? undefined : element('span', { class: 'cd-placeholder-address' }, address),
    alt === '' ? undefined : element('span', { class: 'cd-placeholder-alt' }, alt),
  );
}

function standIn({ label, setting, calm }: Words, address: string, alt: string): HTMLElement {
  const made = placeholder(label, address, alt);
  made.classList.toggle('cd-calm', calm === true);
  if (setting !== undefined) {
    made.classList.add('cd-hidden');
    // A picture has no button within; a group does.
    made.setAttribute('role', 'group');
    made.append(element('button', { type: 'button', class: 'cd-link cd-remote-setting' }, setting));
  }
  return made;
}

function showMedia(media: Element, context: PictureContext): void {
  const parts = [media, ...media.querySelectorAll('source')].filter((part) => part.hasAttribute('src'));
  for (const part of parts) {
    const address = part.getAttribute('src') ?? '';
    const picture = lookUp(address, context);
    // Films of other hosts are never fetched: the policy of the page lets only the site's own in.
    if (picture.kind !== 'local') {
      replace(media, placeholder(context.strings.embed, address));
      return;
    }
    part.setAttribute('src', picture.url);
  }
  const poster = media.getAttribute('poster');
  if (poster === null) return;
  const verdict = judge(lookUp(poster, context), context);
  if ('url' in verdict) media.setAttribute('poster', verdict.url);
  else media.removeAttribute('poster');
}

function lookUp(address: string, { pictures }: PictureContext): Picture {
  if (address.trim() === '') return { kind: 'none' };
  if (/^\s*data:image\//i.test(address)) return { kind: 'local', url: address.trim() };
  return Object.hasOwn(pictures, address) ? (pictures[address] ?? { kind: 'missing' }) : { kind: 'missing' };
}

function judge(picture: Picture, { strings, failed, remoteAllowed }: PictureContext): Verdict {
  switch (picture.kind) {
    case 'local':
      return failed.has(picture.url)
        ? { label: picture.isGuess ? strings.imageElsewhere : strings.imageNotFound }
        : { url: picture.url, size: picture.size };
    case 'remote':
      if (!remoteAllowed) return { label: strings.imageRemote, setting: strings.remoteSetting, calm: true };
      return failed.has(picture.url) ? { label: strings.imageNotLoaded } : { url: picture.url };
    case 'missing':
      return { label: strings.imageNotFound };
    case 'none':
      return { label: strings.imageWithoutSource };
    case 'computed':
      return { label: strings.imageComputed };
    case 'unfinished':
      return { label: strings.imageUnfinished, calm: true };
  }
}

/** The first address of a `srcset`, whose candidates are parted by commas. */
function firstOfSrcset(srcset: string): string {
  const [first = ''] = srcset.replace(/^[\s,]+/, '').split(/\s/, 1);
  return first.replace(/,+$/, '');
}
