// How soon the preview is there and shows what is typed, and how well it scrolls along, in the real workbench.
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Workbench } from '../workbench/workbench.ts';
import { figuresOf, print } from './measure.ts';

const seed = 'us-blames-iran.md';
const longRead = 'the-long-mole.md';
const openings = 5;
const keys = 60;
/** Long enough that each key is measured by itself, in milliseconds: the update before it is done, and its pace over. */
const pause = 300;

/** A paragraph of the preview, and where it is, in pixels from the top of the page. */
interface Paragraph {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}

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
await scrollAlong(longRead, 'just opened');
await (await previewFrame()).waitForFunction(() => [...document.images].every(({ complete }) => complete));
await scrollAlong(longRead, 'with all its images');
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

/** By how many lines of the post the first paragraph in the preview is another than the first in the editor. */
async function scrollAlong(file: string, when: string): Promise<void> {
  const lines = (await readFile(join(window.site, 'source', '_posts', file), 'utf8')).split('\n');
  const frame = await previewFrame();
  const off: number[] = [];
  for (let line = 30; line < lines.length; line += 15) {
    await window.goTo(line);
    await window.page.waitForTimeout(500);
    const numbers = await window.page.locator('.monaco-editor .line-numbers').allTextContents();
    const top = Math.min(...numbers.map(Number).filter((number) => number > 0));
    const wanted = lines.findIndex((text, index) => index >= top - 1 && /^[\w“]/.test(text));
    const seen = await frame.evaluate(
      () => scrollY + (document.querySelector('copydesk-chrome')?.getBoundingClientRect().bottom ?? 0),
    );
    const shown = (await paragraphs(frame)).find(({ bottom }) => bottom > seen + 4);
    const found = lines.findIndex((text) => shown && text.startsWith(shown.text.slice(0, 12)));
    if (wanted >= 0 && found >= 0) off.push(Math.abs(found - wanted));
  }
  console.log(
    `  ${when}, scrolled to ${off.length} places, it is off by at most ${Math.max(...off)} lines of the post`,
  );
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

/** The paragraphs that begin as their line of the post does. */
async function paragraphs(frame: Frame): Promise<readonly Paragraph[]> {
  return await frame.evaluate(() =>
    [...document.querySelectorAll('.cd-body > p')].map((p) => {
      const { top, bottom } = p.getBoundingClientRect();
      return { text: p.textContent ?? '', top: top + scrollY, bottom: bottom + scrollY };
    }),
  );
}
