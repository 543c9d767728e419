import type { FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium.ts';
import { root, sampleSite } from '../../scripts/machine/places.ts';
import { copyInto, runFolder } from '../../scripts/machine/run-folder.ts';
import { startServer } from '../../scripts/vscode/server.ts';
import { windowPath } from '../../scripts/vscode/window.ts';

export interface WorkbenchOptions {
  /** A site to open a copy of; the sample site unless said otherwise. */
  readonly site?: string;
  /** The user's settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Open the site in Restricted Mode. */
  readonly restricted?: boolean;
  /** Folder of another extension that is installed beside ours. */
  readonly extension?: string;
}

/** A row of the Problems panel. */
export interface ShownProblem {
  /** `error`, `warning` or `info`. */
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  /** `[Ln 32, Col 1]`. */
  readonly place: string;
}

/** What every wait waits at most, in milliseconds. */
const patience = 30_000;

/** Whether something is there within a second. */
async function comes(what: Locator): Promise<boolean> {
  return await what.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
}

/** Loads a window and waits until it can be used. @returns the errors on its console, as they come */
async function load(page: Page, address: string): Promise<readonly string[]> {
  const errors: string[] = [];
  page.setDefaultTimeout(patience);
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  return errors;
}

/** A window of VS Code with Copydesk in it, driven as a person would: by mouse and keyboard. */
export class Workbench implements AsyncDisposable {
  readonly page: Page;
  /** The copy of the site that is open. */
  readonly site: string;
  /** Errors on the window's console, those of the extension hosts among them. */
  readonly consoleErrors: readonly string[];
  readonly #opened: AsyncDisposableStack;

  private constructor(
    page: Page,
    site: string,
    consoleErrors: readonly string[],
    opened: AsyncDisposableStack,
  ) {
    this.page = page;
    this.site = site;
    this.consoleErrors = consoleErrors;
    this.#opened = opened;
  }

  /** Starts a server and a browser of its own and waits until the window can be used. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    await using opening = new AsyncDisposableStack();
    const folder = opening.use(await runFolder());
    const site = await copyInto(folder, options.site ?? sampleSite);
    const { settings = {}, restricted = false, extension } = options;
    const server = opening.use(await startServer(folder, { settings, restricted, extension }));
    const browser = opening.use(await launchChromium());
    const host = `127.0.0.1:${server.port}`;
    const path = windowPath(host, server.token, { folder: site, extensions: [root] });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const errors = await load(page, `http://${host}${path}`);
    return new Workbench(page, site, errors, opening.move());
  }

  /** Opens the same site in a second window, which has extension hosts of its own; it goes with the first one. */
  async another(): Promise<Workbench> {
    const page = await this.page.context().newPage();
    const errors = await load(page, this.page.url());
    return new Workbench(page, this.site, errors, new AsyncDisposableStack());
  }

  /** Runs a command from the palette, by the whole title that it has there. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.#pick(`>${title}`, title);
  }

  /** Begins a post from the palette, up to the Enter that makes it. */
  async startNewPost(title: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    await this.press('F1');
    await this.#choose('>Copydesk: New Post', 'Copydesk: New Post');
    await box.locator('.quick-input-title', { hasText: 'New Post' }).waitFor();
    await this.type(title);
  }

  /** Opens a file through Quick Open. @param path as much of its path as finds it first */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.#pick(path, name);
    await this.editor(name).waitFor();
  }

  /** Reloads the window as VS Code does it, with its state kept. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.page.locator('.part.sidebar .monaco-list-row').first().waitFor();
  }

  /** Chooses in the quick input, and waits until that is gone. */
  async #pick(text: string, label: string): Promise<void> {
    await this.#choose(text, label);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Types a text into the box of the quick input and clicks the entry of that label. */
  async #choose(text: string, label: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget');
    const input = box.locator('input[type="text"]');
    const named = this.page.getByText(label, { exact: true });
    const entry = box.locator('.monaco-list-row').filter({ has: named }).first();
    await input.fill(text);
    // The list is made anew with each key only: a command that the extension is about to allow isn't in it yet.
    for (const end = Date.now() + patience; Date.now() < end && !(await comes(entry)); ) {
      await input.fill(`${text} `);
      await input.fill(text);
    }
    await entry.click();
  }

  /** The editor that shows a file of that name. */
  editor(name: string): Locator {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"]`);
  }

  /** Types what a person would, key by key, where the cursor is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 40 });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the cursor of the active editor on a line and a column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const box = this.page.locator('.quick-input-widget');
    await box.locator('input[type="text"]').fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Chooses an entry of the menu that is opening. */
  async chooseInMenu(label: RegExp): Promise<void> {
    const entry = this.page.locator('.context-view .action-label', { hasText: label });
    await entry.waitFor();
    // In the first tenth of a second VS Code takes a click for the end of the one that opened the menu.
    await this.page.waitForTimeout(150);
    await entry.click();
  }

  /** The rows that a view in the side bar shows now. @param view its name, or the beginning of it */
  rows(view: string): Locator {
    return this.page.locator(`.pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`);
  }

  /** Shows the Problems panel, and gives the rows of the problems in it once there is one. */
  async showProblems(): Promise<Locator> {
    await this.command('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel-container .monaco-list-row:has(.marker-message)');
    await rows.first().waitFor();
    return rows;
  }

  /** The problems that the panel shows, from top to bottom. */
  async problems(): Promise<readonly ShownProblem[]> {
    const rows = await (await this.showProblems()).all();
    return await Promise.all(
      rows.map(async (row) => ({
        severity: (await row.locator('.marker-icon').getAttribute('class'))?.split(' ').at(-1) ?? '',
        rule: (await row.locator('.marker-code').textContent()) ?? '',
        message: (await row.locator('.marker-message').textContent()) ?? '',
        place: (await row.locator('.marker-line').textContent()) ?? '',
      })),
    );
  }

  /** Opens the menu of quick fixes where the cursor is and chooses one by its title. */
  async quickFix(title: string): Promise<void> {
    const entry = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    // The menu shows what there was when it was opened: of what was just typed, the problems may not be there yet.
    for (const end = Date.now() + patience; Date.now() < end; await this.press('Escape')) {
      await this.press('ControlOrMeta+.');
      if (await comes(entry)) break;
    }
    await entry.click();
  }

  /** The labels in the list of suggestions, which must be open or about to open by itself. */
  async suggestions(): Promise<readonly string[]> {
    const list = this.page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row .label-name').first().waitFor();
    return await list.locator('.monaco-list-row .label-name').allTextContents();
  }

  /** Waits until Copydesk has read the site: the sample site has one error, which the status bar counts. */
  async siteIsRead(): Promise<void> {
    await this.page.locator('.statusbar-item[aria-label*="Errors: 1"]').waitFor();
  }

  /** Closes the only tab whose title has that text in it. */
  async closeTab(text: string): Promise<void> {
    const tab = this.page.locator('.tab', { hasText: text });
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
  }

  /** The page inside the webview that is visible. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  }

  /** Chooses one of VS Code's themes by its name. What the settings say before the start is overlooked here. */
  async useTheme(name: string): Promise<void> {
    await this.press('F1');
    await this.#choose('>Preferences: Color Theme', 'Preferences: Color Theme');
    await this.page.locator('.quick-input-widget input[placeholder*="Color Theme"]').waitFor();
    await this.#pick(name, name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opened.disposeAsync();
  }
}
