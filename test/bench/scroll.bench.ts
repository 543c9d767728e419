// How true the preview scrolls along with the editor, in lines of the post, before and after its images are there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { parsePost } from '../../src/core/post/parse-post.ts';
import type { SitePath } from '../../src/core/site/files.ts';
import { LineMap } from '../../src/core/text/line-map.ts';
import { bodyHtml } from '../../src/vscode/preview/compose.ts';
import { Workbench } from '../workbench/workbench.ts';

const longRead = 'the-long-mole.md';
const another = 'winter-soup.md';
/** From one place that is looked at to the next, in lines. */
const step = 12;

/** Where in the page something of the post is, in pixels from the page's visible top. */
interface Layout {
  /** Where the page begins, above its head. */
  readonly start: number;
  /** The blocks of the body, each with the elements in it. */
  readonly blocks: readonly (readonly Box[])[];
}

interface Box {
  readonly tag: string;
  readonly top: number;
  readonly bottom: number;
}

/** A line of the post, from 0, and where it is. */
type Mark = readonly [line: number, top: number];

await using window = await Workbench.open({
  // Every line of the file is one row, and nothing stands over the first.
  settings: { '[markdown]': { 'editor.wordWrap': 'off' }, 'editor.stickyScroll.enabled': false },
});
await window.page.addInitScript(keepLayouts);
await window.siteIsRead();
await window.openFile(longRead);
const text = await readFile(join(window.site, 'source', '_posts', longRead), 'utf8');
const path = `source/_posts/${longRead}` as SitePath;
const lines = new LineMap(text);
const html = bodyHtml(parsePost(path, text), undefined, lines);

const before: number[] = [];
const after: number[] = [];
const scrolled: number[] = [];
for (let line = 30; line < lines.lineCount; line += 5 * step) {
  await window.goTo(line);
  await window.page.locator('.editor-actions .codicon-book').click();
  const frame = await shownPage();
  await lookBack(frame);
  after.push(await offBy(frame, await layoutOf(frame)));
  await window.closeTab('Preview');
}
await window.page.locator('.editor-actions .codicon-book').click();
const frame = await shownPage();
for (let line = 30; line < lines.lineCount; line += 5 * step) {
  await window.openFile(another);
  await frame.waitForFunction(() => document.querySelectorAll('.cd-body > *').length < 60);
  await window.openFile(longRead);
  await window.goTo(line);
  await window.openFile(another);
  await frame.waitForFunction(() => document.querySelectorAll('.cd-body > *').length < 60);
  await frame.evaluate(() => Reflect.set(globalThis, 'layouts', []));
  await window.openFile(longRead);
  await shownPage();
  await lookBack(frame);
}
for (let line = 30; line < lines.lineCount; line += step) {
  await window.goTo(line);
  await window.page.waitForTimeout(500);
  scrolled.push(await offBy(frame, await layoutOf(frame)));
}
console.log(`\nThe long read, ${lines.lineCount} lines: the page is off from the editor’s first line`);
printLines('as it opens, at every moment', before);
printLines('when they are there', after);
printLines('as the editor is scrolled', scrolled);

/** Adds how far off each layout was that the page has had so far. */
async function lookBack(page: Frame): Promise<void> {
  const layouts = await page.evaluate<readonly Layout[]>(() => Reflect.get(globalThis, 'layouts'));
  for (const layout of layouts) before.push(await offBy(page, layout));
}

function printLines(when: string, off: readonly number[]): void {
  const most = Math.max(...off).toFixed(2);
  console.log(`  ${when.padEnd(44)} by ${most} lines at most, at ${off.length} places`);
}

/** By how many lines the page's visible top is from the editor's. */
async function offBy(page: Frame, layout: Layout): Promise<number> {
  const marks = await marksIn(page, layout);
  const behind = marks.findIndex(([, top]) => top > 0);
  const [line, top] = marks[behind - 1] ?? [0, 0];
  const [nextLine, nextTop] = marks[behind] ?? [lines.lineCount, 1];
  const shown = line + ((0 - top) / (nextTop - top)) * (nextLine - line);
  return Math.abs(shown - (await lineAtEditorTop()));
}

