import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Frame } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.ts';
import { type RunFolder, runFolder } from '../../scripts/machine/run-folder.ts';
import { PreviewWindow } from './preview-window.ts';

let folder: RunFolder;
let browser: Browser & AsyncDisposable;
let window: PreviewWindow;
before(async () => {
  folder = await runFolder();
  browser = await launchChromium();
  window = await PreviewWindow.open(folder, browser);
});
after(async () => {
  await window?.[Symbol.asyncDispose]();
  await browser?.[Symbol.asyncDispose]();
  await folder?.[Symbol.asyncDispose]();
});

const longRead = 'the-long-mole.md';

test('the seed post is shown with its head and its body, and its image without a source is named', async () => {
  await window.openFile('us-blames-iran.md');
  await window.run('Copydesk: Open Preview to the Side');
  const frame = await window.preview('Iranian influence specialists');
  assert.deepEqual(await frame.locator('h1').allTextContents(), [
    'U.S. Blames Iran For Threatening Election Emails, Says Russia May Interfere Too',
  ]);
  assert.match((await frame.textContent('.cd-byline')) ?? '', /By Staff.*October 22, 2020/);
  assert.equal(await frame.locator('.cd-keywords li').count(), 15);
  const labels = await frame.locator('.cd-placeholder-label').allTextContents();
  assert.deepEqual(labels, ['Image on another website', 'This image has no source']);
});

test('the policy of the page lets nothing in but what is the site’s and ours', async () => {
  const frame = await window.preview('Iranian influence specialists');
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
  const frame = await window.preview('four hundred and eighty-one metres');
  assert.equal(await frame.textContent('h1'), 'The Wall That Holds the Sea');
  await frame.waitForFunction(() => {
    const images = [...document.images];
    return images.length === 13 && images.every(({ naturalWidth }) => naturalWidth > 0);
  });
});

test('what is typed is shown at once, and only what differs is touched', async () => {
  const frame = await window.preview('four hundred and eighty-one metres');
  await frame.evaluate(() => {
    for (const image of document.images) Reflect.set(image, 'isOld', true);
  });
  await window.goToLine(25);
  await window.page.keyboard.type(' So they say.');
  await frame.waitForSelector('text=they were never put back. So they say.');
  await window.goToLine(7);
  await window.page.keyboard.type(' Back');
  await frame.waitForSelector('h1:text-is("The Wall That Holds the Sea Back")');
  const kept = await frame.evaluate(() => [...document.images].every((image) => Reflect.get(image, 'isOld')));
  assert.ok(kept, 'a picture was made anew');
});

test('the preview scrolls with the editor, to within a line', async () => {
  const frame = await window.preview('four hundred and eighty-one metres');
  const text = await readFile(join(window.site, 'source', '_posts', longRead), 'utf8');
  for (const line of [49, 100, 170, 199]) {
    await window.goToLine(line);
    await window.page.waitForTimeout(500);
    const first = await firstEditorLine();
    // The first visible line that is a paragraph: what it says, as far as it is plain text.
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
        return found?.getBoundingClientRect().toJSON() ?? {};
      },
      words.slice(0, 60),
    );
    const isThere = Math.abs(top) < 30 || (top < 0 && bottom > -30);
    assert.ok(isThere, `line ${first}: “${words.slice(0, 60)}” is at ${top}–${bottom} px`);
  }
});

test('a double click in the preview leads to the line in the editor', async () => {
  const frame = await window.preview('four hundred and eighty-one metres');
  await frame.locator('p', { hasText: 'The girl at the fourth lamp said' }).dblclick();
  await window.page.waitForSelector('.statusbar-item:has-text("Ln 253")');
});

test('a link to another post opens it', async () => {
  const post =
    '---\nextends: _layouts.post\ntitle: Links\ndate: 2025-11-05\nkeywords: x\n---\n[Soup](/stories/2025/10/winter-soup/)\n';
  await writeFile(join(window.site, 'source', '_posts', 'with-links.md'), post);
  await window.openFile('with-links.md');
  const frame = await window.preview('Soup');
  await frame.click('text=Soup');
  await window.page.waitForSelector('.tab.active[data-resource-name="winter-soup.md"]');
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
  await writeFile(join(window.site, 'source', '_posts', 'hostile.md'), post);
  const away: string[] = [];
  window.page.on('request', (request) => {
    if (request.url().includes('away.example')) away.push(request.url());
  });
  await window.openFile('hostile.md');
  const frame = await window.preview('The end.');
  for (const link of await frame.locator('text=innocent').all()) await link.click();
  assert.equal(await harmed(frame), false);
  for (const other of window.page.frames()) assert.equal(await harmed(other), false);
  assert.deepEqual(away, []);
});

test('after a reload of the window the preview is back', async () => {
  await window.openFile(longRead);
  await window.preview('four hundred and eighty-one metres');
  await window.page.waitForTimeout(3000); // VS Code keeps the state of its editors a little later.
  await window.page.reload();
  await window.ready();
  await window.preview('four hundred and eighty-one metres');
});

test('the same works in the web worker host', async () => {
  const settings = { 'remote.extensionKind': { 'copydesk.copydesk': ['web'] } };
  await using other = await PreviewWindow.open(folder, browser, settings);
  await other.openFile(longRead);
  await other.run('Copydesk: Open Preview to the Side');
  const frame = await other.preview('four hundred and eighty-one metres');
  await frame.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 0);
});

async function firstEditorLine(): Promise<number> {
  const numbers = await window.page.locator('.monaco-editor .line-numbers').allTextContents();
  return Math.min(...numbers.map(Number).filter((line) => line > 0));
}

function harmed(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => Reflect.has(globalThis, 'harmed'));
}
