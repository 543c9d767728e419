import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

let first: Workbench;
let second: Workbench;
before(async () => {
  // However far apart the two are on a slow machine: neither hears of the other's file before its own turn.
  first = await Workbench.open({ settings: { 'files.watcherExclude': { '**/_posts/**': true } } });
  second = await first.another();
  await Promise.all([first.siteIsRead(), second.siteIsRead()]);
});
after(() => first?.[Symbol.asyncDispose]());

const input = ({ page }: Workbench) => page.locator('.quick-input-widget');
const refusal = /has just been created by somebody else\. It stays as it is/;

test('of two windows that make the same file at the same moment one does, and the other says why not', async () => {
  // The titles differ, so that what is in the file tells whose it is; the file's name is the same.
  await first.startNewPost('Same Tide!');
  await second.startNewPost('Same Tide?');
  for (const desk of [first, second]) await input(desk).getByText('/same-tide —').first().waitFor();
  await Promise.all([first.press('Enter'), second.press('Enter')]);
  const maker = await Promise.any(
    [first, second].map(async (desk) => {
      await desk.editor('same-tide.md').waitFor();
      return desk;
    }),
  );
  const other = maker === first ? second : first;
  // A window without the focus keeps what it says for later.
  await other.command('Notifications: Show Notifications');
  await other.page.locator('.notifications-center', { hasText: refusal }).waitFor();
  assert.equal(await other.editor('same-tide.md').count(), 0);
  const folder = join(first.site, 'source', '_posts');
  const made = (await readdir(folder)).filter((name) => name.includes('same-tide'));
  assert.deepEqual(made, ['same-tide.md']);
  const title = maker === first ? 'Same Tide!' : 'Same Tide?';
  const text = await readFile(join(folder, 'same-tide.md'), 'utf8');
  assert.match(text, /^---\nextends: _layouts\.post\n[\s\S]+\n---\n\n$/);
  assert.ok(text.includes(`\ntitle: ${title}\n`), text);
});
