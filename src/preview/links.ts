import { decoded } from './decoded.ts';
import { send } from './host.ts';

/** Takes over the links of a post: those within the page scroll, the others are the extension's to open. */
export function followLinks(): void {
  const follow = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a, area') : null;
    const href = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? undefined;
    if (href === undefined) return;
    // Before the webview's own listener, which would open the address as the page's, not the post's.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (href.startsWith('#')) scrollToAnchor(href.slice(1));
    else send({ type: 'openLink', href });
  };
  addEventListener('click', follow, { capture: true });
  // A page of the site may have a search field.
  addEventListener('submit', (event) => event.preventDefault(), { capture: true });
}

function scrollToAnchor(fragment: string): void {
  if (fragment === '') {
    scrollTo({ top: 0, behavior: 'instant' });
    return;
  }
  for (const name of new Set([fragment, decoded(fragment)])) {
    const target = document.querySelector(`#${CSS.escape(name)}, a[name="${CSS.escape(name)}"]`);
    if (target === null) continue;
    target.scrollIntoView({ behavior: 'instant' });
    return;
  }
}
