import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { Workbench } from './workbench.ts';

/** Every line of a file is one row, and nothing stands over the first: so a test can tell what is at the top. */
const settings = { '[markdown]': { 'editor.wordWrap': 'off' }, 'editor.stickyScroll.enabled': false };

let window: Workbench;
before(async () => {
  window = await Workbench.open({ settings });
  await window.siteIsRead();
});
after(() => window?.[Symbol.asyncDispose]());

const longRead = 'the-long-mole.md';
const fromSeed = 'Iranian influence specialists';
const fromLongRead = 'four hundred and eighty-one metres';

test('the seed post is shown with its head and its body, and its image without a source is named', async () => {
  await window.openFile('us-blames-iran.md');
  await window.command('Copydesk: Open Preview to the Side');
  const frame = await preview(fromSeed);
  assert.deepEqual(await frame.locator('h1').allTextContents(), [
    'U.S. Blames Iran For Threatening Election Emails, Says Russia May Interfere Too',
  ]);
  assert.match((await frame.textContent('.cd-byline')) ?? '', /By Staff.*October 22, 2020/);
  assert.equal(await frame.locator('.cd-keywords li').count(), 15);
  const labels = await frame.locator('.cd-placeholder-label').allTextContents();
  assert.deepEqual(labels, ['Image on another website, not loaded', 'This image has no source']);
});

test('the policy of the page lets nothing in but what is the site’s and ours', async () => {
  const frame = await preview(fromSeed);
  const policy = await frame.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  const directives = Object.fromEntries(
    (policy ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
  assert.deepEqual(directives['default-src'], [`'none'`]);
  for (const name of ['script-src', 'style-src'])
    assert.match(directives[name]?.join() ?? '', /^'nonce-\w{32}'$/);
  assert.doesNotMatch(policy ?? '', /unsafe|\*[ ;]|https?:[ ;]/);
});

test('the preview follows the active post and shows its pictures from the source folder', async () => {
  await window.openFile(longRead);
  const frame = await preview(fromLongRead);
  assert.equal(await frame.textContent('h1'), 'The Wall That Holds the Sea');
  await frame.waitForFunction(() => {
    const images = [...document.images];
    return images.length === 13 && images.every(({ naturalWidth }) => naturalWidth > 0);
  });
});

test('what is typed is shown at once, and only what differs is touched', async () => {
  const frame = await preview(fromLongRead);
  await frame.evaluate(() => {
    for (const image of document.images) Reflect.set(image, 'isOld', true);
  });
  await window.goTo(25);
  await window.press('End');
  await window.type(' So they say.');
  await frame.waitForSelector('text=they were never put back. So they say.');
  await window.goTo(7);
  await window.press('End');
  await window.type(' Back');
  await frame.waitForSelector('h1:text-is("The Wall That Holds the Sea Back")');
  const kept = await frame.evaluate(() => [...document.images].every((image) => Reflect.get(image, 'isOld')));
  assert.ok(kept, 'a picture was made anew');
});

test('the preview scrolls with the editor, to within a line', async () => {
  const frame = await preview(fromLongRead);
  for (const line of [49, 100, 170, 199]) {
    await window.goTo(line);
    await window.page.waitForTimeout(500);
    await isBesideEditor(frame);
  }
});

test('a preview opens at the editor’s place', async () => {
  await window.closeTab('Preview');
  await window.goTo(140);
  await window.command('Copydesk: Open Preview to the Side');
  const frame = await preview(fromLongRead);
  await frame.waitForFunction(() => scrollY > 1000);
  await window.page.waitForTimeout(500);
  await isBesideEditor(frame);
});

test('a double click in the preview leads to the line in the editor', async () => {
  const frame = await preview(fromLongRead);
  await frame.locator('p', { hasText: 'The girl at the fourth lamp said' }).dblclick();
  await window.page.waitForSelector('.statusbar-item:has-text("Ln 253")');
});

test('a link to another post opens it', async () => {
  const post =
    '---\nextends: _layouts.post\ntitle: Links\ndate: 2025-11-05\nkeywords: x\n---\n[Soup](/stories/2025/10/winter-soup/)\n';
  await openNew('with-links.md', post);
  const frame = await preview('Soup');
  await frame.click('text=Soup');
  await window.page.waitForSelector('.tab.active[data-resource-name="winter-soup.md"]');
});

test('a link that leads nowhere says so, and leads to its line or to what it means', async () => {
  const post =
    '---\nextends: _layouts.post\ntitle: Lost\ndate: 2025-11-05\nkeywords: x\n---\nOne.\n\n[Beside](winter-soup.md)\n\n[Nobody](#nobody)\n';
  await openNew('lost-links.md', post);
  const frame = await preview('Beside');
  const notice = (text: string) =>
    window.page.locator('.notifications-center .notification-list-item', { hasText: text });
  await frame.click('text=Nobody');
  await window.command('Notifications: Show Notifications');
  await notice('is called “nobody”').hover();
  await notice('is called “nobody”').getByRole('button', { name: 'Go to the Link' }).click();
  await window.page.waitForSelector('.statusbar-item:has-text("Ln 11")');
  await frame.click('text=Beside');
  await window.command('Notifications: Show Notifications');
  const soup = notice('on the built site this is /stories/2025/10/winter-soup/');
  await soup.getByRole('button', { name: 'Open the File' }).click();
  await window.page.waitForSelector('.tab.active[data-resource-name="winter-soup.md"]');
  await rm(join(window.site, 'source', '_posts', 'lost-links.md'));
});

test('nothing of a hostile post runs', async () => {
  const harm = `top.harmed = parent.harmed = window.harmed = true`;
  const body = [
    `<script>${harm}</script>`,
    `<img src="x" onerror="${harm}">`,
    `<svg onload="${harm}"></svg>`,
    `<a href="javascript:${harm}">innocent</a>`,
    `[innocent](javascript:harmed=true)`,
    `<iframe srcdoc="<script>${harm}</script>"></iframe>`,
    `<form action="javascript:${harm}"><button>innocent</button></form>`,
    `<meta http-equiv="refresh" content="0; url=https://away.example/">`,
    `<base href="https://away.example/"><img src="beacon.png">`,
  ].join('\n\n');
  const post = `---\nextends: _layouts.post\ntitle: '<img src=x onerror="${harm}">'\ndate: 2025-11-05\nkeywords: x\n---\n${body}\n\nThe end.\n`;
  const away: string[] = [];
  window.page.on('request', (request) => {
    if (request.url().includes('away.example')) away.push(request.url());
  });
  await openNew('hostile.md', post);
  const frame = await preview('The end.');
  for (const link of await frame.locator('text=innocent').all()) await link.click();
  assert.equal(await harmed(frame), false);
  for (const other of window.page.frames()) assert.equal(await harmed(other), false);
  assert.deepEqual(away, []);
  await rm(join(window.site, 'source', '_posts', 'hostile.md'));
});

test('after a reload of the window the preview is back', async () => {
  await window.openFile(longRead);
  await preview(fromLongRead);
  await window.reload();
  await window.siteIsRead();
  await preview(fromLongRead);
});

test('a hidden preview is shown when its lock is toggled, and is locked after a reload too', async () => {
  const settings = { 'workbench.editor.autoLockGroups': { 'mainThreadWebview-copydesk.preview': false } };
  await using other = await Workbench.open({ settings });
  await other.siteIsRead();
  await other.openFile(longRead);
  await other.command('Copydesk: Open Preview');
  await preview(fromLongRead, other);
  await other.page.locator('.tab', { hasText: longRead }).first().click();
  await other.page.locator('.tab:not(.active)', { hasText: 'Preview: the-long-mole.md' }).waitFor();
  await other.command('Copydesk: Toggle Preview Locking');
  const locked = other.page.locator('.tab.active', { hasText: 'Preview, locked: the-long-mole.md' });
  await locked.waitFor();
  await preview(fromLongRead, other);
  await other.reload();
  await locked.waitFor();
  await preview(fromLongRead, other);
});

test('the same works in the web worker host', async () => {
  await using other = await Workbench.open({
    settings: { 'remote.extensionKind': { 'copydesk.copydesk': ['web'] } },
  });
  await other.siteIsRead();
  await other.openFile(longRead);
  await other.command('Copydesk: Open Preview to the Side');
  const frame = await preview(fromLongRead, other);
  await frame.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 0);
});

/** Writes a post and opens it from the explorer, which shows it before Quick Open finds it. */
async function openNew(name: string, text: string): Promise<void> {
  await writeFile(join(window.site, 'source', '_posts', name), text);
  await window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  await window.editor(name).waitFor();
}

/** The preview's page, once it shows an article with this text in it. */
async function preview(text: string, { page }: Workbench = window): Promise<Frame> {
  for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(100)) {
    for (const frame of page.frames()) {
      // A frame may go while we look at it.
      const shown = await frame.evaluate(articleText).catch(() => undefined);
      if (shown?.includes(text)) return frame;
    }
  }
  throw new Error(`No preview shows “${text}”.`);
}

