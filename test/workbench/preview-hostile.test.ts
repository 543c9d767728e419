import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.ts';
import { templateOf } from '../../src/core/shell/template.ts';
import type { CardsContent } from '../../src/protocol/content.ts';
import { away, hostilePosts } from './hostile-posts.ts';
import { openPreviewPage, type PreviewPage } from './preview-page.ts';

let browser: Browser & AsyncDisposable;
before(async () => {
  browser = await launchChromium();
});
after(() => browser[Symbol.asyncDispose]());

test('there are enough of them', () => assert.ok(hostilePosts.length >= 200, String(hostilePosts.length)));

test('in the page as it ships, nothing of a hostile post runs or asks for anything', async () => {
  await using preview = await openPreviewPage(browser);
  await showAll(preview);
  const foreign = (await preview.requests()).filter((request) => /^https?:/.test(request));
  assert.deepEqual(foreign, []);
});

test('without its policy, the page still lets nothing run', async () => {
  await using preview = await openPreviewPage(browser, { withoutPolicy: true });
  await showAll(preview);
});

test('nothing of a built page runs or asks for anything, whatever is in it', async () => {
  await using preview = await openPreviewPage(browser);
  const { page } = preview;
  const fired: string[] = [];
  await page.exposeFunction('fired', () => fired.push('a script ran'));
  const body = '<p>The text of the post, which is found in the page.</p>';
  const build = { read: async () => undefined, addressOf: (path: string) => `/built/${path}` };
  const address = page.url();
  let shown = 0;
  for (const [id, hostile] of hostilePosts.entries()) {
    const html = `<body>${hostile}<div class="text">${body}</div></body>`;
    const template = await templateOf({ path: 'post/index.html', html, body, facts: {} }, build);
    // What an unclosed comment or script swallows isn't found.
    if (template === undefined) continue;
    shown += 1;
    const { printed: _, remoteStyles: __, ...wanted } = template;
    await preview.post({ type: 'template', template: { id, ...wanted } });
    await preview.send({ look: 'site', template: id, head: {}, html: body, pictures: {}, dates: [] });
    assert.deepEqual(await page.evaluate(actAsReader, sites), [], hostile);
    assert.equal(page.url(), address, hostile);
    assert.deepEqual(fired, [], hostile);
  }
  assert.ok(shown >= 150, String(shown));
  const foreign = (await preview.requests()).filter((request) => /^https?:/.test(request));
  assert.deepEqual(foreign, []);
});

/** Shows each post, does to it all that a reader might, and looks whether anything ran. */
async function showAll(preview: PreviewPage): Promise<void> {
  const { page } = preview;
  const fired: string[] = [];
  await page.exposeFunction('fired', () => fired.push('a script ran'));
  page.on('dialog', (dialog) => void dialog.dismiss());
  const address = page.url();
  for (const html of hostilePosts) {
    await preview.show({
      html,
      head: { title: { text: html, line: 1 }, description: { text: html, line: 2 } },
      // As if the extension took every address for a picture of another host.
      pictures: { [`${away}/1.png`]: { kind: 'remote', url: `${away}/1.png` } },
    });
    assert.deepEqual(await page.evaluate(actAsReader, ours), [], html);
    await preview.showCards(hostileCards(html));
    assert.deepEqual(await page.evaluate(actAsReader, cards), [], html);
    assert.equal(page.url(), address, html);
    assert.deepEqual(fired, [], html);
  }
  assert.equal(page.frames().length, 1);
}

/**
 * Our own page has no forms at all, and no button but the one that leads to the setting; a page of the site may have
 * both, and they lead nowhere.
 */
const ours = {
  within: '.cd-article, .cd-article *',
  forbidden:
    'script, iframe, object, embed, frame, base, meta, link, style, form, template, button:not(.cd-remote-setting)',
};
/** The parts of our cards are buttons, and so are their links. */
const cards = {
  within: '.cd-cards, .cd-cards *',
  forbidden: ours.forbidden.replace('.cd-remote-setting', '.cd-part, .cd-link'),
};
const sites = {
  within: 'body, body *',
  forbidden: 'script, iframe, object, embed, frame, base, meta, link, style, template, [action]',
};

/** Cards that say this everywhere. */
function hostileCards(text: string): CardsContent {
  const part = { text, field: 'title', state: 'written' } as const;
  const image = { ...part, picture: { kind: 'remote', url: `${away}/1.png` } } as const;
  return {
    look: 'cards',
    unreadable: true,
    domain: text,
    path: [text],
    siteName: text,
    social: { title: part, description: part, image },
    search: { title: part, description: part },
    feed: { title: part, text: part, date: part },
  };
}

/** Runs in the page. Returns what should not be there. */
function actAsReader({ within, forbidden }: typeof ours): string[] {
  const elements = [...document.querySelectorAll(within)];
  for (const element of elements) {
    for (const type of [
      'mouseover',
      'pointerenter',
      'pointerdown',
      'mousedown',
      'dblclick',
      'wheel',
      'copy',
    ]) {
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    }
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    if (element instanceof HTMLElement) element.focus();
  }
  const found = elements.filter((element) => element.matches(forbidden)).map(({ outerHTML }) => outerHTML);
  for (const { attributes } of elements) {
    for (const { name, value } of [...attributes]) {
      const runs = name.startsWith('on') || /^[\s\0-\x20]*(?:java|vb|live)script:/i.test(value);
      if (runs || name === 'srcdoc' || name === 'formaction') found.push(`${name}="${value}"`);
    }
  }
  return found;
}
