import type { SiteContent } from '../../protocol/content.ts';
import type { SiteTemplate } from '../../protocol/messages.ts';
import { element } from '../element.ts';
import { Lines } from '../lines.ts';
import { patch } from '../patch.ts';
import { type PictureContext, placeholder, showPictures } from '../pictures.ts';
import { sanitize, sanitizePage } from '../sanitize.ts';
import type { Look, LookContext } from './look.ts';
import { mend, wear } from './site-document.ts';
import { coverWithoutPlace, factAttribute, fillSlots } from './site-slots.ts';

/** A template, and what `pageOf` made of it. */
interface Worn {
  readonly template: SiteTemplate;
  readonly page: HTMLElement;
}

/** The newest template that came, which may be of a look that isn't chosen yet. */
let newest: SiteTemplate | undefined;

/** Keeps a template for the documents that belong in it. */
export function takeTemplate(template: SiteTemplate): void {
  newest = template;
}

/** The post in a page of the site itself: the whole document is that page while this look is chosen. */
export const site: Look = (place) => {
  place.remove();
  const lines = new Lines(document.body, (each) => !each.hasAttribute(factAttribute));
  let worn: (Worn & { readonly undo: () => void }) | undefined;
  const undress = () => {
    worn?.undo();
    worn = undefined;
  };
  return {
    lines,
    show({ content, lineCount }, context) {
      if (content.look !== 'site' || content.template !== newest?.id) return;
      const isNew = worn?.template !== newest;
      if (isNew) {
        const kept = worn !== undefined && lookAlike(worn.template, newest) ? worn.undo : undefined;
        if (kept === undefined) undress();
        worn = { template: newest, page: pageOf(newest), undo: kept ?? wear(newest) };
      }
      if (worn === undefined) return;
      render(worn, content, lineCount, context);
      if (!isNew) return;
      mend(worn.page, document.body, bodyIn(worn.page, worn.template));
      render(worn, content, lineCount, context);
    },
    close() {
      undress();
      document.body.replaceChildren(place);
    },
  };

  function render(page: Worn, content: SiteContent, lineCount: number, context: LookContext): void {
    const next = dressed(page, content, context);
    const done = lines.take(next, lineCount);
    patch(document.body, next);
    done();
  }
};

/** Whether two pages differ in their contents only, as most pages of a site do: then no style sheet is touched. */
function lookAlike(one: SiteTemplate, other: SiteTemplate): boolean {
  const dress = ({ html: _html, id: _id, ...rest }: SiteTemplate) => JSON.stringify(rest);
  return dress(one) === dress(other);
}

/** The template as elements, safe and with nothing filled in. */
function pageOf({ html }: SiteTemplate): HTMLElement {
  const page = element('div', {});
  page.append(sanitizePage(html));
  return page;
}

/** The template with the post in it. */
function dressed(
  { template, page }: Worn,
  content: SiteContent,
  { settings, failed }: LookContext,
): HTMLElement {
  const { marks } = template;
  const { strings, remoteImages } = settings;
  const context: PictureContext = {
    pictures: content.pictures,
    remoteAllowed: remoteImages,
    failed,
    strings,
  };
  const next = page.cloneNode(true) as HTMLElement;
  fillSlots(next, content, marks, context);
  for (const image of next.querySelectorAll(`[${marks.remote}]`)) {
    const address = image.getAttribute(marks.remote);
    if (remoteImages && address !== null && !failed.has(address)) image.setAttribute('src', address);
  }
  const body = element('div', {});
  body.append(sanitize(content.html, (address) => placeholder(strings.embed, address)));
  showPictures(body, context);
  if (body.textContent.trim() === '' && body.querySelector('*') === null) {
    body.append(element('p', { class: 'cd-wanting' }, strings.noBody));
  }
  const cover = coverWithoutPlace(content, page, marks, context);
  if (cover !== undefined) body.prepend(cover);
  bodyIn(next, template)?.replaceWith(...body.childNodes);
  return next;
}

/** Where the live body belongs in a template. */
function bodyIn(page: HTMLElement, { marks }: SiteTemplate): Element | null {
  return page.querySelector(`[${marks.body}]`);
}
