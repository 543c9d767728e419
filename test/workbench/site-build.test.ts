import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

let window: Workbench;
before(async () => {
  // Every line of a file is one row, at whose end one types.
  window = await Workbench.open({ settings: { '[markdown]': { 'editor.wordWrap': 'off' } } });
  await window.siteIsRead();
});
after(() => window?.[Symbol.asyncDispose]());

const soup = 'winter-soup.md';
const lanterns = 'Eight Hundred Small Fires, and Not One Out of Place';
const page = () => window.webview();

test('a post is shown in its page of the last build, with the site’s own style and pictures', async () => {
  await window.openFile(soup);
  await window.command('Copydesk: Open Preview to the Side');
  await page().locator('.cd-option', { hasText: 'Site' }).click();
  await page().locator('.masthead').waitFor();
  assert.equal(await page().locator('h1').textContent(), 'A Chowder for the First Frost');
  assert.match((await page().locator('.cd-status').textContent()) ?? '', /^build_local, built \w/);
  const motto = page().locator('.motto img');
  await motto.evaluate((image: HTMLImageElement) => image.decode());
  assert.match((await motto.getAttribute('src')) ?? '', /build_local\/assets\/img\/masthead\.svg$/);
  const rule = await page()
    .locator('.masthead .nameplate')
    .evaluate((element) => getComputedStyle(element).textAlign);
  assert.equal(rule, 'center');
});

test('what is typed stands in the page at once', async () => {
  await window.page.locator('.tab', { hasText: soup }).first().click();
  await window.goTo(16);
  await window.press('End');
  await window.type(' Twice.');
  await page().locator('.prose p', { hasText: 'eaten by six people out of mugs. Twice.' }).waitFor();
});

test('a new build is shown as soon as it is there', async () => {
  const built = join(window.site, 'build_local/stories/2025/10/winter-soup/index.html');
  const html = await readFile(built, 'utf8');
  await writeFile(built, html.replace('Printed at high water', 'Printed at low water'));
  await page().locator('.ears', { hasText: 'Printed at low water' }).waitFor();
});

test('a post that was never built is dressed in the page of one like it', async () => {
  const text =
    '---\nextends: _layouts.post\nsection: content\ntitle: The Ice Boat\ndescription: It sails.\nimage: /assets/img/regatta.jpg\nimage_alt: Boats\nkeywords: ice\ndate: 2025-10-30\nauthor: culture-desk\nsections:\n  - kitchen\n---\nFrozen from end to end.\n';
  await writeFile(join(window.site, 'source/_posts/ice-boat.md'), text);
  await window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'ice-boat.md' }).dblclick();
  await page().locator('h1:text-is("The Ice Boat")').waitFor();
  assert.match(
    (await page().locator('.cd-status').textContent()) ?? '',
    /Shown in the page of “A Chowder for the First Frost” until the next build$/,
  );
  assert.equal(await page().locator('time').textContent(), '30 October 2025');
});

test('the page stays while the front matter has no end', async () => {
  await window.page.locator('.tab', { hasText: 'ice-boat.md' }).first().click();
  await window.goTo(13);
  await window.press('End', 'Backspace');
  await page().locator('.prose', { hasText: 'extends: _layouts.post' }).waitFor();
  assert.equal(await page().locator('.masthead').count(), 1);
  await window.type('-');
  await page().locator('h1:text-is("The Ice Boat")').waitFor();
});

test('a layout that isn’t there is named as the cause, and its page comes when that is mended', async () => {
  const text = '---\nextends: _layouts.pots\ntitle: Adrift\ndate: 2025-10-29\nkeywords: ice\n---\nAdrift.\n';
  const path = join(window.site, 'source/_posts/adrift.md');
  await writeFile(path, text);
  await window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'adrift.md' }).dblclick();
  await page().locator('.cd-strip', { hasText: 'The layout _layouts.pots isn’t there' }).waitFor();
  assert.equal(await page().locator('.cd-article h1').textContent(), 'Adrift');
  await writeFile(path, text.replace('pots', 'post'));
  await page().locator('.masthead').waitFor();
  await rm(path);
});

test('a cover that came after the build is shown where the site shows covers', async () => {
  const built = join(window.site, 'build_local/stories/2025/10/lantern-night/index.html');
  const html = await readFile(built, 'utf8');
  await writeFile(built, html.replace(/<figure class="cover">[\s\S]*?<\/figure>/, ''));
  await window.openFile('lantern-night.md');
  await page().locator('.cover img[src$="lantern-night.webp"]').waitFor();
  assert.match((await page().locator('.cd-status').textContent()) ?? '', /Shown in the page of “/);
  assert.equal(await page().locator('h1').textContent(), lanterns);
});

test('without a build, the panel says how to make one and shows the article', async () => {
  await rm(join(window.site, 'build_local'), { recursive: true });
  await page().locator('.cd-strip code:text-is("npm run build")').waitFor();
  assert.equal(await page().locator('.cd-article h1').textContent(), lanterns);
});
