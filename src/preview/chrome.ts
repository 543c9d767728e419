/** How high the bar above the page is, in pixels; `toolbar.css` says the same. */
export const barHeight = 36;

/** How much of the window is covered from above, as CSS: the bar, and what is said below it. */
export const coveredHeight = `var(--cd-covered, ${barHeight}px)`;

/**
 * The part of the page that is the editor's: it stands beside `<body>` in a tree of its own, as the site's look fills
 * the document with another page, whose style sheets and ours mustn't meet.
 */
export const chrome = makeChrome();

function makeChrome(): ShadowRoot {
  setForGood(document.documentElement, {
    'margin-top': coveredHeight,
    'scroll-padding-top': `calc(${coveredHeight} + 12px)`,
  });
  // However high a post or a site stacks its parts, they stay below the bar.
  setForGood(document.body, { isolation: 'isolate' });
  const root = besideBody('copydesk-chrome', { position: 'fixed', inset: '0 0 auto' });
  // The bar stands above the page, so Tab comes to it first.
  document.body.before(root.host);
  // The page begins below all of it, so that nothing is hidden at its top.
  new ResizeObserver(([entry]) => {
    const height = entry?.contentRect.height ?? barHeight;
    document.documentElement.style.setProperty('--cd-covered', `${Math.max(height, barHeight)}px`);
  }).observe(root.host);
  return root;
}

/** Makes a tree of its own behind the body, in our styles. */
export function besideBody(name: string, place: Readonly<Record<string, string>>): ShadowRoot {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'open' });
  // Of a copied element, the nonce is copied too: the policy of the page asks for it.
  const style = document.querySelector('style.copydesk')?.cloneNode(true);
  if (style) root.append(style);
  setForGood(host, { all: 'initial', 'z-index': '2147483647', display: 'block', ...place });
  document.documentElement.append(host);
  return root;
}

/** Sets styles that no style sheet can change. */
function setForGood(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
