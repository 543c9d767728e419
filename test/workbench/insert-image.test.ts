import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { closeAll } from '../../scripts/machine/owned.ts';
import { PNG } from '../web/odd-server.ts';
import { Workbench } from './workbench.ts';

after(closeAll);

/** Pastes a screenshot into the focused editor, as a clipboard brings it: without a name of its own. */
async function pasteScreenshot(desk: Workbench): Promise<void> {
  await desk.page.evaluate((base64) => {
    const clipboardData = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
    document.activeElement?.dispatchEvent(event);
  }, PNG.toString('base64'));
}

/** The middle of the text cursor in the editor, in pixels of the window. */
async function cursorPlace(desk: Workbench): Promise<{ readonly x: number; readonly y: number }> {
  const box = await desk.page.locator('.editor-instance .cursor').first().boundingBox();
  assert.ok(box);
  return { x: box.x + 2, y: box.y + box.height / 2 };
}

/** Of the DevTools protocol's `Input.dispatchDragEvent`. */
const SHIFT = 8;

/** Drags a file of another program onto the text cursor, with Shift held. */
async function dropFromOutside(desk: Workbench, file: string): Promise<void> {
  const browser = await desk.page.context().newCDPSession(desk.page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  const place = { ...(await cursorPlace(desk)), data, modifiers: SHIFT };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, ...place });
}

/** Waits until a file has this content, or is gone: undo takes the text back before its files. */
async function fileBecomes(path: string, content: Buffer | undefined): Promise<void> {
  for (let tries = 200; ; tries -= 1) {
    const found = await readFile(path).catch(() => undefined);
    if (content === undefined ? found === undefined : found?.equals(content)) return;
    assert.ok(tries > 0, path);
    await setTimeout(50);
  }
}

const shots = process.env['SHOTS'];

test('a pasted screenshot goes into the site, and its alt text is asked for', async () => {
  // A browser's VS Code saves by itself otherwise, at any time.
  await using desk = await Workbench.open({ settings: { 'files.autoSave': 'off' } });
  const post = join(desk.site, 'source/_posts/lantern-night.md');
  const before = await readFile(post, 'utf8');
  const image = join(desk.site, 'source/assets/img/lantern-night.png');
  await desk.openFile('lantern-night.md');
  await desk.siteIsRead();
  await desk.press('Control+End', 'Enter', 'Enter');

  await pasteScreenshot(desk);
  const box = desk.page.locator('.quick-input-widget');
  await box.getByText('What does the image show?').waitFor();
  if (shots) await desk.page.screenshot({ path: join(shots, 'paste-ask.png') });
  await desk.type('A lantern [red]');
  await desk.press('Enter');
  await desk.page.locator('.view-line', { hasText: 'A lantern' }).waitFor();
  if (shots) await desk.page.screenshot({ path: join(shots, 'paste-done.png') });
  await desk.press('ControlOrMeta+S');
  await desk.page.locator('.tab.active:not(.dirty)').waitFor();
  const written = await readFile(post, 'utf8');
  assert.ok(written.startsWith(before.trimEnd()));
  assert.match(written, /\n!\[A lantern \\\[red\\\]\]\(\/assets\/img\/lantern-night\.png\)\s*$/);
  await fileBecomes(image, PNG);

  // Escape leaves the alt text open, with the cursor in its place.
  await desk.press('Enter');
  await pasteScreenshot(desk);
  await box.getByText('What does the image show?').waitFor();
  await desk.press('Escape');
  await desk.page.locator('.view-line', { hasText: 'lantern-night-2.png' }).waitFor();
  await desk.type('Typed here');
  await desk.page
    .locator('.view-line', { hasText: '![Typed here](/assets/img/lantern-night-2.png)' })
    .waitFor();
  await fileBecomes(join(desk.site, 'source/assets/img/lantern-night-2.png'), PNG);
});

test('a dropped image goes into the site as a body in HTML has it', async () => {
  await using desk = await Workbench.open();
  const file = join(desk.site, '..', 'Two Boats (1).png');
  await writeFile(file, PNG);
  const image = join(desk.site, 'source/assets/img/two-boats-1.png');
  await desk.openFile('us-blames-iran.md');
  await desk.siteIsRead();
  await desk.press('Control+End', 'Enter', 'Enter');

  await dropFromOutside(desk, file);
  await desk.page.locator('.quick-input-widget').getByText('What does the image show?').waitFor();
  if (shots) await desk.page.screenshot({ path: join(shots, 'drop-ask.png') });
  await desk.type('Two "boats"');
  await desk.press('Enter');
  const line = desk.page.locator('.view-line', { hasText: 'two-boats-1.png' });
  await line.waitFor();
  if (shots) await desk.page.screenshot({ path: join(shots, 'drop-done.png') });
  assert.equal(
    (await line.textContent())?.replaceAll('\u00a0', ' ').trimEnd(),
    `<img src="/assets/img/two-boats-1.png" alt="Two &quot;boats&quot;" width="1" height="1">`,
  );
  await fileBecomes(image, PNG);
  assert.deepEqual(await readFile(file), PNG);

  await desk.press('ControlOrMeta+Z');
  await line.waitFor({ state: 'detached' });
  await fileBecomes(image, undefined);
});

test('an image that the site has is only linked', async () => {
  await using desk = await Workbench.open();
  const images = join(desk.site, 'source/assets/img');
  const before = await readdir(images);
  await desk.openFile('lantern-night.md');
  await desk.siteIsRead();
  const row = (name: string) =>
    desk.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
  await row('assets').click();
  await row('img').click();
  await desk.page.locator('.editor-instance .view-line').first().click();
  await desk.press('Control+End', 'Enter', 'Enter');

  await row('chowder.jpg').hover();
  await desk.page.mouse.down();
  const { x, y } = await cursorPlace(desk);
  await desk.page.keyboard.down('Shift');
  await desk.page.mouse.move(x, y, { steps: 5 });
  await desk.page.mouse.up();
  await desk.page.keyboard.up('Shift');
  await desk.page.locator('.quick-input-widget').getByText('What does the image show?').waitFor();
  await desk.type('Soup');
  await desk.press('Enter');
  await desk.page.locator('.view-line', { hasText: '![Soup](/assets/img/chowder.jpg)' }).waitFor();
  assert.deepEqual(await readdir(images), before);
});
