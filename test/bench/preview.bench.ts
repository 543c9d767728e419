// How soon the preview is there and shows what is typed, in the real workbench.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Workbench } from '../workbench/workbench.ts';
import { figuresOf, print } from './measure.ts';

const seed = 'us-blames-iran.md';
const longRead = 'the-long-mole.md';
const openings = 5;
const rounds = 3;
const keys = 60;
/** Long enough that each key is measured by itself, in milliseconds: the update before it is done, and its pace over. */
const pause = 300;

/** A preview that is measured. */
interface Preview {
  /** Its button above the editor. */
  readonly button: string;
  /** What it shows the post in. */
  readonly shown: string;
}

await using window = await Workbench.open({
  // Every line of the file is one row, and nothing stands over the first.
  settings: { '[markdown]': { 'editor.wordWrap': 'off' }, 'editor.stickyScroll.enabled': false },
  extension: join(import.meta.dirname, 'bare-preview'),
});
await window.siteIsRead();
console.log(`\nThe sample site, load of the machine ${loadavg()[0]?.toFixed(1)}`);

const bare: Preview = { button: '.codicon-beaker', shown: '.bare' };
const ours: Preview = { button: '.codicon-book', shown: '.cd-body' };

await window.openFile(seed);
// Until VS Code has set up its first editor, everything waits for that.
await window.page.waitForTimeout(5000);
print('open the preview, the first of the window', figuresOf(await open(ours, 1)));
await window.closeTab('Preview');
print('open a bare preview', figuresOf(await open(bare, openings)));
await window.closeTab('Preview');
print('open the preview again', figuresOf(await open(ours, openings)));
await window.closeTab('Preview');
await compareTyping('seed post', seed, 27);
await window.openFile(longRead);
print('open the preview, 6,000 words, 12 images', figuresOf(await open(ours, 1)));
await window.closeTab('Preview');
await compareTyping('6,000 words', longRead, 25);

/** Types with our preview beside the post and with a bare one, by turns: what both need is VS Code's own. */
async function compareTyping(what: string, file: string, line: number): Promise<void> {
  const taken = new Map<Preview, readonly number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const preview of [bare, ours]) {
      await window.openFile(file);
      await open(preview, 1);
      taken.set(preview, [...(taken.get(preview) ?? []), ...(await type(file, line, preview.shown))]);
      await window.closeTab('Preview');
    }
  }
  print(`a key to a bare preview, ${what}`, figuresOf(taken.get(bare) ?? []));
  print(`a key to the patched preview, ${what}`, figuresOf(taken.get(ours) ?? []));
}

/** From the click on its button above the post to what the preview shows, in milliseconds. */
async function open({ button, shown }: Preview, runs: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    if (run > 0) await window.closeTab('Preview');
    const action = window.page.locator('.editor-actions').locator(button);
    await action.waitFor();
    const started = performance.now();
    await action.click();
    await window.webview().locator(shown).first().waitFor();
    taken.push(performance.now() - started);
  }
  return taken;
}

/** From each key press to the first change of the page behind it, in milliseconds. */
async function type(file: string, line: number, place: string): Promise<readonly number[]> {
  await window.openFile(file);
  await window.goTo(line);
  await window.press('End');
  await window.page.waitForTimeout(2000);
  const frame = await frameWith(place);
  await window.page.evaluate(() => {
    const press = () => Reflect.set(globalThis, 'pressed', performance.timeOrigin + performance.now());
    addEventListener('keydown', press, true);
  });
  await frame.evaluate((selector) => {
    const changes: number[] = [];
    Reflect.set(globalThis, 'changes', changes);
    const body = document.querySelector(selector) ?? document.body;
    new MutationObserver(() => changes.push(performance.timeOrigin + performance.now())).observe(body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  }, place);
  const taken: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    await window.page.keyboard.press('x');
    const pressed = await window.page.evaluate(() => Number(Reflect.get(globalThis, 'pressed')));
    await window.page.waitForTimeout(pause);
    const change = await frame.waitForFunction((since) => {
      const changes: readonly number[] = Reflect.get(globalThis, 'changes');
      return changes.find((at) => at > since) ?? 0;
    }, pressed);
    taken.push((await change.jsonValue()) - pressed);
  }
  return taken;
}

/** The page that has such an element. */
async function frameWith(selector: string): Promise<Frame> {
  for (const frame of window.page.frames()) {
    const found = await frame.$(selector).catch(() => null);
    if (found !== null) return frame;
  }
  throw new Error(`No page has ${selector}.`);
}
