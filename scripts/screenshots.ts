// `npm run screenshots`: the pictures of the README, from the sample site in a real VS Code, light and dark.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbench } from '../test/workbench/workbench.ts';
import { command } from './machine/command.ts';
import { root } from './machine/places.ts';
import { buildOrExplain } from './parts/build.ts';

const images = join(root, 'docs', 'images');
const themes = { light: 'Light 2026', dark: 'Dark 2026' } as const;

/** What draws the eye away from Copydesk. */
const calm = {
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'workbench.layoutControl.enabled': false,
};

/** Each brings something on the screen, and fails when it isn't there. */
const scenes: Readonly<Record<string, (desk: Workbench) => Promise<void>>> = {
  /** The one mistake of the seed post, in the panel and in the text. */
  async problems(desk) {
    await desk.openFile('us-blames-iran.md');
    const problems = await desk.showProblems();
    await problems.filter({ hasText: 'image/no-source' }).dblclick();
    await desk.editor('us-blames-iran.md').locator('.squiggly-error').first().waitFor();
  },

  /** The layouts of the site, as they pop up while one types. */
  async completion(desk) {
    await desk.openFile('winter-soup.md');
    // `extends: ` is 9 characters; the layout behind it is chosen anew.
    await desk.goTo(2, 10);
    await desk.press('Shift+End', 'Delete');
    await desk.type('la');
    const offered = await desk.suggestions();
    if (!offered.includes('_layouts.post')) throw new Error(`Offered: ${offered.join(', ')}`);
  },

  /** The seed post in the page of the site. */
  async 'site-seed'(desk) {
    await showInSite(desk, 'us-blames-iran.md');
  },

  /** The long read in the page of the site. */
  async site(desk) {
    await showInSite(desk, 'the-long-mole.md');
    await desk
      .webview()
      .locator('.cover img')
      .evaluate((image: HTMLImageElement) => image.decode());
  },

  /** A post, and the same post as readers will see it. */
  async preview(desk) {
    await desk.openFile('the-long-mole.md');
    await desk.command('Copydesk: Open Preview to the Side');
    await desk.webview().locator('h1').first().waitFor();
    await desk
      .webview()
      .locator('img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode());
  },
};

/** Opens the preview of a post in the site's look, when its page is there. */
async function showInSite(desk: Workbench, name: string): Promise<void> {
  await desk.openFile(name);
  await desk.command('Copydesk: Open Preview to the Side');
  await desk.webview().locator('.cd-option', { hasText: 'Site' }).click();
  await desk.webview().locator('.masthead').waitFor();
}

await command(async () => {
  await buildOrExplain();
  await mkdir(images, { recursive: true });
  for (const brightness of ['light', 'dark'] as const) {
    for (const [what, show] of Object.entries(scenes)) {
      await using desk = await Workbench.open({ settings: calm });
      await desk.siteIsRead();
      await desk.useTheme(themes[brightness]);
      // The site follows the system, which goes with the theme here.
      await desk.page.emulateMedia({ colorScheme: brightness });
      await show(desk);
      // A pointer that rests brings up a hint of its own.
      await desk.page.mouse.move(720, 899);
      await desk.screenshot(join(images, `${what}-${brightness}.png`));
      console.log(`  ✔ docs/images/${what}-${brightness}.png`);
    }
  }
  return 0;
});
