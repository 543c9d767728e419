import type { ArticleContent, Head } from '../../protocol/content.ts';
import type { Strings } from '../../protocol/messages.ts';
import { element, fill } from '../element.ts';
import { countHidden, type PictureContext, pictureElement, placeholder, showPictures } from '../pictures.ts';
import { sanitize } from '../sanitize.ts';
import type { LookContext } from './look.ts';

/** A reading page of our own. */
export function buildArticle(
  { head, html, pictures }: ArticleContent,
  { settings: { strings, remoteImages }, failed }: LookContext,
): HTMLElement {
  const context: PictureContext = { pictures, remoteAllowed: remoteImages, failed, strings };
  const body = element('div', { class: 'cd-body' });
  body.append(sanitize(html, (address) => placeholder(strings.embed, address)));
  showPictures(body, context);
  letTablesScroll(body);
  const empty = body.textContent.trim() === '' && body.querySelector('*') === null;
  // Some posts bring their own headline; then the head shows none, as a careful layout does.
  const ownHeadline = body.querySelector('h1') !== null;
  const article = element(
    'article',
    { class: 'cd-article' },
    headBlock(head, strings, ownHeadline),
    ownHeadline ? undefined : cover(head, context),
    empty ? element('p', { class: 'cd-wanting' }, strings.noBody) : body,
    foot(head, strings),
  );
  return element('main', {}, notice(countHidden(article), strings), article);
}

function headBlock(head: Head, strings: Strings, ownHeadline: boolean): HTMLElement {
  const { title, description, kicker } = head;
  return element(
    'header',
    { class: 'cd-head', 'data-line': '0' },
    kicker &&
      element('p', { class: 'cd-kicker', ...at(kicker) }, kicker.names.map(({ text }) => text).join(' · ')),
    ownHeadline
      ? undefined
      : element(
          'h1',
          { class: title ? 'cd-title' : 'cd-title cd-wanting', dir: 'auto', ...at(title) },
          title?.text ?? strings.noTitle,
        ),
    ownHeadline || !description
      ? undefined
      : element('p', { class: 'cd-standfirst', dir: 'auto', ...at(description) }, description.text),
    byline(head, strings),
  );
}

function byline({ author, date, minutes }: Head, strings: Strings): HTMLElement {
  return element(
    'p',
    { class: 'cd-byline' },
    author && element('span', { class: 'cd-author', ...at(author) }, fill(strings.byline, author.text)),
    date
      ? element('time', { datetime: date.iso, ...at(date) }, date.text)
      : element('span', { class: 'cd-wanting' }, strings.noDate),
    minutes === undefined ? undefined : element('span', {}, fill(strings.readingTime, minutes)),
  );
}

function cover({ image }: Head, context: PictureContext): HTMLElement | undefined {
  if (!image) return undefined;
  return element(
    'figure',
    { class: 'cd-cover', ...at(image) },
    pictureElement(image, context),
    image.caption === undefined ? undefined : element('figcaption', { dir: 'auto' }, image.caption),
  );
}

function foot({ keywords }: Head, strings: Strings): HTMLElement | undefined {
  if (!keywords) return undefined;
  const items = keywords.names.map(({ text }) => element('li', { dir: 'auto' }, text));
  return element(
    'footer',
    { class: 'cd-foot', ...at(keywords) },
    element('ul', { class: 'cd-keywords', 'aria-label': strings.keywords }, ...items),
  );
}

/** Says that pictures of other hosts wait for the writer's leave. */
function notice(hidden: number, strings: Strings): HTMLElement | undefined {
  if (hidden === 0) return undefined;
  return element(
    'aside',
    { class: 'cd-notice' },
    element('p', {}, fill(strings.remoteNotice, hidden)),
    element('button', { type: 'button', class: 'cd-show-remote' }, strings.showRemoteImages),
  );
}

/** A table that is wider than the text scrolls by itself, with the keyboard too. */
function letTablesScroll(body: HTMLElement): void {
  for (const table of body.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const frame = element('div', { class: 'cd-table', tabindex: '0' });
    table.replaceWith(frame);
    frame.append(table);
  }
}

function at(field: { readonly line: number } | undefined): { 'data-line'?: string } {
  return field === undefined ? {} : { 'data-line': String(field.line) };
}
