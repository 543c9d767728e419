import DOMPurify, { type Config } from 'dompurify';

/** Elements that bring another page along: their place is kept, and who asks for one gets its address. */
const embeds = new Set(['iframe', 'object', 'embed', 'frame']);

/** Elements that the document gives a script by their id. */
const clobbering = new Set(['img', 'form', 'object', 'embed', 'iframe']);

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

/**
 * A page of the site as elements that can't do anything. It is the site's own and may look as it likes, with what its
 * style attributes load: the build's files, whose addresses are written already.
 */
export function sanitizePage(html: string): DocumentFragment {
  DOMPurify.addHook('uponSanitizeAttribute', (node, data) => {
    // Names that could stand for parts of the document are taken from what scripts find by name, and from nothing else.
    if (data.attrName === 'id' && !clobbering.has(node.nodeName.toLowerCase())) data.forceKeepAttr = true;
    if (
      /href$/.test(data.attrName) &&
      node.nodeName.toLowerCase() === 'use' &&
      !data.attrValue.startsWith('#')
    ) {
      data.keepAttr = false;
    }
  });
  DOMPurify.addHook('afterSanitizeAttributes', (node) => {
    if (node instanceof HTMLElement || node instanceof SVGElement) takeOverStyle(node, { loading: true });
  });
  const page = DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: config.USE_PROFILES,
    ADD_TAGS: ['use'],
    ADD_ATTR: ['media'],
    FORBID_TAGS: ['style', 'template'],
    FORBID_ATTR: [
      'action',
      'formaction',
      'autofocus',
      'autoplay',
      'popovertarget',
      'contenteditable',
      'ping',
    ],
    CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^[a-z][\w.]*-[\w.-]+$/, attributeNameCheck: null },
  });
  DOMPurify.removeAllHooks();
  return page;
}

/** The page's policy forbids style attributes; what they say is set by script, but for what would load something. */
function takeOverStyle(element: HTMLElement | SVGElement, { loading = false } = {}): void {
  const written = element.getAttribute('style');
  if (written === null) return;
  element.removeAttribute('style');
  element.style.cssText = written;
  if (loading) return;
  for (const property of [...element.style]) {
    const value = element.style.getPropertyValue(property);
    if (/url\(|image-set\(|image\(/i.test(value) || /^(?:fixed|sticky)$/.test(value)) {
      element.style.removeProperty(property);
    }
  }
}
