import { decoded } from './decoded.ts';
import { send } from './host.ts';

/**
 * Takes over the links of a post: those within the page scroll, the others are the extension's to open.
 * @param lineOf the line that a link at this height comes from; undefined for one that the post doesn't bring.
 */
export function followLinks(lineOf: (link: Element, clientY: number) => number | undefined): void {
  const follow = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a, area') : null;
    const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? undefined;
    if (link === null || href === undefined) return;
    // Before the webview's own listener, which would open the address as the page's, not the post's.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (href.startsWith('#') && goToPlace(href.slice(1))) return;
    const { top, bottom } = link.getBoundingClientRect();
    send({ type: 'openLink', href, line: lineOf(link, (top + bottom) / 2) });
  };
  addEventListener('click', follow, { capture: true });
  // A page of the site may have a search field.
  addEventListener('submit', (event) => event.preventDefault(), { capture: true });
}

/**
 * Shows the place of the page that a fragment names, as browsers do: the keyboard goes on from there.
 * @returns whether there is such a place.
 */
export function goToPlace(fragment: string): boolean {
  const target = [fragment, decoded(fragment)]
    .filter((name) => name !== '')
    .map((name) => document.querySelector(`#${CSS.escape(name)}, a[name="${CSS.escape(name)}"]`))
    .find((found) => found !== null);
  if (target === undefined) {
    if (fragment !== '' && fragment.toLowerCase() !== 'top') return false;
    scrollTo({ top: 0, behavior: 'instant' });
    return true;
  }
  // Where the page can't scroll far enough, `scrollIntoView` by itself would push the frame around it.
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const above =
    Number.parseFloat(scrollPaddingTop) + Number.parseFloat(getComputedStyle(target).scrollMarginTop);
  scrollBy({ top: target.getBoundingClientRect().top - above, behavior: 'instant' });
  target.scrollIntoView({ behavior: 'instant', block: 'nearest' });
  if (target instanceof HTMLElement || target instanceof SVGElement) takeKeyboard(target);
  return true;
}

/** Gives an element the keyboard, also one that Tab doesn't come to. */
function takeKeyboard(element: HTMLElement | SVGElement): void {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.setAttribute('tabindex', '-1');
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus({ preventScroll: true });
}
