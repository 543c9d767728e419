// How soon the preview is there and shows what is typed, in the real workbench.
import { loadavg } from 'node:os';
import type { Frame } from 'playwright-core';
import { Workbench } from '../workbench/workbench.ts';
import { figuresOf, print } from './measure.ts';

const seed = 'us-blames-iran.md';
const longRead = 'the-long-mole.md';
const openings = 5;
const keys = 60;
/** Long enough that each key is measured by itself, in milliseconds: the update before it is done, and its pace over. */
const pause = 300;

await using window = await Workbench.open({
  // Every line of the file is one row, and nothing stands over the first.
  settings: { '[markdown]': { 'editor.wordWrap': 'off' }, 'editor.stickyScroll.enabled': false },
});
await window.siteIsRead();
console.log(`\nThe sample site, load of the machine ${loadavg()[0]?.toFixed(1)}`);

await window.openFile(seed);
print('open the preview', figuresOf(await open(openings)));
print('a key to the patched preview, seed post', figuresOf(await type(seed, 27)));
await close();
await window.openFile(longRead);
print('open the preview, 6,000 words, 12 images', figuresOf(await open(1)));
print('a key to the patched preview, 6,000 words', figuresOf(await type(longRead, 25)));

/** From the click on the button above the post to its headline in the preview, in milliseconds. */
async function open(runs: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    if (run > 0) await close();
    const button = window.page.locator('.editor-actions').locator('.codicon-book');
    await button.waitFor();
    const started = performance.now();
    await button.click();
    await window.webview().locator('h1').first().waitFor();
    taken.push(performance.now() - started);
  }
  return taken;
}

async function close(): Promise<void> {
  const tab = window.page.locator('.tab', { hasText: 'Preview' });
  await tab.click({ button: 'middle' });
  await tab.waitFor({ state: 'detached' });
}

/** From each key press to the first change of the page behind it, in milliseconds. */
async function type(file: string, line: number): Promise<readonly number[]> {
  await window.openFile(file);
  await window.goTo(line);
  await window.press('End');
  await window.page.waitForTimeout(2000);
  const frame = await previewFrame();
  await window.page.evaluate(() => {
    const press = () => Reflect.set(globalThis, 'pressed', performance.timeOrigin + performance.now());
    addEventListener('keydown', press, true);
  });
  await frame.evaluate(() => {
    const changes: number[] = [];
    Reflect.set(globalThis, 'changes', changes);
    const body = document.querySelector('.cd-body') ?? document.body;
    new MutationObserver(() => changes.push(performance.timeOrigin + performance.now())).observe(body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const taken: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    await window.page.keyboard.press('x');
    await window.page.waitForTimeout(pause);
    const pressed = await window.page.evaluate(() => Number(Reflect.get(globalThis, 'pressed')));
    const changes: readonly number[] = await frame.evaluate(() => Reflect.get(globalThis, 'changes'));
    const changed = changes.find((at) => at > pressed);
    if (changed === undefined) throw new Error(`Key ${key + 1} changed nothing in ${pause} ms.`);
    taken.push(changed - pressed);
  }
  return taken;
}

async function previewFrame(): Promise<Frame> {
  for (const frame of window.page.frames()) {
    if (
      (await frame
        .locator('.cd-body')
        .count()
        .catch(() => 0)) > 0
    )
      return frame;
  }
  throw new Error('There is no preview.');
}
