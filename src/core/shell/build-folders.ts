import { folderOf } from '../site/file-index.ts';
import { type Files, join, ROOT, type SitePath, sitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';

/**
 * The folders of a site that hold a build: the one that `copydesk.json` names, or those that Jigsaw writes for its
 * environments, `build_local` and `build_production` unless `config.php` sets `build.destination`.
 */
export async function buildFolders(site: Site, files: Files): Promise<readonly SitePath[]> {
  const named = site.config.build === undefined ? undefined : sitePath(site.config.build);
  if (named !== undefined && named !== ROOT) return (await files.entries(named)).length > 0 ? [named] : [];
  if (!site.jigsaw) return [];
  const { destination } = site.jigsaw.config;
  const local = isKnown(destination) ? destination : ('build_local' as SitePath);
  const parent = folderOf(local) as SitePath;
  const isBuild = patternOf(local.slice(parent === ROOT ? 0 : parent.length + 1));
  const folders = (await files.entries(parent)).filter(
    ({ name, kind }) => kind === 'folder' && isBuild.test(name),
  );
  return folders
    .map(({ name }) => join(parent, name))
    .sort((a, b) => Number(b === local) - Number(a === local));
}

/** `build_local` stands for the builds of every environment; a folder without the environment's name for itself. */
function patternOf(name: string): RegExp {
  const [before = '', ...behind] = name
    .split('local')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(behind.length === 0 ? `^${before}$` : `^${before}.+${behind.join('.+')}$`);
}
