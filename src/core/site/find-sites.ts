import { CONFIG_FILE } from '../config/copydesk-config.ts';
import { type Files, isForeign, join, ROOT, type SitePath } from './files.ts';

/** What a folder that is a site's root is the root of. */
export type Generator = 'jigsaw' | 'other';

/** How deep below an opened folder a site is looked for: `packages/blog/site` is found, a whole disk is not searched. */
const DEEPEST = 4;

/**
 * Which generator's site a folder is the root of; undefined when it is none. A Jigsaw site has `config.php` or
 * `bootstrap.php` beside a `source` folder, or a `source/_layouts` with Blade views, or a `composer.json` that
 * requires Jigsaw. Any other folder is a site when it holds a `copydesk.json`.
 */
export async function generatorOf(files: Files, folder: SitePath): Promise<Generator | undefined> {
  const kinds = new Map((await files.entries(folder)).map(({ name, kind }) => [name, kind]));
  const hasSource = kinds.get('source') === 'folder' || kinds.get('source') === 'link';
  if (hasSource && (kinds.has('config.php') || kinds.has('bootstrap.php'))) return 'jigsaw';
  if (hasSource && (await hasBladeLayouts(files, join(folder, 'source')))) return 'jigsaw';
  if (kinds.has('composer.json')) {
    const composer = await files.read(join(folder, 'composer.json'));
    if (composer?.includes('"tightenco/jigsaw"')) return 'jigsaw';
  }
  return kinds.has(CONFIG_FILE) ? 'other' : undefined;
}

/** The roots of the sites in a folder: the folder itself, or those below it. A site inside a site is part of it. */
export async function findSites(files: Files, folder: SitePath = ROOT): Promise<SitePath[]> {
  const found: SitePath[] = [];
  let level = [folder];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const next: SitePath[] = [];
    for (const each of level) {
      if (await generatorOf(files, each)) {
        found.push(each);
        continue;
      }
      for (const { name, kind } of await files.entries(each)) {
        if (kind === 'folder' && !isForeign(name) && !name.startsWith('.')) next.push(join(each, name));
      }
    }
    level = next;
  }
  return found;
}

async function hasBladeLayouts(files: Files, source: SitePath): Promise<boolean> {
  const layouts = await files.entries(join(source, '_layouts'));
  return layouts.some(({ name }) => /\.blade\.\w+$/.test(name));
}
