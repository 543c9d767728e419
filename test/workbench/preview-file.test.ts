import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

let desk: Workbench;
before(async () => {
  desk = await Workbench.open();
  await writeFile(post('first'), text('The first text.'));
  await desk.siteIsRead();
});
after(() => desk?.[Symbol.asyncDispose]());

const page = () => desk.webview();
const strip = () => page().getByRole('status');
const shown = (words: string) => page().locator('.cd-body', { hasText: words }).waitFor();
const explorer = () => desk.page.locator('.explorer-folders-view');
const row = (name: string) => explorer().locator('.monaco-list-row', { hasText: name });
const tab = (name: string) => desk.page.locator(`.tab[data-resource-name="${name}"]`);

test('a preview whose file was deleted says so, and shows the file when it is back', async () => {
  await desk.openFile('first.md');
  await desk.command('Copydesk: Open Locked Preview to the Side');
  await shown('The first text.');
  await tab('first.md').click({ button: 'middle' });
  await tab('first.md').waitFor({ state: 'detached' });
  await rm(post('first'));
  await strip()
    .filter({ hasText: 'first.md is no longer there: it was deleted, moved or renamed.' })
    .waitFor();
  await shown('The first text.');
  await page().locator('.cd-body p').dblclick();
  await desk.command('Notifications: Show Notifications');
  const notice = desk.page.locator('.notifications-center .notification-list-item');
  await notice.filter({ hasText: 'first.md is no longer there.' }).waitFor();
  await desk.command('Notifications: Clear All Notifications');
  await writeFile(post('first'), text('It is back.'));
  await shown('It is back.');
  await strip().waitFor({ state: 'detached' });
});

test('a preview says so too when its file goes before its editor', async () => {
  await row('first.md').dblclick();
  await desk.page.getByText('/stories/2025/11/first', { exact: true }).waitFor();
  await rename(post('first'), post('second'));
  await tab('first.md').locator('.strikethrough').waitFor();
  await desk.goTo(7, 1);
  await desk.type('So ');
  await shown('So It is back.');
  assert.equal(await strip().count(), 0);
  await desk.command('File: Revert File');
  await tab('first.md').click({ button: 'middle' });
  await strip().filter({ hasText: 'first.md is no longer there' }).waitFor();
  await rename(post('second'), post('first'));
  await strip().waitFor({ state: 'detached' });
});

test('a preview follows its file when that is renamed in the explorer, and keeps its place', async () => {
  await row('first.md').click();
  await desk.editor('first.md').waitFor();
  await tab('first.md').click({ button: 'middle' });
  await tab('first.md').waitFor({ state: 'detached' });
  await writeFile(post('first'), text(`${'A paragraph.\n\n'.repeat(60)}The last one.`));
  await shown('The last one.');
  await page().locator('.cd-body p').first().hover();
  await desk.page.mouse.wheel(0, 700);
  const place = () =>
    page()
      .locator('html')
      .evaluate(() => scrollY);
  while ((await place()) < 700) await desk.page.waitForTimeout(50);
  await row('first.md').click({ button: 'right' });
  await desk.chooseInMenu(/Rename/);
  await explorer().locator('.monaco-inputbox input').fill('third.md');
  await desk.press('Enter');
  await desk.page.locator('.tab', { hasText: 'Preview, locked: third.md' }).waitFor();
  await writeFile(post('third'), text(`${'A paragraph.\n\n'.repeat(60)}The third text.`));
  await shown('The third text.');
  assert.equal(await place(), 700);
  assert.equal(await strip().count(), 0);
});

function post(name: string): string {
  return join(desk.site, 'source', '_posts', `${name}.md`);
}

function text(body: string): string {
  return `---\nextends: _layouts.post\ntitle: A Post\ndate: 2025-11-05\nkeywords: x\n---\n${body}\n`;
}
