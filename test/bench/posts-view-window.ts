import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { sampleSite } from '../../scripts/machine/places.ts';
import { Workbench } from '../workbench/workbench.ts';
import { largeSite } from './large-site.ts';
import { type Figures, figuresOf, print } from './measure.ts';

const windows = 3;
const openings = 5;

/** Reading and judging such a site takes a while, in milliseconds, most of all on a slow machine. */
const PATIENCE = 240_000;

const [collection, year, month] = [/^posts/, /^20\d\d/, /^[A-Z][a-z]+\d+$/];

/**
 * Measures the posts view of a site with so many posts in the real workbench: from the click on its icon until its rows
 * are painted, once the site is read, and from the press of the mouse on a row until what is under it is painted. First
 * while the posts are still being judged, which keeps the extension host busy, then when it rests.
 */
export async function measureInWindow(count: number): Promise<void> {
  console.log(`\nin the workbench, load of the machine ${loadavg()[0]?.toFixed(1)}`);
  print('first rows of the sample site', await measureSample());
  await using window = await openLargeSite(count);
  window.page.setDefaultTimeout(PATIENCE);
  print('first rows, after its posts are judged', await measureFirstRows(window, isJudged));
  await icon(window, 'Explorer').click();
  await window.reload();
  print('first rows, after the site is read', await measureFirstRows(window));
  await measureOpenings(window, 'judging');
  await isJudged(window);
  await measureOpenings(window, 'at rest');
}

/** What VS Code itself needs to show a view for the first time: the sample site has few posts. */
async function measureSample(): Promise<Figures> {
  await using window = await Workbench.open();
  return await measureFirstRows(window);
}

/**
 * Shows the view for the first time in some windows.
 * @param ready what it waits for: else, as soon as the site is read and its first posts are judged.
 */
async function measureFirstRows(window: Workbench, ready = isBegun): Promise<Figures> {
  const painted: number[] = [];
  for (let run = 0; run < windows; run += 1) {
    if (run > 0) {
      await icon(window, 'Explorer').click();
      await window.reload();
    }
    await ready(window);
    painted.push(await timed(window, () => icon(window, 'Copydesk').click(), 2));
  }
  return figuresOf(painted);
}

async function measureOpenings(window: Workbench, when: string): Promise<void> {
  await opened(window, `a collection opened, into years (${when})`, [collection]);
  await opened(window, `a year opened, into months (${when})`, [collection, year]);
  await opened(window, `a month opened, into posts (${when})`, [collection, year, month]);
}

/** A window with a copy of the large site in it. */
async function openLargeSite(count: number): Promise<Workbench> {
  const site = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  try {
    await cp(sampleSite, site, { recursive: true });
    const posts = Object.entries(largeSite(count)).filter(([path]) => path.startsWith('source/_posts/'));
    for (const [path, text] of posts) await writeFile(join(site, path), text);
    return await Workbench.open({ site });
  } finally {
    await rm(site, { recursive: true });
  }
}

/** Opens the last of these rows again and again, each time with nothing under it yet, and prints how long that took. */
async function opened(window: Workbench, what: string, path: readonly RegExp[]): Promise<void> {
  const taken: number[] = [];
  for (let run = 0; run < openings; run += 1) {
    await forget(window);
    for (const [level, label] of path.entries()) {
      const row = window.rows('Posts').filter({ hasText: label }).first();
      const click = () => timed(window, () => row.click(), level + 2);
      const time = (await row.getAttribute('aria-expanded')) === 'true' ? undefined : await click();
      if (time !== undefined && level === path.length - 1) taken.push(time);
    }
  }
  print(what, figuresOf(taken));
}

/** Closes all rows and lets VS Code ask for all of them anew. */
async function forget(window: Workbench): Promise<void> {
  await window.command('Copydesk: Group Posts by State');
  await window
    .rows('Posts')
    .filter({ hasText: /^Ready|^With problems/ })
    .first()
    .waitFor();
  await window.command('Copydesk: Group Posts by Date');
  await window.rows('Posts').filter({ hasText: year }).first().waitFor();
  const title = window.page.locator('.pane-header[aria-label^="Posts"]');
  await title.hover();
  await title.locator('.codicon-collapse-all').click();
  await window.rows('Posts').filter({ hasText: year }).first().waitFor({ state: 'detached' });
}

const isBegun = (window: Workbench): Promise<void> => badge(window).waitFor();

/** Waits until the number of posts with mistakes stays the same. */
async function isJudged(window: Workbench): Promise<void> {
  await isBegun(window);
  for (let last = ''; ; ) {
    const now = (await badge(window).textContent()) ?? '';
    if (now === last) return;
    last = now;
    await window.page.waitForTimeout(10_000);
  }
}

/** How many posts have mistakes, on the icon in the activity bar. */
function badge(window: Workbench): Locator {
  return icon(window, 'Copydesk').locator('.badge-content', { hasText: /\d/ });
}

function icon({ page }: Workbench, name: string): Locator {
  return page.locator(`.activitybar .action-item:has([aria-label^="${name}"])`);
}

/** From the press of the mouse until a row of this level is painted, in milliseconds. */
async function timed({ page }: Workbench, click: () => Promise<void>, level: number): Promise<number> {
  const watched = await page.evaluateHandle(watchRows, level);
  await click();
  return await watched.evaluate(({ done }) => done);
}

/** In the page: how long it takes from the next press of the mouse until a row of this level is painted. */
function watchRows(level: number): { readonly done: Promise<number> } {
  const rows = `.pane:has(.pane-header[aria-label^="Posts"]) .monaco-list-row[aria-level="${level}"]`;
  const done = new Promise<number>((resolve) => {
    addEventListener(
      'mousedown',
      () => {
        const pressed = performance.now();
        const look = () => {
          // What is there as a frame begins is painted when the next one does.
          if (document.querySelector(rows)) requestAnimationFrame(() => resolve(performance.now() - pressed));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  return { done };
}
