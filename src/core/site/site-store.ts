import { CONFIG_FILE, defaultConfig } from '../config/copydesk-config.ts';
import { type ConfigReading, readConfig } from '../config/read-config.ts';
import { FIRST_BYTES } from '../image/image-facts.ts';
import { type ImageFile, imageFileOf } from '../image/image-file.ts';
import { parsePost } from '../post/parse-post.ts';
import type { Post } from '../post/post.ts';
import { FileIndex } from './file-index.ts';
import { type Files, isForeign, isToolsOwn, listFiles, ROOT, type SitePath } from './files.ts';
import type { Generator } from './find-sites.ts';
import { configFiles, isRead, JigsawSite } from './jigsaw/jigsaw-site.ts';
import { isPostText, mayBePost } from './posts.ts';
import type { SettingsFile, Site } from './site.ts';
import { rivalriesOf, rivalsOfChange } from './writers.ts';

/** Which posts a change concerns: these, or all of the site. */
export type Affected = ReadonlySet<SitePath> | 'all';

const NONE: Affected = new Set();

/** How many files are read at a time: enough to keep a slow disk busy, too few to run out of file handles. */
const AT_A_TIME = 64;

/** How many images are looked at at a time: each takes half a megabyte of memory. */
const IMAGES_AT_A_TIME = 8;

/** How much of an image is read first: it tells the size of nearly all. */
const FEW_BYTES = 32 * 1024;

/**
 * Holds a site's present snapshot and makes the next one when a file changes. A changed post parses one post; a
 * changed layout reads one view; a changed config reads the site anew.
 */
