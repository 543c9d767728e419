import { ruleIds } from '../src/core/rules/registry.ts';
import type { Entry, Files, SitePath } from '../src/core/site/files.ts';
import type { Generator } from '../src/core/site/find-sites.ts';
import { SiteStore } from '../src/core/site/site-store.ts';

/** Texts by path, relative to the site's root. */
export type Texts = Readonly<Record<string, string>>;

/** A site's folder that exists in memory only. It may be changed; a store is told of that by its caller. */
export class MemoryFiles implements Files {
  readonly texts: Map<string, string>;

  constructor(texts: Texts) {
    this.texts = new Map(Object.entries(texts));
  }

  async entries(folder: SitePath): Promise<readonly Entry[]> {
    const start = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, Entry>();
    for (const path of this.texts.keys()) {
      if (!path.startsWith(start)) continue;
      const [name = '', ...below] = path.slice(start.length).split('/');
      entries.set(name, { name, kind: below.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()];
  }

  async read(file: SitePath): Promise<string | undefined> {
    return this.texts.get(file);
  }
}

/** Opens a site that is made of these texts. */
export function openSite(
  texts: Texts,
  { generator = 'jigsaw', env = 'local' }: { readonly generator?: Generator; readonly env?: string } = {},
): Promise<SiteStore> {
  return SiteStore.open(new MemoryFiles(texts), generator, ruleIds, env);
}
