import { CONFIG_FILE } from '../config/copydesk-config.ts';
import { readConfig } from '../config/read-config.ts';
import { parsePost } from '../post/parse-post.ts';
import type { Post } from '../post/post.ts';
import { FileIndex } from './file-index.ts';
import { type Files, isForeign, isToolsOwn, listFiles, ROOT, type SitePath } from './files.ts';
import type { Generator } from './find-sites.ts';
import { isRead, JigsawSite } from './jigsaw/jigsaw-site.ts';
import { isPostText, mayBePost } from './posts.ts';
import { readTexts } from './read-files.ts';
import { redirectFileOf } from './redirected.ts';
import { type SettingsTexts, settingsFiles } from './settings-files.ts';
import type { Site } from './site.ts';

/** Where a site is and how it is read. */
export interface SiteSource {
  readonly files: Files;
  readonly generator: Generator;
  /** The rules that `copydesk.json` may name. */
  readonly ruleIds: readonly string[];
  /** The environment that is built: `config.<env>.php` counts. */
  readonly env: string;
}

/** A site as it was read. */
export interface ReadSite {
  readonly site: Site;
  /** The texts of the settings and the views. */
  readonly texts: ReadonlyMap<SitePath, string>;
}

/**
 * Reads a whole site.
 * @param last the site as it was: what is the same in it is kept, with all that was worked out of it.
 */
export async function readSite(source: SiteSource, settings: SettingsTexts, last: Site): Promise<ReadSite> {
  const { generator, ruleIds, env } = source;
  const isJigsaw = generator === 'jigsaw';
  const top = (await source.files.entries(ROOT)).filter(({ kind }) => kind === 'file');
  let files = new FileIndex(top.map(({ name }) => name as SitePath));
  const php = isJigsaw ? new JigsawSite(settings, files, env).config : undefined;
  const folders = php ? outermost([php.source, php.views]) : [ROOT];
  const listed = await Promise.all(
    folders.map((folder) => listFiles(source.files, folder, leftOutBy(generator))),
  );
  files = new FileIndex([...files, ...listed.flat()]);
  const { config, problems } = readConfig(settings.get(CONFIG_FILE as SitePath), ruleIds);
  const views = isJigsaw ? await readTexts(source.files, [...files].filter(isRead)) : [];
  const texts = new Map([...settings, ...views]);
  const redirects = isJigsaw ? redirectFileOf(config) : undefined;
  const written = redirects && (await source.files.read(redirects));
  if (redirects && written !== undefined) {
    texts.set(redirects, written);
    files = files.with(redirects);
  }
  const jigsaw = isJigsaw ? new JigsawSite(texts, files, env, last.jigsaw) : undefined;
  const posts = new Map<SitePath, Post>();
  const paths = [...files].filter((path) => mayBePost(path, { jigsaw }));
  await readTexts(source.files, paths, (path, text) => {
    if (isPostText(path, text, { jigsaw })) posts.set(path, parseAs(generator, path, text, last));
  });
  const found = settingsFiles(settings, jigsaw, problems);
  return { site: { ...last, jigsaw, config, settings: found, files, posts }, texts };
}

/** A post of a site; the one that it had when its text is the same. */
export function parseAs(generator: Generator, path: SitePath, text: string, { posts }: Site): Post {
  const known = posts.get(path);
  if (known?.text === text) return known;
  return parsePost(path, text, generator === 'jigsaw' ? 'jigsaw' : 'generic');
}

/** Which folders of a site are not its own, by their names. */
export function leftOutBy(generator: Generator): (name: string) => boolean {
  return generator === 'jigsaw' ? isForeign : isToolsOwn;
}

function outermost(folders: readonly SitePath[]): readonly SitePath[] {
  const [source, views] = folders;
  if (source === undefined || views === undefined || views === source || views.startsWith(`${source}/`)) {
    return source === undefined ? [] : [source];
  }
  return source.startsWith(`${views}/`) ? [views] : [source, views];
}