export class SiteStore {
  readonly #files: Files;
  readonly #generator: Generator;
  readonly #ruleIds: readonly string[];
  readonly #env: string;
  #texts: ReadonlyMap<SitePath, string> = new Map();
  #site: Site = {
    jigsaw: undefined,
    config: defaultConfig,
    settings: [],
    files: new FileIndex([]),
    posts: new Map(),
    images: new Map(),
    remote: undefined,
  };

  private constructor(files: Files, generator: Generator, ruleIds: readonly string[], env: string) {
    this.#files = files;
    this.#generator = generator;
    this.#ruleIds = ruleIds;
    this.#env = env;
  }

  /**
   * Reads a whole site.
   * @param ruleIds the rules that `copydesk.json` may name.
   * @param env the environment that is built: `config.<env>.php` counts.
   */
  static async open(
    files: Files,
    generator: Generator,
    ruleIds: readonly string[],
    env = 'local',
  ): Promise<SiteStore> {
    const store = new SiteStore(files, generator, ruleIds, env);
    await store.#readAll();
    return store;
  }

  get site(): Site {
    return this.#site;
  }

  /** Takes over what an editor shows of a file that it has not saved. */
  changeText(path: SitePath, text: string): Affected {
    if (this.#texts.has(path))
      return this.#texts.get(path) === text ? NONE : this.#changeTemplate(path, text);
    const post = this.#site.posts.get(path);
    // An editor may show a new post before the disk's watcher tells of it.
    if (post ? post.text === text : !isPostText(path, text, this.#site)) return NONE;
    return this.#setPost(path, text);
  }

  /** Takes over a file or folder that was created or written. What isn't the site's own doesn't concern it. */
  async readFile(path: SitePath): Promise<Affected> {
    if (!this.#belongs(path)) return NONE;
    this.#forgetImages([path]);
    if (this.#decides(path)) return this.#readAll();
    const text = await this.#files.read(path);
    if (text === undefined) return this.#readFolder(path);
    if (this.#site.files.has(path)) return this.changeText(path, text);
    this.#site = { ...this.#site, files: this.#site.files.with(path) };
    if (this.#isTemplate(path)) return this.#changeTemplate(path, text);
    if (!isPostText(path, text, this.#site)) return NONE;
    return this.#setPost(path, text);
  }

  /** Takes over that a file, or a folder with all that was in it, is gone. */
  async deleteFile(path: SitePath): Promise<Affected> {
    const known = new Set([...this.#site.files, ...this.#site.posts.keys()]);
    const gone = [...known].filter((each) => each === path || each.startsWith(`${path}/`));
    if (gone.length === 0) return NONE;
    this.#forgetImages(gone);
    if (gone.some((each) => this.#decides(each) || this.#isTemplate(each))) return this.#readAll();
    const rivals = gone.flatMap((each) => rivalriesOf(each, this.#site)).flatMap(({ others }) => others);
    const posts = new Map(this.#site.posts);
    for (const each of gone) posts.delete(each);
    this.#site = { ...this.#site, files: this.#site.files.without(gone), posts };
    return new Set([...gone, ...rivals]);
  }

  /**
   * Looks at the files of images, those that were looked at before excepted.
   * @returns the images of which more is known now.
   */
  async lookAtImages(paths: Iterable<SitePath>): Promise<readonly SitePath[]> {
    const wanted = [...new Set(paths)].filter((path) => !this.#site.images.has(path));
    const found = new Map<SitePath, ImageFile>();
    for (let at = 0; at < wanted.length; at += IMAGES_AT_A_TIME) {
      const some = wanted.slice(at, at + IMAGES_AT_A_TIME);
      const files = await Promise.all(some.map((path) => this.#lookAtImage(path)));
      some.forEach((path, index) => {
        const file = files[index];
        if (file) found.set(path, file);
      });
    }
    if (found.size > 0) this.#site = { ...this.#site, images: new Map([...this.#site.images, ...found]) };
    return [...found.keys()];
  }

  async #lookAtImage(path: SitePath): Promise<ImageFile | undefined> {
    const head = await this.#files.head(path, FEW_BYTES);
    const file = head && imageFileOf(path, head);
    // Few photos have so much in front of their size.
    if (!file || file.facts || file.isBroken || head.bytes.length < FEW_BYTES) return file;
    const more = await this.#files.head(path, FIRST_BYTES);
    return more && imageFileOf(path, more);
  }

  /** Takes over that an image's file has other bytes, or is gone. */
  #forgetImages(paths: readonly SitePath[]): void {
    const { images } = this.#site;
    if (!paths.some((path) => images.has(path))) return;
    this.#site = { ...this.#site, images: new Map([...images].filter(([path]) => !paths.includes(path))) };
  }

  /** Takes over what other servers answered, or that nobody asks them (undefined). Its caller knows whom that concerns. */
  setRemote(remote: Site['remote']): void {
    this.#site = { ...this.#site, remote };
  }

  async #readFolder(folder: SitePath): Promise<Affected> {
    const affected = new Set<SitePath>();
    const paths = await listFiles(this.#files, folder, this.#isLeftOut);
    // An editor showed it, and it was never on the disk or is gone: closed, it is no post any more.
    if (paths.length === 0) return this.deleteFile(folder);
    for (const path of paths) {
      const more = await this.readFile(path);
      if (more === 'all') return 'all';
      affected.add(path);
    }
    return affected;
  }

  async #readAll(): Promise<Affected> {
    const top = (await this.#files.entries(ROOT)).filter(({ kind }) => kind === 'file');
    const names = new Set(top.map(({ name }) => name));
    const own = await this.#readTexts(
      [...configFiles(this.#env), CONFIG_FILE as SitePath].filter((path) => names.has(path)),
    );
    const copydesk = readConfig(own.get(CONFIG_FILE as SitePath), this.#ruleIds);
    let files = new FileIndex(top.map(({ name }) => name as SitePath));
    let jigsaw =
      this.#generator === 'jigsaw' ? new JigsawSite(own, files, this.#env, this.#site.jigsaw) : undefined;
    const folders = jigsaw ? outermost([jigsaw.config.source, jigsaw.config.views]) : [ROOT];
    const listed = await Promise.all(
      folders.map((folder) => listFiles(this.#files, folder, this.#isLeftOut)),
    );
    files = new FileIndex([...files, ...listed.flat()]);
    this.#texts = own;
    if (jigsaw) {
      const views = await this.#readTexts([...files].filter((path) => isRead(path)));
      this.#texts = new Map([...own, ...views]);
      jigsaw = new JigsawSite(this.#texts, files, this.#env, jigsaw);
    }
    const settings = settingsFiles(own, jigsaw, copydesk.problems);
    const { config } = copydesk;
    const { remote, images } = this.#site;
    const site = { jigsaw, config, settings, files, posts: new Map<SitePath, Post>(), images, remote };
    const texts = await this.#readTexts([...files].filter((path) => mayBePost(path, site)));
    for (const [path, text] of texts) {
      if (isPostText(path, text, site)) site.posts.set(path, this.#parse(path, text));
    }
    this.#site = site;
    return 'all';
  }

  async #readTexts(paths: readonly SitePath[]): Promise<Map<SitePath, string>> {
    const texts = new Map<SitePath, string>();
    for (let at = 0; at < paths.length; at += AT_A_TIME) {
      const some = paths.slice(at, at + AT_A_TIME);
      const read = await Promise.all(some.map((path) => this.#files.read(path)));
      some.forEach((path, index) => {
        const text = read[index];
        if (text !== undefined) texts.set(path, text);
      });
    }
    return texts;
  }

  #changeTemplate(path: SitePath, text: string): Affected {
    if (this.#decides(path)) return NONE; // Read anew when it is saved: half-written PHP would make all unknown.
    this.#texts = new Map(this.#texts).set(path, text);
    const { files, jigsaw } = this.#site;
    const posts = isPostText(path, text, this.#site)
      ? new Map(this.#site.posts).set(path, this.#parse(path, text))
      : this.#site.posts;
    this.#site = { ...this.#site, posts, jigsaw: new JigsawSite(this.#texts, files, this.#env, jigsaw) };
    return 'all';
  }

  #setPost(path: SitePath, text: string): Affected {
    const before = this.#site;
    this.#site = { ...before, posts: new Map(before.posts).set(path, this.#parse(path, text)) };
    return rivalsOfChange(path, before, this.#site).add(path);
  }

  #parse(path: SitePath, text: string): Post {
    return parsePost(path, text, this.#generator === 'jigsaw' ? 'jigsaw' : 'generic');
  }

  /** Whether a file decides what the whole site is. */
  #decides(path: SitePath): boolean {
    return path === CONFIG_FILE || configFiles(this.#env).includes(path);
  }

  get #isLeftOut(): (name: string) => boolean {
    return this.#generator === 'jigsaw' ? isForeign : isToolsOwn;
  }

  #isTemplate(path: SitePath): boolean {
    return this.#generator === 'jigsaw' && isRead(path) && this.#belongs(path);
  }

  #belongs(path: SitePath): boolean {
    if (path.split('/').some(this.#isLeftOut)) return false;
    const { jigsaw } = this.#site;
    if (!jigsaw || !path.includes('/')) return true;
    return [jigsaw.config.source, jigsaw.config.views].some((folder) => path.startsWith(`${folder}/`));
  }
}

function outermost(folders: readonly SitePath[]): readonly SitePath[] {
  const [source, views] = folders;
  if (source === undefined || views === undefined || views === source || views.startsWith(`${source}/`)) {
    return source === undefined ? [] : [source];
  }
  return source.startsWith(`${views}/`) ? [views] : [source, views];
}

function settingsFiles(
  texts: ReadonlyMap<SitePath, string>,
  jigsaw: JigsawSite | undefined,
  copydesk: ConfigReading['problems'],
): readonly SettingsFile[] {
  const php = [
    ...(jigsaw?.config.problems ?? []),
    ...(jigsaw?.bootstrap.problem ? [jigsaw.bootstrap.problem] : []),
  ];
  return Array.from(texts, ([path, text]) => ({
    path,
    text,
    problems: path === CONFIG_FILE ? copydesk : php.filter((problem) => problem.path === path),
  }));
}