/** Where the lines are that elements of the rendered body start in, from top to bottom, and those that blocks end in. */
async function marksIn(page: Frame, { start, blocks }: Layout): Promise<readonly Mark[]> {
  const rendered = await page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, 'text/html');
    return [...body.children].map((block) =>
      [block, ...block.querySelectorAll('*')].map((element) => ({
        tag: element.tagName,
        line: Number(element.getAttribute('data-line') ?? Number.NaN),
        end: Number(element.getAttribute('data-line-end') ?? Number.NaN),
      })),
    );
  }, html);
  if (rendered.length !== blocks.length) throw new Error('The page shows other blocks than the post has.');
  // The fields of the head stand in any order: their lines are spread over it.
  const marks: Mark[] = [[0, start]];
  rendered.forEach((elements, index) => {
    const boxes = blocks[index] ?? [];
    for (const { tag, line, end } of elements.filter((element) => !Number.isNaN(element.line))) {
      // The page may wrap an element in its own, but keeps the order of those of a name.
      const nth = elements.filter((each) => each.tag === tag).findIndex((each) => each.line === line);
      const box = boxes.filter((each) => each.tag === tag)[nth];
      if (box) marks.push([line, box.top], ...(Number.isNaN(end) ? [] : [[end, box.bottom] as const]));
    }
  });
  marks.sort((a, b) => a[1] - b[1]);
  // The texts of footnotes stand at the end, whatever lines they come from.
  let last = 0;
  return marks.filter(([line]) => {
    const isInOrder = line >= last;
    if (isInOrder) last = line;
    return isInOrder;
  });
}

/** The line at the editor's top, from 0, with the share of it that has passed. */
async function lineAtEditorTop(): Promise<number> {
  const editor = window.editor(longRead);
  const frame = await editor.boundingBox();
  const rows = await editor.locator('.line-numbers').evaluateAll((found) =>
    found.map((each) => {
      const { top, height } = each.getBoundingClientRect();
      return { number: Number(each.textContent), top, height };
    }),
  );
  const passed = rows.map(({ number, top, height }) => number - 1 + ((frame?.y ?? 0) - top) / height);
  const inSight = rows.findIndex(
    ({ top, height }) => top <= (frame?.y ?? 0) && top + height > (frame?.y ?? 0),
  );
  return passed[inSight] ?? Number.NaN;
}

/** The page once it shows the post with all its images. */
async function shownPage(): Promise<Frame> {
  await window.webview().locator('.cd-body > *').first().waitFor();
  for (const page of window.page.frames()) {
    const found = await page.$('.cd-body').catch(() => null);
    if (found === null) continue;
    await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
    await page.waitForTimeout(500);
    return page;
  }
  throw new Error('There is no preview.');
}

async function layoutOf(page: Frame): Promise<Layout> {
  return await page.evaluate<Layout>(() => {
    const read: () => Layout = Reflect.get(globalThis, 'readLayout');
    return read();
  });
}

/** Runs in every page of the window: keeps each layout of the long read that is painted. */
function keepLayouts(): void {
  const read = (): Layout => {
    const bar = document.querySelector('copydesk-chrome')?.getBoundingClientRect().bottom ?? 0;
    const blocks = [...document.querySelectorAll('.cd-body > *')].map((block) =>
      [block, ...block.querySelectorAll('*')].map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return { tag: element.tagName, top: top - bar, bottom: bottom - bar };
      }),
    );
    return { start: -scrollY, blocks };
  };
  const isSame = (one: Layout | undefined, other: Layout) => JSON.stringify(one) === JSON.stringify(other);
  const keep = () => {
    if (document.querySelectorAll('.cd-body > *').length < 60) return;
    const layout = read();
    const layouts: Layout[] = Reflect.get(globalThis, 'layouts');
    if (!isSame(layouts.at(-1), layout)) layouts.push(layout);
  };
  Object.assign(globalThis, { readLayout: read, layouts: [] });
  // Frames that were asked for are forgotten when VS Code writes its page into this document; an interval goes on.
  const waiting = setInterval(() => {
    if (document.querySelector('copydesk-chrome') === null) return;
    clearInterval(waiting);
    // Who observes sizes is told last before a painting, after the page itself, which has asked before.
    const probe = document.createElement('i');
    probe.style.position = 'fixed';
    document.documentElement.append(probe);
    new ResizeObserver(keep).observe(probe);
    const turn = () => {
      probe.style.width = probe.style.width === '1px' ? '2px' : '1px';
      probe.style.height = '1px';
      requestAnimationFrame(turn);
    };
    turn();
  }, 5);
}
