import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench.ts';

let desk: Workbench;
before(async () => {
  desk = await Workbench.open();
  await desk.siteIsRead();
  await desk.command('Copydesk: Focus on Posts View');
});
after(() => desk?.[Symbol.asyncDispose]());

const herring = 'Herring Slip Reopens';
const gulls = 'Counting Gulls';

const file = (name: string) => join(desk.site, 'source', '_posts', name);
const row = (title: string | RegExp) => desk.rows('Posts').filter({ hasText: title }).first();
const selected = (title: string) => row(title).and(desk.page.locator('.selected')).waitFor();
const focused = (title: string) => row(title).and(desk.page.locator('.focused')).waitFor();
const activeTab = (name: string) => desk.page.locator('.tab.active', { hasText: name }).waitFor();
const input = () => desk.page.locator('.quick-input-widget');
const dialog = () => desk.page.locator('.monaco-dialog-box');

/** Chooses in the menu of a row. */
async function choose(of: Locator, label: RegExp): Promise<void> {
  await of.click({ button: 'right' });
  await desk.chooseInMenu(label);
}

/** Clicks a button in the view's title, which shows while the pointer is over the view. */
async function clickInTitle(name: string): Promise<void> {
  const title = desk.page.locator('.pane-header[aria-label^="Posts"]');
  await title.hover();
  await title.getByRole('button', { name }).click();
}

test('the posts view shows dates and titles by year, newest first, and follows the editor', async () => {
  await row('The Wall That Holds the Sea').waitFor();
  const [collection, year, first] = await desk.rows('Posts').allTextContents();
  assert.deepEqual([collection, year, first], ['posts15', '202514', 'Nov 4 · The Wall That Holds the Sea']);
  // A voice names the collection and counts it, whatever it holds.
  assert.equal(await desk.rows('Posts').first().getAttribute('aria-label'), 'posts 15');
  await desk.openFile('winter-soup.md');
  await selected('A Chowder for the First Frost');
});

test('the button in the view’s title begins a post with the question for its headline', async () => {
  await clickInTitle('New Post');
  await input().locator('.quick-input-title', { hasText: 'New Post' }).waitFor();
  await input().getByText('The headline of the post. You can change it later.').waitFor();
  await desk.press('Escape');
  await input().waitFor({ state: 'hidden' });
});

test('a click opens a post and leaves the focus on its row; Enter opens the one that an arrow key leads to', async () => {
  await row(herring).click();
  await activeTab('herring-slip-reopens.md');
  await focused(herring);
  await desk.press('ArrowDown', 'Enter');
  await activeTab('gull-census.md');
});

test('keys rename and delete the row that they are seen to be meant for, not the selected one', async () => {
  await row(herring).click();
  await selected(herring);
  await desk.press('ArrowDown');
  await focused(gulls);
  await desk.press('Delete');
  await dialog().getByText('Do you want to delete “Counting Gulls').waitFor();
  await desk.press('Escape');
  // The keys go back to the list.
  await desk.page.locator('.pane:has(.pane-header[aria-label^="Posts"]) .monaco-list:focus').waitFor();
  await focused(gulls);
  await desk.press('F2');
  await input().getByText('Rename the File of “Counting Gulls').waitFor();
  await desk.type('gulls');
  await desk.press('Enter');
  await selected(gulls);
  await focused(gulls);
  assert.ok(existsSync(file('gulls.md')));
  assert.ok(!existsSync(file('gull-census.md')));
});

test('the menu of a row is about its post, though the rows are told anew', async () => {
  await row(herring).click({ button: 'right' });
  await writeFile(file('first.md'), post('First of All', '2025-12-31', 'Text.'));
  await row('First of All').waitFor();
  await desk.chooseInMenu(/^Delete$/);
  await dialog().getByText('Do you want to delete “Herring Slip').waitFor();
  await desk.press('Escape');
  await filter('plaice');
  await row(herring).waitFor({ state: 'detached' });
  await desk.press('Escape');
  await choose(row(herring), /^Delete$/);
  await dialog().getByText('Do you want to delete “Herring Slip').waitFor();
  await desk.press('Escape');
});

