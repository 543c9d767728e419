import { judge, type RemoteAnswer } from '../src/core/remote/answer.ts';
import { questionOf, type RemoteQuestion } from '../src/core/remote/remote-address.ts';
import { ruleIds } from '../src/core/rules/registry.ts';
import type { Entry, FileHead, Files, SitePath } from '../src/core/site/files.ts';
import type { Generator } from '../src/core/site/find-sites.ts';
import { SiteStore } from '../src/core/site/site-store.ts';

/** Texts by path, relative to the site's root. At an address of the web stands what its server answers. */
export type Texts = Readonly<Record<string, string>>;

/** A site's folder that exists in memory only. It may be changed; a store is told of that by its caller. */
export class MemoryFiles implements Files {
  readonly texts: Map<string, string>;

  constructor(texts: Texts) {
    this.texts = new Map(Object.entries(texts).filter(([path]) => !isRemote(path)));
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

  async kindOf(path: SitePath): Promise<'file' | 'folder' | 'none'> {
    if (this.texts.has(path)) return 'file';
    return [...this.texts.keys()].some((each) => each.startsWith(`${path}/`)) ? 'folder' : 'none';
  }

  async read(file: SitePath): Promise<string | undefined> {
    return this.texts.get(file);
  }

  async head(file: SitePath, length: number): Promise<FileHead | undefined> {
    const text = this.texts.get(file);
    if (text === undefined) return undefined;
    const bytes = new TextEncoder().encode(text);
    return { bytes: bytes.subarray(0, length), size: bytes.length };
  }
}

/** Opens a site that is made of these texts. */
export async function openSite(
  texts: Texts,
  { generator = 'jigsaw', env = 'local' }: { readonly generator?: Generator; readonly env?: string } = {},
): Promise<SiteStore> {
  const store = await SiteStore.open(new MemoryFiles(texts), generator, ruleIds, env);
  // Of all images, drawings alone are texts.
  await store.lookAtImages([...store.site.files].filter((path) => path.endsWith('.svg')));
  const remote = Object.entries(texts).filter(([address]) => isRemote(address));
  if (remote.length > 0) store.setRemote(new Map(remote.flatMap(answersOf)));
  return store;
}

function isRemote(path: string): boolean {
  return /^https?:\/\//.test(path);
}

/** What is known of an address from the answer to GET, as it goes over the wire. */
function answersOf([address, answer]: [address: string, answer: string]): [RemoteQuestion, RemoteAnswer][] {
  const [head = '', ...body] = answer.split(/\r?\n\r?\n/);
  const status = Number(/^HTTP\/[\d.]+ (\d{3})\b/.exec(head)?.[1]);
  const type = /^Content-Type: *([^;\r\n]*)/im.exec(head)?.[1] ?? '';
  const bytes = new TextEncoder().encode(body.join('\n\n'));
  const response = {
    kind: 'response',
    status,
    type,
    location: undefined,
    retryAfter: undefined,
    bytes,
  } as const;
  return (['image', 'page'] as const).flatMap((use): [RemoteQuestion, RemoteAnswer][] => {
    const question = questionOf(use, address);
    return question ? [[question, judge(response, use)]] : [];
  });
}
