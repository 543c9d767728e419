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

test('its words and problems are told when it is open from the start', async () => {
  await desk.page.getByRole('tab', { name: 'lone.md' }).first().click();
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
