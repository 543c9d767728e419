import type { SiteTemplate } from '../../protocol/messages.ts';
import { barHeight, coveredHeight } from '../chrome.ts';

/** Attributes of a page's `<html>` and `<body>` that change how it looks. */
const telling = /^(?:class|id|dir|lang|data-(?!vscode)[\w-]+)$/;

/**
 * Makes the webview's own document the site's: the attributes of its page, its style sheets instead of ours and of
 * VS Code's. A frame within the page would be simpler, but VS Code serves files to the webview's own frame only, and
 * takes keys from no other.
 * @returns what is to be called to have the document as it was.
 */
export function wear(template: SiteTemplate): () => void {
  const undo: (() => void)[] = [];
  for (const [element, attributes] of [
    [document.documentElement, template.rootAttributes],
    [document.body, template.bodyAttributes],
  ] as const) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'class') undo.push(addClasses(element, value));
      else if (name === 'style') undo.push(addStyles(element, value));
      else if (telling.test(name)) undo.push(setAttribute(element, name, value));
    }
  }
  if (template.darkClass) undo.push(followScheme());
  const nonce = document.querySelector<HTMLElement>('style[nonce], link[nonce], script[nonce]')?.nonce ?? '';
  const styles = template.styles.map(({ css, media }) => {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    if (media !== undefined) style.media = media;
    return style;
  });
  document.head.append(...styles);
  undo.push(() => {
    for (const style of styles) style.remove();
  });
  undo.push(withoutOwnStyles(), withCanvas());
  return () => {
    for (const step of undo.reverse()) step();
  };
}

/**
 * Mends what a page that is shown without scripts, below our bar, would show badly: moves what it keeps at its top
 * below the bar, which would cover it, and shows the body where that waits for a script.
 * @param page the page's template, which is changed
 * @param live the page as it is shown
 * @param slot the template's place of the body
 */
export function mend(page: Element, live: Element, slot: Element | null): void {
  for (const [own, shown] of counterparts(page, live, slot)) {
    const style = getComputedStyle(shown);
    const top = Number.parseFloat(style.top);
    if (/^(?:sticky|fixed)$/.test(style.position) && top >= 0 && top < barHeight) {
      own.style.setProperty('top', `calc(${top}px + ${coveredHeight})`, 'important');
    }
    if (slot === null || !own.contains(slot)) continue;
    if (style.opacity === '0') own.style.setProperty('opacity', '1', 'important');
    if (style.visibility === 'hidden') own.style.setProperty('visibility', 'visible', 'important');
    if (style.display === 'none') own.style.setProperty('display', 'block', 'important');
  }
}

/** Every element of a template with the one that is shown for it. The body's blocks stand in the place of its slot. */
function* counterparts(
  page: Element,
  live: Element,
  slot: Element | null,
): Iterable<readonly [HTMLElement, Element]> {
  const own = [...page.children];
  const shown = [...live.children];
  const slotAt = slot === null ? -1 : own.indexOf(slot);
  for (const [index, element] of own.entries()) {
    const counterpart =
      slotAt < 0 || index < slotAt ? shown[index] : shown[shown.length - own.length + index];
    if (element === slot || !(element instanceof HTMLElement) || counterpart === undefined) continue;
    if (counterpart.nodeName !== element.nodeName) continue;
    yield [element, counterpart];
    yield* counterparts(element, counterpart, slot);
  }
}

function addClasses(element: Element, written: string): () => void {
  const added = written.split(/\s+/).filter((name) => name !== '' && !element.classList.contains(name));
  element.classList.add(...added);
  return () => element.classList.remove(...added);
}

/** A page without a background of its own has the browser's, not that of the editor behind it. */
function withCanvas(): () => void {
  const isBare = [document.documentElement, document.body].every((element) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    return backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none';
  });
  return isBare ? addStyles(document.documentElement, 'background-color: canvas') : () => undefined;
}

/** VS Code keeps the colours of its theme in the root's styles: those stay. */
function addStyles(element: HTMLElement, written: string): () => void {
  const { style } = document.createElement('div');
  style.cssText = written;
  const added = [...style].filter((name) => element.style.getPropertyValue(name) === '');
  for (const name of added) element.style.setProperty(name, style.getPropertyValue(name));
  return () => {
    for (const name of added) element.style.removeProperty(name);
  };
}

function setAttribute(element: Element, name: string, value: string): () => void {
  const before = element.getAttribute(name);
  element.setAttribute(name, value);
  return () => {
    if (before === null) element.removeAttribute(name);
    else element.setAttribute(name, before);
  };
}

/** Does what scripts of sites do that darken their pages by a class. */
function followScheme(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => document.documentElement.classList.toggle('dark', dark.matches);
  apply();
  dark.addEventListener('change', apply);
  return () => {
    dark.removeEventListener('change', apply);
    document.documentElement.classList.remove('dark');
  };
}

/** Puts our style sheet for sites in the place of that for our own looks, and takes VS Code's defaults out. */
function withoutOwnStyles(): () => void {
  const own = [...document.querySelectorAll<HTMLStyleElement>('head > style.copydesk')];
  const defaults = document.querySelector('#_defaultStyles');
  const place = defaults?.nextSibling ?? null;
  const turn = () => {
    for (const sheet of own) sheet.media = sheet.media === 'not all' ? 'all' : 'not all';
  };
  turn();
  defaults?.remove();
  return () => {
    turn();
    if (defaults) document.head.insertBefore(defaults, place);
  };
}
