import DOMPurify, { type Config } from 'dompurify';

/** Elements that bring another page along: their place is kept, and who asks for one gets its address. */
const embeds = new Set(['iframe', 'object', 'embed', 'frame']);

const config = {
  RETURN_DOM_FRAGMENT: true,
  USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
  // A post may not restyle the page around it, or ask its reader for anything.
  FORBID_TAGS: ['style', 'template', 'form', 'button', 'select', 'textarea', 'dialog'],
  FORBID_ATTR: ['autofocus', 'autoplay', 'popover', 'popovertarget', 'tabindex', 'contenteditable'],
} as const satisfies Config;

/**
 * The body of a post as elements that can't do anything: no scripts, no handlers, no addresses that run, no forms, no
 * frames. The elements belong to a document of their own, so nothing is asked for before they come to the page.
 * @param embed makes what stands in the place of another page, given its address.
 */
export function sanitize(html: string, embed: (address: string) => Node): DocumentFragment {
  DOMPurify.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (!embeds.has(tagName) || !(node instanceof Element)) return;
    node.before(embed(node.getAttribute('src') ?? node.getAttribute('data') ?? ''));
  });
  DOMPurify.addHook('afterSanitizeAttributes', (node) => {
    if (node instanceof HTMLElement || node instanceof SVGElement) takeOverStyle(node);
    if (node instanceof HTMLInputElement) node.disabled = true;
  });
  const body = DOMPurify.sanitize(html, config);
  DOMPurify.removeAllHooks();
  return body;
}

/** The page's policy forbids style attributes; what they say is set by script, but for what would load something. */
function takeOverStyle(element: HTMLElement | SVGElement): void {
  const written = element.getAttribute('style');
  if (written === null) return;
  element.removeAttribute('style');
  element.style.cssText = written;
  for (const property of [...element.style]) {
    const value = element.style.getPropertyValue(property);
    if (/url\(|image-set\(|image\(/i.test(value) || /^(?:fixed|sticky)$/.test(value)) {
      element.style.removeProperty(property);
    }
  }
}
