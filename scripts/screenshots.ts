// `npm run screenshots [NAME…]`: the pictures of the README and of docs/looks.md, from the sample site in a real VS Code.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbench } from '../test/workbench/workbench.ts';
import { launchChromium } from './chromium.ts';
import { command } from './machine/command.ts';
import { root } from './machine/places.ts';
import { buildOrExplain } from './parts/build.ts';
import { type Brightness, calm, themes } from './screenshots/calm.ts';
import { pictureLooks } from './screenshots/looks.ts';
import { scenes } from './screenshots/scenes.ts';
import { writeImage } from './screenshots/web-image.ts';

const images = join(root, 'docs', 'images');
const looks = join(root, 'docs', 'looks');

await command(async () => {
  const wanted = new Set(process.argv.slice(2));
  await buildOrExplain();
  await using browser = await launchChromium();
  for (const folder of [images, looks]) await mkdir(folder, { recursive: true });
  for (const [name, { brightness, show }] of Object.entries(scenes)) {
    if (wanted.size > 0 && !wanted.has(name)) continue;
    await using desk = await Workbench.open({ settings: calm });
    await desk.siteIsRead();
    await desk.useTheme(themes[brightness]);
    // The site follows the system, which goes with the theme here.
    await desk.page.emulateMedia({ colorScheme: brightness });
    await show(desk);
    // A pointer that rests brings up a hint of its own.
    await desk.page.mouse.move(720, 899);
    const picture = await desk.page.screenshot({ animations: 'disabled', caret: 'hide' });
    await writeImage(browser, picture, join(images, `${name}-${brightness}.webp`));
  }
  for (const brightness of Object.keys(themes) as Brightness[]) {
    if (wanted.size > 0 && !wanted.has('looks')) continue;
    for (const [name, picture] of await pictureLooks(browser, brightness)) {
      await writeImage(browser, picture, join(looks, `${name}-${brightness}.webp`));
    }
  }
  return 0;
});
