import type { Browser, Frame, Page } from 'playwright-core';
import { root, sampleSite } from '../../scripts/machine/places.ts';
import { copyInto, type RunFolder } from '../../scripts/machine/run-folder.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { windowPath } from '../../scripts/vscode/window.ts';

/** How long VS Code may take for one thing, in milliseconds: the machine may be small and busy. */
const patience = 60_000;

/** Every line of a file is one row, and nothing stands over the first: so a test can tell what is at the top. */
const plain = { '[markdown]': { 'editor.wordWrap': 'off' }, 'editor.stickyScroll.enabled': false };

/** A window of the real VS Code with a copy of the sample site, and Copydesk at work in it. */
export class PreviewWindow implements AsyncDisposable {
  readonly page: Page;
  /** The folder of the site's copy. */
  readonly site: string;
  readonly #close: () => Promise<void>;

  private constructor(page: Page, site: string, close: () => Promise<void>) {
    this.page = page;
    this.site = site;
    this.#close = close;
  }

  static async open(
    folder: RunFolder,
    browser: Browser,
    settings: Readonly<Record<string, unknown>> = {},
  ): Promise<PreviewWindow> {
    const site = await copyInto(folder, sampleSite);
    const server = await startServer(folder, { settings: { ...plain, ...settings } });
    const context = await browser.newContext({ viewport: { width: 1500, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const address = `127.0.0.1:${server.port}`;
    await page.goto(
      `http://${address}${windowPath(address, server.token, { folder: site, extensions: [root] })}`,
    );
    const window = new PreviewWindow(page, site, async () => {
      await context.close();
      await server[Symbol.asyncDispose]();
    });
    await window.ready();
    return window;
  }

  /** Waits until the window is up and has found the seed post's problem: then Copydesk knows the site. */
  async ready(): Promise<void> {
    await this.page.waitForSelector('.monaco-workbench');
    await this.page.waitForSelector(
      '.statusbar-item[id="status.problems"][aria-label*="Errors: "]:not([aria-label*="Errors: 0"])',
    );
  }

  /** Opens a file of the site by its name. */
  async openFile(name: string): Promise<void> {
    await this.#choose(name, name);
    await this.page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
  }

  /** Runs a command by its title. */
  async run(title: string): Promise<void> {
    await this.#choose(`>${title}`, title);
  }

  /** Moves the cursor to the end of a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.#choose(`:${line}`);
    await this.page.keyboard.press('End');
  }

  /** The preview's page, when it shows an article with this text in it. */
  async preview(text: string): Promise<Frame> {
    for (const end = Date.now() + patience; Date.now() < end; await this.page.waitForTimeout(100)) {
      for (const frame of this.page.frames()) {
        // A frame may go while we look at it.
        const shown = await frame.evaluate(articleText).catch(() => undefined);
        if (shown?.includes(text)) return frame;
      }
    }
    throw new Error(`No preview shows “${text}”.`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
  }

  /** Enters something into the box at the top of the window, once it is offered there where it must be. */
  async #choose(entered: string, offered?: string): Promise<void> {
    const { page } = this;
    const input = page.locator('.quick-input-widget input[type="text"]');
    await page.keyboard.press('F1');
    await input.waitFor();
    if (offered !== undefined) {
      const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: offered });
      // A file that was just written is found a moment later.
      for (const end = Date.now() + patience; Date.now() < end && !(await row.isVisible()); ) {
        await input.fill('');
        await input.fill(entered);
        await row.waitFor({ timeout: 3000 }).catch(() => undefined);
      }
    } else await input.fill(entered);
    await page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }
}

function articleText(): string | undefined {
  return document.querySelector('.cd-article')?.textContent ?? undefined;
}
