import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/machine/places.ts';
import { Workbench } from './workbench.ts';

let window: Workbench;
before(async () => {
  window = await Workbench.open();
  // Quick Open finds what is there from the start.
  const bare =
    '---\nextends: _layouts.post\ntitle: Bare\ndate: 2025-11-05\nkeywords: x\n---\nSome words.[^1]\n\n[^1]: A note.\n';
  await writeFile(join(window.site, 'source', '_posts', 'bare.md'), bare);
  await window.siteIsRead();
});
after(() => window?.[Symbol.asyncDispose]());

const themes = ['Light 2026', 'Dark 2026', 'Dark High Contrast', 'Light High Contrast'];

/** The page of the preview that is in front of its group. */
const preview = () => window.webview();
const tabs = () => window.page.locator('.tab', { hasText: 'Preview' });

async function chooseLook(name: string): Promise<void> {
  // A hint that has popped up under the pointer would take a click.
  await preview().getByRole('radio', { name }).focus();
  await window.press('Space');
  await preview().locator(`html[data-look="${name.toLowerCase()}"]`).waitFor();
}

test('the problem of a block is marked and leads to the line with the keyboard', async () => {
  await window.openFile('us-blames-iran.md');
  await window.command('Copydesk: Open Preview to the Side');
  const mark = preview().getByRole('group', { name: 'Problems of this post' }).locator('.cd-error');
  await mark.waitFor();
  assert.match((await mark.getAttribute('title')) ?? '', /no source/);
  await mark.focus();
  await window.page.keyboard.press('Enter');
  await window.page.waitForSelector('.statusbar-item:has-text("Ln 32")');
});

test('the cards show what the site’s own layout prints', async () => {
  await window.openFile('the-long-mole.md');
  await chooseLook('Cards');
  await preview()
    .locator('.cd-search-title', { hasText: 'The Wall That Holds the Sea · The Harbour Ledger' })
    .waitFor();
  assert.equal(await preview().locator('.cd-social-site').textContent(), 'harbour-ledger.example');
  await preview()
    .locator('.cd-social-image img')
    .evaluate((image: HTMLImageElement) => image.decode());
});

test('a wanting field is added where it belongs, and the cursor is in it', async () => {
  await window.openFile('bare.md');
  await preview().locator('.cd-search-title', { hasText: 'Bare' }).waitFor();
  await preview().getByRole('button', { name: 'Add description' }).first().click();
  await window.page.waitForSelector('.statusbar-item:has-text("Ln 6, Col 14")');
  // What is typed while the webview still has the keyboard is lost.
  await window.editor('bare.md').and(window.page.locator('.focused')).waitFor();
  await window.type('It is bare.');
  await preview().locator('.cd-social-description', { hasText: 'It is bare.' }).waitFor();
});

test('arrow keys go on from look to look, also where the page is loaded anew for the site’s build', async () => {
  const focused = (look: string) => preview().locator(`[name="look"][value="${look}"]:focus`).waitFor();
  await window.openFile('the-long-mole.md');
  await preview().getByRole('radio', { name: 'Cards' }).focus();
  for (const look of ['article', 'site']) {
    await window.press('ArrowLeft');
    await preview().locator(`html[data-look="${look}"]`).waitFor();
    await focused(look);
  }
  await window.press('ArrowRight');
  await focused('article');
});

test('the way to a footnote that is in sight leaves the bar where it is', async () => {
  await window.openFile('bare.md');
  await chooseLook('Article');
  const top = async () => (await preview().locator('.cd-toolbar').boundingBox())?.y;
  const before = await top();
  await preview().locator('.footnote-ref').press('Enter');
  await preview().locator('.footnotes li:focus').waitFor();
  assert.equal(await top(), before);
});

for (const theme of themes) {
  test(`nothing serious is wrong with our own chrome: ${theme}`, async () => {
    await window.openFile('the-long-mole.md');
    await window.useTheme(theme);
    for (const look of await lookNames()) {
      await chooseLook(look);
      const found = await violations();
      assert.deepEqual(found, [], `${theme}, ${look}`);
    }
  });
}

test('the look, the colours and the lock survive a reload, in each of several panels', async () => {
  await window.openFile('the-long-mole.md');
  await chooseLook('Article');
  await preview().getByRole('radio', { name: 'Dark' }).focus();
  await window.press('Space');
  await preview().getByRole('button', { name: 'Stay with this post' }).press('Enter');
  await window.openFile('winter-soup.md');
  await window.command('Copydesk: Open Preview to the Side');
  await tabs().nth(1).filter({ hasText: 'Preview: winter-soup.md' }).waitFor();
  assert.match((await tabs().first().textContent()) ?? '', /^Preview, locked: the-long-mole\.md/);
  await window.openFile('gull-census.md');
  await preview().locator('h1', { hasText: 'Counting Gulls' }).waitFor();
  await window.reload();
  await window.siteIsRead();
  await preview().locator('h1', { hasText: 'Counting Gulls' }).waitFor();
  await tabs().first().click();
  await preview().locator('h1', { hasText: 'The Wall That Holds the Sea' }).waitFor();
  assert.equal(await preview().locator('html').getAttribute('data-paper'), 'dark');
  assert.equal(await preview().getByRole('button', { pressed: true }).count(), 1);
});

test('a preview follows its file on the disk when no editor shows it any more', async () => {
  const path = join(window.site, 'source/_posts/the-long-mole.md');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('\n---\n', '\n---\n\nWritten elsewhere.\n\n'));
  await tabs().first().click();
  await preview().getByText('Written elsewhere.').waitFor();
});

test('a locked panel follows again when its lock is toggled', async () => {
  await window.command('Copydesk: Toggle Preview Locking');
  await window.openFile('library-roof.md');
  await window.page.locator('.tab', { hasText: 'Preview: library-roof.md' }).first().waitFor();
});

async function lookNames(): Promise<readonly string[]> {
  const names = await preview()
    .getByRole('radiogroup', { name: 'How the post is shown' })
    .locator('label')
    .allTextContents();
  assert.ok(names.length >= 2);
  return names;
}

/** What axe finds wrong with the page, the body of the post left out: that is the writer's. */
async function violations(): Promise<readonly string[]> {
  const axe = await readFile(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
  const frame = await frameOfPreview();
  // By way of the debugger: the policy of the page lets no script in but its own.
  await frame.evaluate(axe);
  const found = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ exclude: ['.cd-body'] }, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(({ html }) => html) }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, where }) => `${id}: ${where.join(' ')}`);
}

async function frameOfPreview(): Promise<Frame> {
  for (const frame of window.page.frames()) {
    const isPreview = await frame
      .evaluate(() => document.querySelector('copydesk-chrome') !== null)
      .catch(() => false);
    if (isPreview) return frame;
  }
  throw new Error('There is no preview.');
}
