import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

let desk: Workbench;
before(async () => {
  desk = await Workbench.open();
  await writeFile(join(desk.site, 'copydesk.json'), '{ "redirects": { "file": "_redirects" } }\n');
  await writeFile(
    join(desk.site, linker),
    '---\nextends: _layouts.post\ntitle: L\ndate: 2025-10-02\nkeywords: a\n---\n[a](/stories/2025/10/lantern-night/#x)\n',
  );
  await desk.openFile('linker.md');
  await desk.page.getByText('/stories/2025/10/linker', { exact: true }).waitFor();
});
after(() => desk?.[Symbol.asyncDispose]());

const linker = 'source/_posts/linker.md';
const title = 'eight-hundred-small-fires-and-not-one-out-of-place';

const read = (path: string) => readFile(join(desk.site, path), 'utf8');

/** Waits until a file is saved with a text in it. */
async function saved(path: string, text: string): Promise<void> {
  for (let tries = 0; tries < 100 && !(await read(path)).includes(text); tries += 1)
    await desk.page.waitForTimeout(100);
  assert.ok((await read(path)).includes(text), `${path} has ${text}`);
}

test('a post renamed after its title takes links and readers along', async () => {
  await desk.openFile('lantern-night.md');
  await desk.command('Copydesk: Rename Post to Match Its Title');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByText(`Rename lantern-night.md to ${title}.md?`).waitFor();
  await dialog.getByText(`• ${linker}`).waitFor();
  await dialog.getByText('_redirects gets a redirect').waitFor();
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click();
  await desk.editor(`${title}.md`).waitFor();
  await saved(linker, `[a](/stories/2025/10/${title}/#x)`);
  assert.ok(existsSync(join(desk.site, `source/_posts/${title}.md`)));
  assert.ok(!existsSync(join(desk.site, 'source/_posts/lantern-night.md')));
  assert.equal(await read('_redirects'), `/stories/2025/10/lantern-night /stories/2025/10/${title} 301\n`);
});

test('links follow a post to its new day', async () => {
  await desk.goTo(15, 'date: 2025-10'.length + 1);
  await desk.press('Backspace');
  await desk.type('1');
  await desk.page.getByText(`/stories/2025/11/${title}`, { exact: true }).waitFor();
  await desk.quickFix('Update links to the new address');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByText(`Update the links to ${title}.md?`).waitFor();
  await dialog.getByRole('button', { name: 'Update Links' }).click();
  await saved(linker, `[a](/stories/2025/11/${title}/#x)`);
  const to = `/stories/2025/11/${title}`;
  await saved(
    '_redirects',
    `/stories/2025/10/lantern-night ${to} 301\n/stories/2025/10/${title} ${to} 301\n`,
  );
});

test('without a file of redirects, the writer is told that the old address stops working', async () => {
  await writeFile(join(desk.site, 'copydesk.json'), '{}\n');
  await desk.openFile('gull-census.md');
  const dialog = desk.page.getByRole('dialog');
  const stops = dialog.getByText('its old address stops working');
  // The settings are read when the disk's watcher tells of them.
  for (let tries = 0; tries < 20 && (await stops.count()) === 0; tries += 1) {
    await desk.command('Copydesk: Rename Post to Match Its Title');
    await dialog.getByText('Rename gull-census.md to').waitFor();
    if ((await stops.count()) === 0) await desk.press('Escape');
  }
  await dialog.getByText('"redirects": { "file": "source/_redirects" }').waitFor();
  await desk.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(existsSync(join(desk.site, 'source/_posts/gull-census.md')));
});

test('an image renamed in the explorer is renamed in posts, as asked, and Undo takes it back', async () => {
  const [image, soup] = ['source/assets/img/chowder.jpg', 'source/_posts/winter-soup.md'];
  const before = await read(soup);
  assert.ok(before.includes('/assets/img/chowder.jpg'));
  const explorer = desk.page.locator('.explorer-folders-view');
  const row = (name: string) => explorer.locator('.monaco-list-row', { hasText: name });
  await desk.command('File: Reveal Active File in Explorer View');
  await row('assets').click();
  await row('img').click();
  await row('chowder.jpg').click();
  await desk.press('F2');
  await explorer.locator('.monaco-inputbox input').fill('bowl.jpg');
  await desk.press('Enter');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByText('Copydesk').first().waitFor();
  await dialog.getByRole('button', { name: 'OK' }).click();
  await saved(soup, '/assets/img/bowl.jpg');
  assert.ok(!existsSync(join(desk.site, image)));
  await row('bowl.jpg').click();
  await desk.press('ControlOrMeta+Z');
  await row('chowder.jpg').waitFor();
  // The file is back before the text of the post is.
  await row('winter-soup.md').click();
  await desk.editor('winter-soup.md').getByText('/assets/img/chowder.jpg').waitFor();
  await desk.command('File: Save All');
  await saved(soup, '/assets/img/chowder.jpg');
  assert.equal(await read(soup), before);
});
