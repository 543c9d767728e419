import type { Workbench } from '../../test/workbench/workbench.ts';
import type { Brightness } from './calm.ts';

/** A picture of the README. */
interface Scene {
  readonly brightness: Brightness;
  /** Brings something on the screen, and fails when it isn't there. */
  readonly show: (desk: Workbench) => Promise<void>;
}

/** The pictures of the README, by the names of their files. */
export const scenes: Readonly<Record<string, Scene>> = {
  /** A post, and its page of the site, as readers will see it. */
  site: {
    brightness: 'light',
    async show(desk) {
      await openLook(desk, 'Site');
      await desk.webview().locator('.masthead').waitFor();
      await decoded(desk, '.cover img');
    },
  },

  /** The one mistake of the seed post, in the panel and in the text. */
  problems: {
    brightness: 'light',
    async show(desk) {
      await desk.openFile('us-blames-iran.md');
      const problems = await desk.showProblems();
      await problems.filter({ hasText: 'image/no-source' }).dblclick();
      await desk.editor('us-blames-iran.md').locator('.squiggly-error').first().waitFor();
    },
  },

  /** The layouts of the site, as they pop up while one types. */
  completion: {
    brightness: 'light',
    async show(desk) {
      await desk.openFile('winter-soup.md');
      // `extends: ` is 9 characters; the layout behind it is chosen anew.
      await desk.goTo(2, 10);
      await desk.press('Shift+End', 'Delete');
      await desk.type('la');
      const offered = await desk.suggestions();
      if (!offered.includes('_layouts.post')) throw new Error(`Offered: ${offered.join(', ')}`);
    },
  },

  /** The posts of the site, and what is left to do in one. */
  posts: {
    brightness: 'light',
    async show(desk) {
      await desk.openFile('us-blames-iran.md');
      await desk.command('Copydesk: Focus on Posts View');
      const rows = desk.page.locator('.pane-body .monaco-list-row');
      await rows.filter({ hasText: 'The Wall That Holds the Sea' }).waitFor();
      await rows.filter({ hasText: 'This image has no source' }).waitFor();
      // Wide enough for the titles.
      const { x = 0, width = 0 } = (await desk.page.locator('.part.sidebar').boundingBox()) ?? {};
      await desk.page.mouse.move(x + width, 600);
      await desk.page.mouse.down();
      await desk.page.mouse.move(x + width + 170, 600, { steps: 5 });
      await desk.page.mouse.up();
    },
  },

  /** The article, in the dark. */
  preview: {
    brightness: 'dark',
    async show(desk) {
      await openLook(desk, 'Article');
      await decoded(desk, '.cd-cover img');
    },
  },
};

/** Opens the long read, and its preview in a look. */
async function openLook(desk: Workbench, look: string): Promise<void> {
  await desk.openFile('the-long-mole.md');
  await desk.command('Copydesk: Open Preview to the Side');
  await desk.webview().locator('.cd-option', { hasText: look }).click();
}

async function decoded(desk: Workbench, picture: string): Promise<void> {
  await desk
    .webview()
    .locator(picture)
    .evaluate((image: HTMLImageElement) => image.decode());
}
