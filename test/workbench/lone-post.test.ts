import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root, sampleSite } from '../../scripts/machine/places.ts';
import { Workbench } from './workbench.ts';

let desk: Workbench;
before(async () => {
  desk = await Workbench.open({ site: join(root, 'snippets') });
  await copyFile(
    join(sampleSite, 'source/assets/img/lantern-night.webp'),
    join(desk.site, 'lantern-night.webp'),
  );
  const text =
    '---\nextends: _layouts.post\ntitle: A Lone Post\n---\n\nSix words.\n\n![](lantern-night.webp)\n';
  await writeFile(join(desk.site, 'lone.md'), text);
});
after(() => desk?.[Symbol.asyncDispose]());

test('a post outside of any site has a preview, with the picture that lies beside it', async () => {
  await desk.openFile('lone.md');
  await desk.command('Copydesk: Open Preview to the Side');
  const page = desk.webview();
  await page.locator('h1', { hasText: 'A Lone Post' }).waitFor();
  const picture = page.locator('img');
  await picture.waitFor();
  assert.match((await picture.getAttribute('src')) ?? '', /\/lantern-night\.webp$/);
  await picture.evaluate((image: HTMLImageElement) => image.decode());
});

test('an image that doesn’t lie beside it is called neither lost nor there', async () => {
  const text = '---\nextends: _layouts.post\ntitle: Far Off\n---\n\n![Sea](sea.webp)\n';
  await writeFile(join(desk.site, 'far.md'), text);
  await desk.openFile('far.md');
  await desk.webview().getByText('No image lies here. Outside of a site').waitFor();
  await desk.command('Copydesk: Focus on Publishing Checklist View');
  const checks = desk.rows('Publishing Checklist');
  await checks.filter({ hasText: 'No words, only pictures or other media' }).waitFor();
  assert.deepEqual(
    (await checks.allTextContents()).filter((each) => /image|Nothing is written/i.test(each)),
    [],
  );
  await desk.command('View: Close All Editors');
});

test('of a text that is no post, the checklist says what would make it one', async () => {
  await desk.command('View: Show Explorer');
  await desk.reload();
  await writeFile(join(desk.site, 'note.md'), '---\ntitle: A Note\ndate: 2025-02-03\n---\n\nWords.\n');
  await desk.command('Copydesk: Focus on Publishing Checklist View');
  await desk.page.getByText('Open a post to see what is left to do').waitFor();
  await desk.openFile('note.md');
  const welcome = desk.page.locator('.welcome-view', { hasText: 'The text in the editor is no post' });
  await welcome.getByText('such as extends: _layouts.post').waitFor();
  await welcome.getByText('New Post', { exact: true }).waitFor();
  await desk.openFile('lone.md');
  await desk.rows('Publishing Checklist').filter({ hasText: 'things are left to do first' }).waitFor();
  assert.equal(await desk.page.getByText('The text in the editor is no post').count(), 0);
  await desk.command('View: Show Explorer');
});

test('its words and problems are told when it is open from the start', async () => {
  await desk.openFile('lone.md');
  const status = desk.page.locator('.statusbar-item', { hasText: /\d words?\b/ });
  await status.filter({ hasText: '3 problems' }).waitFor();
  await desk.reload();
  await status.filter({ hasText: '3 problems' }).waitFor();
});

test('the palette offers what can be done with it, and nothing that needs a site', async () => {
  await desk.page.locator('.tab', { hasText: 'lone.md' }).first().click();
  await desk.press('F1');
  const palette = desk.page.locator('.quick-input-widget');
  await palette.locator('input[type="text"]').fill('>Copydesk: ');
  await palette.getByText('Copydesk: Set Date to Now', { exact: true }).waitFor();
  const offered = await palette.getByText(/^Copydesk: /).allTextContents();
  assert.deepEqual(
    offered.filter((title) =>
      /New|Rename|Duplicate|Address|Local Site|Whole Site|Images|Required|Group|Sort/.test(title),
    ),
    [],
  );
});
