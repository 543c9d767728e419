import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeAll } from '../../scripts/machine/owned.ts';
import { sampleSite } from '../../scripts/machine/places.ts';
import { copyInto, runFolder } from '../../scripts/machine/run-folder.ts';
import { largeSite } from '../bench/large-site.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

/** So many posts that there is time to stop. */
const count = 10_000;

const broken = '---\nextends: _layouts.none\ntitle: Broken\ndate: 2025-10-01\nkeywords: a\n---\nText.\n';

test('the check of a large site tells how far it is, stops when asked, and says what it checked', async () => {
  await using folder = await runFolder();
  const site = await copyInto(folder, sampleSite);
  const posts = Object.entries(largeSite(count)).filter(([path]) => path.startsWith('source/_posts/'));
  for (const [path, text] of posts) await writeFile(join(site, path), text);
  await using desk = await Workbench.open({ site });
  const errors = (number: number) =>
    desk.page.locator(`.statusbar-item[aria-label*="Errors: ${number}"]`).waitFor({ timeout: 90_000 });
  // Each of its copies has the seed post's mistake.
  const mistakes = posts.filter(([path]) => path.includes('us-blames-iran')).length;
  await errors(mistakes);

  const notification = (text: RegExp | string) =>
    desk.page.locator('.notifications-center .notification-list-item', { hasText: text });
  await desk.command('Copydesk: Check Whole Site');
  await desk.command('Notifications: Show Notifications');
  const progress = notification('Checking the whole site');
  await progress.filter({ hasText: /[\d,]+ of 10,\d+ posts/ }).waitFor();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  const stopped = notification('Stopped.');
  const said = await stopped.locator('.notification-list-item-message').textContent();
  const [, done, total] = /checked: ([\d,]+) of ([\d,]+)\./.exec(said ?? '') ?? [];
  assert.ok(toNumber(done) > 0 && toNumber(done) < toNumber(total), said ?? 'Nothing is said.');
  await progress.waitFor({ state: 'detached' });
  await errors(mistakes);

  const path = join(desk.site, 'source/_posts/winter-soup-29.md');
  // A copy, to which no other post links.
  const whole = await readFile(path, 'utf8');
  await writeFile(path, broken);
  await errors(mistakes + 1);
  await writeFile(path, whole);
  await errors(mistakes);

  await desk.command('Copydesk: Check Whole Site');
  await desk.command('Notifications: Show Notifications');
  const summary = notification(`Posts and pages checked: ${total}. Errors: ${mistakes}, warnings: 0.`);
  await summary.waitFor({ timeout: 90_000 });
});

function toNumber(text: string | undefined): number {
  return Number(text?.replaceAll(',', ''));
}
