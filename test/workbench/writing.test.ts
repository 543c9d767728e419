import assert from 'node:assert/strict';
import { readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench.ts';

let desk: Workbench;
before(async () => {
  desk = await Workbench.open();
  await desk.siteIsRead();
});
after(() => desk?.[Symbol.asyncDispose]());

const posts = () => join(desk.site, 'source', '_posts');
const input = () => desk.page.locator('.quick-input-widget');
const status = () => desk.page.locator('.statusbar-item', { hasText: /\d words?\b/ });

test('while the writer is in a preview, the side bar and the status bar tell of the post that it shows', async () => {
  const checks = desk.rows('Publishing Checklist');
  const preview = desk.page.locator('.tab', { hasText: 'Preview' });
  await desk.openFile('winter-soup.md');
  // In the editor’s place, so that no editor is to be seen.
  await desk.command('Copydesk: Open Preview');
  await desk.webview().locator('h1', { hasText: 'A Chowder' }).click();
  await desk.page.locator('.activitybar [aria-label^="Copydesk"]').first().click();
  await checks.filter({ hasText: 'Ready to publish' }).waitFor();
  await desk.rows('Posts').filter({ hasText: 'A Chowder' }).and(desk.page.locator('.selected')).waitFor();
  await desk.command('Copydesk: Toggle Preview Locking');
  await desk.openFile('us-blames-iran.md');
  await checks.filter({ hasText: '1 thing is left to do first' }).waitFor();
  await preview.click();
  await checks.filter({ hasText: 'Ready to publish' }).waitFor();
  await status().filter({ hasText: 'No problems' }).waitFor();
  await desk.command('View: Close All Editors');
  await desk.command('View: Show Explorer');
});

test('a new writer has a valid post in the preview in fewer than ten actions', async () => {
  let actions = 0;
  /** One action: a key or a chord, or a text that is typed without a pause. */
  const press = async (key: string) => {
    actions += 1;
    await desk.press(key);
  };
  const type = async (text: string) => {
    actions += 1;
    await desk.type(text);
  };
  await press('F1');
  await type('new post');
  await desk.page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Copydesk: New Post' })
    .first()
    .waitFor();
  await press('Enter');
  await input().locator('.quick-input-title', { hasText: 'New Post' }).waitFor();
  await type('The Tide Comes In');
  await input().getByText('/the-tide-comes-in').first().waitFor();
  await press('Enter');
  // What can be known is filled in; Tab would lead through the rest.
  await desk.editor('the-tide-comes-in.md').locator('.snippet-placeholder').first().waitFor();
  await press('Control+End');
  await type('It came at six, and stayed for lunch.');
  await press('Control+K');
  await desk.press('Shift+V');
  await desk.webview().locator('h1', { hasText: 'The Tide Comes In' }).waitFor();
  await desk.webview().getByText('stayed for lunch').waitFor();
  await status().filter({ hasText: 'No problems' }).waitFor();
  assert.ok(actions < 10, `${actions} actions`);
});

test('the status bar counts words, minutes and problems, for posts only', async () => {
  await status().filter({ hasText: '8 words' }).waitFor();
  await desk.openFile('us-blames-iran.md');
  await status().filter({ hasText: '1 problem' }).waitFor();
  await desk.openFile('composer.json');
  await status().waitFor({ state: 'hidden' });
});

test('a title that is taken is said while one types, and leads to another name', async () => {
  const before = await readFile(join(posts(), 'gull-census.md'), 'utf8');
  await desk.startNewPost('Gull Census');
  await input().getByText('source/_posts/gull-census.md is already there.').waitFor();
  await desk.press('Enter');
  await input().getByText('/gull-census-2').first().waitFor();
  await desk.press('Enter');
  await desk.editor('gull-census-2.md').locator('.snippet-placeholder').first().waitFor();
  assert.equal(await readFile(join(posts(), 'gull-census.md'), 'utf8'), before);
});

/** Waits for a notification, in the list that keeps those that nobody has seen. */
async function notification(text: RegExp): Promise<void> {
  await desk.command('Notifications: Show Notifications');
  await desk.page.locator('.notifications-center', { hasText: text }).waitFor();
}

test('the checklist says what stops a post, leads there, and is live', async () => {
  await desk.command('Copydesk: Focus on Publishing Checklist View');
  await desk.openFile('us-blames-iran.md');
  const checks = desk.rows('Publishing Checklist');
  await checks.filter({ hasText: '1 thing is left to do first' }).waitFor();
  await checks.filter({ hasText: 'This image has no source' }).click();
  await desk.page.locator('.statusbar-item', { hasText: 'Ln 32' }).waitFor();
  const wrong = checks.filter({ hasText: 'This image has no source' });
  await wrong.hover();
  await wrong.getByRole('button', { name: 'Fix…' }).click();
  await desk.page.locator('.action-widget .monaco-list-row', { hasText: 'Remove' }).first().click();
  await checks.filter({ hasText: 'Ready to publish' }).waitFor();
  await desk.command('File: Revert File');
  await checks.filter({ hasText: '1 thing is left to do first' }).waitFor();
});

test('the checklist has words for missing fields, and writes what can be suggested', async () => {
  const lamp = 'The harbour office has found a lamp that nobody had missed since the storm.';
  const text = `---\nextends: _layouts.post\nsection: content\ntitle: A Lamp\nkeywords: lamp\n---\n\n${lamp}\n`;
  await writeFile(join(posts(), 'a-lamp.md'), text);
  await desk.openFile('a-lamp.md');
  const checks = desk.rows('Publishing Checklist');
  await checks.filter({ hasText: 'This post has no “date”.' }).waitFor();
  await checks.filter({ hasText: 'All its keywords are words of its title.' }).waitFor();
  assert.equal(await checks.filter({ hasText: 'Readers will find it' }).count(), 0);
  const wanting = checks.filter({ hasText: 'There is no description' });
  await wanting.hover();
  await wanting.getByRole('button', { name: 'Fix…' }).click();
  await input().locator('.quick-input-title', { hasText: 'Suggest Description' }).waitFor();
  await desk.press('Enter');
  await checks.filter({ hasText: `A description of ${lamp.length} characters` }).waitFor();
  await desk.command('File: Revert File');
  await desk.command('View: Close Editor');
  await unlink(join(posts(), 'a-lamp.md'));
});

test('the whole site is checked, and what came of it is said', async () => {
  await desk.openFile('winter-soup.md');
  await desk.command('Copydesk: Check Whole Site');
  await desk.page.locator('.markers-panel-container .marker-message').first().waitFor();
  // What the writer types meanwhile goes on going into the post.
  await desk.type('x');
  await desk.page.locator('.tab.dirty', { hasText: 'winter-soup.md' }).waitFor();
  await desk.command('File: Revert File');
  await notification(/Posts and pages checked: \d+\. Errors: 1/);
});

test('what can’t be written is said, and nothing is left of it', async () => {
  await desk.startNewPost('No Room');
  await input().getByText('/no-room').first().waitFor();
  // As good as a folder that may not be written, and it is one for the administrator, too.
  await rename(posts(), `${posts()}-away`);
  await writeFile(posts(), '');
  try {
    await desk.press('Enter');
    await notification(/no-room\.md could not be written/);
  } finally {
    await rename(posts(), join(desk.site, 'in-the-way'));
    await rename(`${posts()}-away`, posts());
  }
  assert.equal(await readFile(join(desk.site, 'in-the-way'), 'utf8'), '');
  assert.ok(!(await readdir(posts())).includes('no-room.md'));
});
