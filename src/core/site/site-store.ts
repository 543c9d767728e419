import { CONFIG_FILE, defaultConfig } from '../config/copydesk-config.ts';
import { readConfig } from '../config/read-config.ts';
import { forgetIndex, handOnIndex } from './build-index.ts';
import { both, type Change, NOTHING } from './change.ts';
import { FileIndex } from './file-index.ts';
import { type Files, ROOT, type SitePath } from './files.ts';
import type { Generator } from './find-sites.ts';
import { configFiles, isRead, JigsawSite } from './jigsaw/jigsaw-site.ts';
import { lookAtImages } from './look-at-images.ts';
import { isPostText, mayBePost } from './posts.ts';
import { type Gathered, gather, readTexts, withTexts } from './read-files.ts';
import { leftOutBy, parseAs, readSite, type SiteSource } from './read-site.ts';
import { redirectFileOf } from './redirected.ts';
import { type SettingsTexts, settingsFiles } from './settings-files.ts';
import type { Site } from './site.ts';
import { rivalsOfChange } from './writers.ts';

const COPYDESK = CONFIG_FILE as SitePath;

/**
 * Holds a site's present snapshot and makes the next one when files change. A changed post parses one post; a changed
 * layout reads one view; a changed `copydesk.json` reads that alone; a changed config reads the site anew, unless PHP
 * couldn't read it: then the site stays what it was.
 */
