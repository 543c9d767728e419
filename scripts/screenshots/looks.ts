import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { Workbench } from '../../test/workbench/workbench.ts';
import { type Brightness, calm, themes } from './calm.ts';

/** A post whose looks are worth seeing, and where its page is in the build. */
interface Shown {
  readonly name: string;
  readonly file: string;
  readonly address: string;
}

const posts: readonly Shown[] = [
  { name: 'seed', file: 'us-blames-iran.md', address: '/stories/2020/10/us-blames-iran/' },
  { name: 'long-read', file: 'the-long-mole.md', address: '/stories/2025/11/the-long-mole/' },
];

const looks = ['Site', 'Article', 'Cards'] as const;

/** Nothing in the window but the preview. */
const alone = {
  ...calm,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
};

/** How high the preview's own bar is, in pixels, which the built page hasn't. */
const BAR = 36;

/** Any origin that nobody serves: the files of the build answer for it. */
const origin = 'http://site.test';

/** The three looks of each post beside its built page in a browser, as wide as they; by the post's name. */
export async function pictureLooks(
  browser: Browser,
  brightness: Brightness,
): Promise<ReadonlyMap<string, Buffer>> {
  await using desk = await Workbench.open({ settings: alone });
  await desk.page.setViewportSize({ width: 1000, height: 860 });
  await desk.page.emulateMedia({ colorScheme: brightness });
  const made = new Map<string, Buffer>();
  for (const [index, { name, file, address }] of posts.entries()) {
    await desk.openFile(file);
    if (index === 0) {
      await desk.useTheme(themes[brightness]);
      await desk.command('View: Close Primary Side Bar');
    }
    await desk.command('Copydesk: Open Preview');
    const page = desk.webview();
    const frame = desk.page.locator('iframe.webview.ready').last();
    const pictures: [title: string, picture: Buffer][] = [];
    for (const look of looks) {
      await page.locator('.cd-option', { hasText: look }).click();
      await page.locator(`html[data-look="${look.toLowerCase()}"] :is(.masthead, main)`).first().waitFor();
      await settle(page.locator('body'));
      pictures.push([`Copydesk: ${look}`, await frame.screenshot({ animations: 'disabled' })]);
    }
    const box = await frame.boundingBox();
    if (box === null) throw new Error('The preview is gone.');
    const size = { width: Math.round(box.width), height: Math.round(box.height) - BAR };
    const built = await pictureBuilt(browser, { site: desk.site, address, size, brightness });
    pictures.unshift(['The built page in a browser', built]);
    made.set(name, await sideBySide(browser, pictures, brightness));
  }
  return made;
}

interface Built {
  readonly site: string;
  readonly address: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly brightness: Brightness;
}

/** A page of the build, as a reader's browser shows it. */
async function pictureBuilt(browser: Browser, { site, address, size, brightness }: Built): Promise<Buffer> {
  const page = await browser.newPage({ viewport: size, colorScheme: brightness });
  await page.route('**/*', async (route) => {
    const { origin: from, pathname } = new URL(route.request().url());
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    if (from === origin) await route.fulfill({ path: join(site, 'build_local', path) });
    else await route.abort();
  });
  await page.goto(origin + address);
  await settle(page.locator('body'));
  const picture = await page.screenshot({ animations: 'disabled' });
  await page.close();
  return picture;
}

/** Waits until letters and pictures are there. */
async function settle(body: Locator): Promise<void> {
  await body.evaluate(async () => {
    scrollTo({ top: 0, behavior: 'instant' });
    await document.fonts.ready;
    await Promise.allSettled([...document.images].map((image) => image.decode()));
  });
}

/** Pictures in two columns, each below its title. */
async function sideBySide(
  browser: Browser,
  pictures: readonly (readonly [title: string, picture: Buffer])[],
  brightness: Brightness,
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 2040, height: 400 }, colorScheme: brightness });
  const figures = pictures.map(
    ([title, picture]) =>
      `<figure><figcaption>${title}</figcaption><img src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );
  await page.setContent(`<style>
    :root { color-scheme: light dark; background: light-dark(#e4e4e7, #2c2d30); font: 600 22px system-ui, sans-serif }
    body { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; margin: 20px }
    figure { margin: 0 }
    figcaption { margin-bottom: 10px }
    img { display: block; width: 100% }
  </style>${figures.join('')}`);
  await settle(page.locator('body'));
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return picture;
}