test('a post is duplicated, opened beside, previewed and shown in the explorer from its menu', async () => {
  await choose(row(herring), /^Duplicate Post/);
  await input().locator('.quick-input-title', { hasText: 'Duplicate' }).waitFor();
  await desk.press('Escape');
  await choose(row(herring), /^Open to the Side$/);
  await desk.page.locator('.editor-group-container').nth(1).waitFor();
  await choose(row(gulls), /^Open Preview to the Side$/);
  await desk.webview().locator('h1', { hasText: gulls }).waitFor();
  await choose(row(herring), /^Reveal in Explorer/);
  await desk.page
    .locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'herring-slip-reopens.md' })
    .waitFor();
  await desk.command('View: Close All Editors');
  await desk.command('Copydesk: Focus on Posts View');
});

test('a post is renamed by its menu, and deleted after a question', async () => {
  await choose(row(herring), /^Rename…$/);
  await input().locator('.quick-input-title', { hasText: 'Rename the File' }).waitFor();
  await desk.press('ControlOrMeta+A');
  await desk.type('gulls');
  await input().getByText('source/_posts/gulls.md is already there.').waitFor();
  await desk.press('ControlOrMeta+A');
  await desk.type('slip');
  await input().getByText('/stories/2025/10/slip — the file is source/_posts/slip.md').waitFor();
  await desk.press('Enter');
  await selected(herring);
  assert.ok(existsSync(file('slip.md')));
  await writeFile(file('linker.md'), post('A Linker', '2025-01-02', '[a](/stories/2025/10/slip)'));
  await row('A Linker').waitFor();
  await choose(row(herring), /^Delete$/);
  await dialog().getByText('Do you want to delete “Herring Slip').waitFor();
  await dialog().getByText('1 post links to it. Its link will lead nowhere:').waitFor();
  await dialog().getByText('• A Linker').waitFor();
  await dialog().locator('.monaco-button', { hasText: 'Move to Trash' }).click();
  // A server has no trash.
  await dialog().locator('.monaco-button', { hasText: 'Delete Permanently' }).click();
  await row(herring).waitFor({ state: 'detached' });
  assert.ok(!existsSync(file('slip.md')));
  await unlink(file('linker.md'));
  await row('A Linker').waitFor({ state: 'detached' });
});

test('posts that are incomplete or dated in the future stand apart, by state', async () => {
  await writeFile(file('some-day.md'), post('Some Day', '2099-05-04', 'Text.'));
  await writeFile(file('half-way.md'), post('Half Way', '2025-05-04', ''));
  await row('Some Day').waitFor();
  await clickInTitle('Group Posts by State');
  await row('U.S. Blames Iran').waitFor();
  const groups = desk.rows('Posts').locator('.label-name');
  await row(/^Ready/).waitFor();
  assert.deepEqual((await groups.allTextContents()).slice(1, 6), [
    'With problems',
    'Oct 2020 · U.S. Blames Iran For Threatening Election Emails, Says Russia May Interfere Too',
    'Incomplete',
    'Dated in the future',
    'Ready',
  ]);
  await row('Incomplete').click();
  await row('Half Way').waitFor();
});

test('the view is as it was after the window is loaded anew: grouped, sorted and filtered', async () => {
  await desk.command('Copydesk: Sort Posts by Title');
  await filter('tide');
  await desk.press('Enter');
  await row('With problems').waitFor({ state: 'detached' });
  const before = await desk.rows('Posts').allTextContents();
  await desk.reload();
  await row('Ready').waitFor();
  await row(/Tide Gauge/).waitFor();
  assert.deepEqual(await desk.rows('Posts').allTextContents(), before);
  await desk.page.locator('.pane-header[aria-label^="Posts"]', { hasText: '“tide”' }).waitFor();
  await clickInTitle('Clear Post Filter');
  await desk.command('Copydesk: Group Posts by Date');
  await row('Autumn Timetable').waitFor();
  assert.match((await desk.rows('Posts').nth(1).textContent()) ?? '', /^A Chowder/);
  await desk.command('Copydesk: Sort Posts by Date');
});

test('a filter follows what one types, and Escape takes it back', async () => {
  await filter('plaice');
  await row('This Week on the Fish Quay').waitFor();
  await row('Eight Hundred Small Fires').waitFor({ state: 'detached' });
  await desk.press('Escape');
  await row('Eight Hundred Small Fires').waitFor();
});

const post = (title: string, date: string, text: string) =>
  `---\nextends: _layouts.post\ntitle: ${title}\ndate: ${date}\nkeywords: a\n---\n${text}\n`;

/** Types into the view's filter, which stays open. */
async function filter(words: string): Promise<void> {
  await clickInTitle('Filter Posts');
  await input().locator('.quick-input-title', { hasText: 'Filter Posts' }).waitFor();
  await desk.type(words);
}