export class SiteStore {
  readonly #source: SiteSource;
  /** The texts of the views, and of the settings by which the site was read. */
  #texts: ReadonlyMap<SitePath, string> = new Map();
  /** The settings as they are now. */
  #settings: SettingsTexts = new Map();
  #site: Site = {
    jigsaw: undefined,
    config: defaultConfig,
    settings: [],
    files: new FileIndex([]),
    posts: new Map(),
    images: new Map(),
    remote: undefined,
  };
  /** What editors showed while the disk was being read: it is newer than what was read. */
  #typed: Map<SitePath, string> | undefined;
  #waiting = new Set<SitePath>();
  #next: Promise<Change> | undefined;
  #reading: Promise<unknown> = Promise.resolve();

  private constructor(source: SiteSource) {
    this.#source = source;
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
    const store = new SiteStore({ files, generator, ruleIds, env });
    await store.#readAll(await store.#readSettings());
    return store;
  }

  get site(): Site {
    return this.#site;
  }

  /** Takes over what an editor shows of a file that it has not saved; settings are left to `update`. */
  changeText(path: SitePath, text: string): Change {
    this.#typed?.set(path, text);
    if (this.isSettings(path)) return NOTHING;
    // An editor may show a new post before the disk's watcher tells of it.
    const isOwn = this.#textOf(path) !== undefined || isPostText(path, text, this.#site);
    return isOwn ? this.#apply({ come: [], gone: [], written: [], texts: new Map([[path, text]]) }) : NOTHING;
  }

  /**
   * Looks anew at files and folders that were written, created or deleted. What isn't the site's own doesn't concern
   * it. While the disk is being read others wait, and are then looked at together.
   */
  update(paths: Iterable<SitePath>): Promise<Change> {
    for (const path of paths) this.#waiting.add(path);
    if (!this.#next) {
      this.#next = this.#reading.then(() => {
        const waiting = this.#waiting;
        this.#waiting = new Set();
        this.#next = undefined;
        return this.#lookAt(waiting);
      });
      this.#reading = this.#next.catch(() => undefined);
    }
    return this.#next;
  }

  /**
   * Looks at the files of images, those that were looked at before excepted.
   * @returns the images of which more is known now.
   */
  async lookAtImages(paths: Iterable<SitePath>): Promise<readonly SitePath[]> {
    const wanted = [...new Set(paths)].filter((path) => !this.#site.images.has(path));
    const found = await lookAtImages(this.#source.files, wanted);
    if (found.size > 0) this.#site = { ...this.#site, images: new Map([...this.#site.images, ...found]) };
    return [...found.keys()];
  }

  /** Takes over what other servers answered, or that nobody asks them (undefined). Its caller knows whom that concerns. */
  setRemote(remote: Site['remote']): void {
    this.#site = { ...this.#site, remote };
  }

  /** Whether a file says how the whole site is built or checked. */
  isSettings(path: SitePath): boolean {
    return (
      path === COPYDESK ||
      (this.#source.generator === 'jigsaw' && configFiles(this.#source.env).includes(path))
    );
  }

  /** Whether a file may decide what other pages look like. */
  isTemplate(path: SitePath): boolean {
    if (this.#source.generator !== 'jigsaw' || !this.#belongs(path) || this.isSettings(path)) return false;
    return isRead(path) || path === redirectFileOf(this.#site.config);
  }

  async #lookAt(paths: ReadonlySet<SitePath>): Promise<Change> {
    this.#typed = new Map();
    try {
      const isChanged = [...paths].some((path) => this.isSettings(path));
      const change = isChanged ? await this.#takeOver(await this.#readSettings()) : NOTHING;
      const own = [...paths].filter((path) => this.#belongs(path));
      const gathered = await gather(this.#source.files, own, {
        files: this.#site.files,
        posts: this.#site.posts,
        isLeftOut: leftOutBy(this.#source.generator),
        belongs: (path) => this.#belongs(path),
        isText: (path) => !this.isSettings(path) && (mayBePost(path, this.#site) || this.isTemplate(path)),
      });
      return both(change, this.#apply(gathered));
    } finally {
      this.#typed = undefined;
    }
  }

  /** Takes over the settings, which may be what they were: an editor was closed, or saved what it showed. */
  async #takeOver(settings: SettingsTexts): Promise<Change> {
    const all = new Set([...settings.keys(), ...this.#settings.keys()]);
    const changed = [...all].filter((path) => settings.get(path) !== this.#settings.get(path));
    if (changed.length === 0) return NOTHING;
    const { config, problems } = readConfig(settings.get(COPYDESK), this.#source.ruleIds);
    const staysTheSame = redirectFileOf(config) === redirectFileOf(this.#site.config);
    if (changed.every((path) => path === COPYDESK) && staysTheSame) {
      this.#settings = settings;
      const files = settingsFiles(settings, this.#site.jigsaw, problems);
      this.#site = { ...this.#site, config, settings: files };
      return { paths: 'all', files: new Set() };
    }
    const jigsaw = new JigsawSite(settings, this.#site.files, this.#source.env);
    const files = settingsFiles(settings, jigsaw, problems);
    const isBroken = files.some((file) => file.path !== COPYDESK && file.problems.length > 0);
    if (!isBroken || this.#site.posts.size === 0) return await this.#readAll(settings);
    // A mistake, such as any half-written line, makes nothing unknown that was known.
    this.#settings = settings;
    this.#site = { ...this.#site, settings: files };
    return { paths: new Set(changed), files: new Set() };
  }

  async #readSettings(): Promise<SettingsTexts> {
    const top = new Set((await this.#source.files.entries(ROOT)).map(({ name }) => name));
    const paths = [...configFiles(this.#source.env), COPYDESK].filter((path) => this.isSettings(path));
    return await readTexts(
      this.#source.files,
      paths.filter((path) => top.has(path)),
    );
  }

  async #readAll(settings: SettingsTexts): Promise<Change> {
    const { site, texts } = await readSite(this.#source, settings, this.#site);
    this.#settings = settings;
    this.#texts = texts;
    // Meanwhile images may have been looked at, and other servers may have answered.
    this.#site = { ...site, images: this.#site.images, remote: this.#site.remote };
    for (const [path, text] of this.#typed ?? []) this.changeText(path, text);
    return { paths: 'all', files: new Set() };
  }

  /** Makes the next snapshot, at one go. */
  #apply({ come, gone, written, texts }: Gathered): Change {
    const changed = new Map<SitePath, string>();
    for (const [path, read] of texts) {
      const text = this.#typed?.get(path) ?? read;
      if (text !== this.#textOf(path)) changed.set(path, text);
    }
    const repainted = this.#forgetImages([...written, ...gone]);
    const files = new Set([...come, ...gone]);
    const touched = new Set([...files, ...changed.keys()]);
    if (touched.size === 0) return { paths: new Set(), files: new Set(repainted) };
    const changedFiles = new Set([...files, ...repainted]);
    const before = this.#site;
    const views = [...touched].filter((path) => this.isTemplate(path));
    const next = {
      ...before,
      files: files.size > 0 ? before.files.without(gone).with(...come) : before.files,
    };
    if (views.length > 0) {
      this.#texts = withTexts(this.#texts, gone, views, changed);
      next.jigsaw = new JigsawSite(this.#texts, next.files, this.#source.env, before.jigsaw);
    }
    const posts = this.#nextPosts(gone, changed, next);
    this.#site = { ...next, posts };
    if (views.length > 0) {
      // Which view a name leads to is another where views come or go, and with that all that is built.
      if (views.some((path) => files.has(path))) forgetIndex(posts);
      else handOnIndex(touched, before, this.#site);
      return { paths: 'all', files: changedFiles };
    }
    const paths = rivalsOfChange(touched, before, this.#site);
    for (const path of touched) if (posts.has(path) || before.posts.has(path)) paths.add(path);
    return { paths, files: changedFiles };
  }

  /** The posts after a change; the same ones when it concerns none. */
  #nextPosts(gone: readonly SitePath[], changed: ReadonlyMap<SitePath, string>, site: Site): Site['posts'] {
    const written = [...changed].filter(([path, text]) => isPostText(path, text, site));
    const lost = [...gone, ...changed.keys()].filter((path) => site.posts.has(path));
    if (written.length + lost.length === 0) return site.posts;
    const posts = new Map(site.posts);
    const now = new Set(written.map(([path]) => path));
    for (const path of lost) if (!now.has(path)) posts.delete(path);
    for (const [path, text] of written)
      posts.set(path, parseAs(this.#source.generator, path, text, this.#site));
    return posts;
  }

  /** Takes over that images have other bytes, or are gone. @returns those that had been looked at */
  #forgetImages(paths: readonly SitePath[]): readonly SitePath[] {
    const known = paths.filter((path) => this.#site.images.has(path));
    if (known.length === 0) return known;
    const images = new Map(this.#site.images);
    for (const path of known) images.delete(path);
    this.#site = { ...this.#site, images };
    return known;
  }

  #textOf(path: SitePath): string | undefined {
    return this.#texts.get(path) ?? this.#site.posts.get(path)?.text;
  }

  #belongs(path: SitePath): boolean {
    if (path === redirectFileOf(this.#site.config)) return true;
    if (path.split('/').some(leftOutBy(this.#source.generator))) return false;
    const { jigsaw } = this.#site;
    if (!jigsaw || !path.includes('/')) return true;
    return [jigsaw.config.source, jigsaw.config.views].some((folder) => `${path}/`.startsWith(`${folder}/`));
  }
}
