import { CONFIG_FILE } from '../config/copydesk-config.ts';
import { type Entry, type Files, isForeign, join, ROOT, type SitePath } from './files.ts';

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
  return generatorAmong(await files.entries(folder), files, folder);
}

/** The same for a folder of which it is known what lies in it. */
async function generatorAmong(
  entries: readonly Entry[],
  files: Files,
  folder: SitePath,
): Promise<Generator | undefined> {
  const kinds = new Map(entries.map(({ name, kind }) => [name, kind]));
  const hasSource = kinds.get('source') === 'folder' || kinds.get('source') === 'link';
  if (hasSource && (kinds.has('config.php') || kinds.has('bootstrap.php'))) return 'jigsaw';
  if (hasSource && (await hasBladeLayouts(files, join(folder, 'source')))) return 'jigsaw';
  if (kinds.has('composer.json')) {
    const composer = await files.read(join(folder, 'composer.json'));
    if (composer?.includes('"tightenco/jigsaw"')) return 'jigsaw';
  }
  return kinds.has(CONFIG_FILE) ? 'other' : undefined;
}

/** A folder that is a site's root. */
export interface SiteRoot {
  readonly path: SitePath;
  readonly generator: Generator;
}

/**
 * The roots of the sites in a folder: the folder itself, or those below it. A site inside a site is part of it. Each
 * folder is listed once, and those of one depth together: on some disks each listing is a request.
 */
export async function findSites(files: Files, folder: SitePath = ROOT): Promise<readonly SiteRoot[]> {
  const found: SiteRoot[] = [];
  let level = [folder];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const seen = await Promise.all(
      level.map(async (path) => {
        const entries = await files.entries(path);
        return { path, entries, generator: await generatorAmong(entries, files, path) };
      }),
    );
    level = [];
    for (const { path, entries, generator } of seen) {
      if (generator) found.push({ path, generator });
      else level.push(...entries.filter(mayHoldSites).map(({ name }) => join(path, name)));
    }
  }
  return found;
}

function mayHoldSites({ name, kind }: Entry): boolean {
  return kind === 'folder' && !isForeign(name) && !name.startsWith('.');
}

async function hasBladeLayouts(files: Files, source: SitePath): Promise<boolean> {
  const layouts = await files.entries(join(source, '_layouts'));
  return layouts.some(({ name }) => /\.blade\.\w+$/.test(name));
}