function articleText(): string | undefined {
  return document.querySelector('.cd-article')?.textContent ?? undefined;
}

/** Checks that the first line in the editor that is a paragraph is the one at the top of the page. */
async function isBesideEditor(frame: Frame): Promise<void> {
  const text = await readFile(join(window.site, 'source', '_posts', longRead), 'utf8');
  const first = await firstEditorLine();
  // What it says, as far as it is plain text.
  const words =
    text
      .split('\n')
      .slice(first - 1)
      .find((each) => /^[\w“]/.test(each))
      ?.match(/^[^*[_`]*/)?.[0] ?? '';
  const { top, bottom } = await frame.evaluate(
    (start) => {
      const found = [...document.querySelectorAll('.cd-body p')].find((p) =>
        p.textContent?.startsWith(start),
      );
      const bar = document.querySelector('copydesk-chrome')?.getBoundingClientRect().bottom ?? Number.NaN;
      const { top, bottom } = found?.getBoundingClientRect() ?? { top: Number.NaN, bottom: Number.NaN };
      return { top: top - bar, bottom: bottom - bar };
    },
    words.slice(0, 60),
  );
  const isThere = Math.abs(top) < 30 || (top < 0 && bottom > -30);
  assert.ok(isThere, `line ${first}: “${words.slice(0, 60)}” is at ${top}–${bottom} px`);
}

async function firstEditorLine(): Promise<number> {
  const numbers = await window.page.locator('.monaco-editor .line-numbers').allTextContents();
  return Math.min(...numbers.map(Number).filter((line) => line > 0));
}

function harmed(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => Reflect.has(globalThis, 'harmed'));
}
