import ignore, { type Ignore } from 'ignore';
import { isMap } from '../../post/value.ts';
import { HOST_FILES, hostReaderOf } from '../../redirects/formats.ts';
import type { FileIndex } from '../file-index.ts';
import type { SitePath } from '../files.ts';
import { isKnown, type Known } from '../unknown.ts';
import { readBladeView } from './blade.ts';
import { type Bootstrap, readBootstrap, readDirectives } from './bootstrap.ts';
import { layoutChain, type Views } from './chain.ts';
import { readBaseUrl, readJigsawConfig } from './config.ts';
import { fateOf } from './fate.ts';
import type { BladeView, Collection, JigsawConfig, LayoutChain } from './model.ts';
import type { PhpSource } from './php/file.ts';
import { SiteCode } from './site-code.ts';
import { engineOf, findView, type ViewLookup, viewNames } from './views.ts';

/** The files beside `source/` that decide what a build makes of it. */
export function configFiles(env: string): readonly SitePath[] {
  return [
    'config.php',
    'helpers.php',
    `config.${env}.php`,
    'bootstrap.php',
    'blade.php',
    'composer.json',
    'config.production.php',
    ...OUTSIDE_JIGSAW,
  ] as SitePath[];
}

/** What isn't Jigsaw's, but tells which addresses a site has beside its files': of hosts, and of version control. */
const OUTSIDE_JIGSAW = ['.gitignore', ...HOST_FILES];

/** Whether a file may be a layout or a partial: a Markdown file is a page first, and no layout of a post's. */
export function isView(path: SitePath): boolean {
  return ['blade', 'blade-markdown', 'php'].includes(engineOf(path) ?? '');
}

/** Whether a file's text is needed to tell what the site is: a view, or a host's file among the content. */
export function isRead(path: SitePath): boolean {
  return isView(path) || hostReaderOf(path) !== undefined;
}

/** What the texts of a Jigsaw site say of how its pages are built. Immutable; what it works out it keeps. */
export class JigsawSite implements Views {
  readonly config: JigsawConfig;
  /** What `bootstrap.php` changes, so that the files alone don't tell what is built. */
  readonly bootstrap: Bootstrap;
  /** The directives that the site adds to Blade's own. */
  readonly directives: Known<ReadonlySet<string>>;
  /** `baseUrl` of `config.production.php`, with which most sites are published; undefined where it sets none. */
  readonly productionUrl: Known<string> | undefined;
  /** What the site's own code does anywhere. */
  readonly code: SiteCode;
  /** The texts of the config files, of the views, and of files of redirects. */
  readonly texts: ReadonlyMap<SitePath, string>;
  readonly #files: FileIndex;
  readonly #views = new Map<SitePath, BladeView>();
  readonly #chains = new Map<string, LayoutChain>();
  readonly #found = new Map<string, Known<ViewLookup>>();
  #ignored: Ignore | undefined;
  #layoutNames: readonly string[] | undefined;

  /**
   * @param texts the config files' and the views' texts, as far as they are there.
   * @param files all files of the site.
   * @param env the environment that is built.
   * @param last the site before one of its files changed: what it read of the others still holds.
   */
  constructor(texts: ReadonlyMap<SitePath, string>, files: FileIndex, env: string, last?: JigsawSite) {
    const [config, helpers, environment, bootstrap, blade, , production] = configFiles(env).map((path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : { path, text };
    });
    const changed = last ? changedPaths(last.texts, texts) : [];
    const same = changed.some((path) => configFiles(env).includes(path)) ? undefined : last;
    this.config = same?.config ?? readJigsawConfig({ env, config, helpers, environment });
    this.bootstrap = same?.bootstrap ?? readBootstrap(bootstrap);
    this.directives = same?.directives ?? this.#directivesOf(blade);
    this.productionUrl = same ? same.productionUrl : production && readBaseUrl(production);
    this.texts = texts;
    this.#files = files;
    this.code = new SiteCode(texts, last?.code, changed);
    if (!last) return;
    for (const [path, view] of last.#views) if (!changed.includes(path)) this.#views.set(path, view);
  }

  #directivesOf(blade: PhpSource | undefined): Known<ReadonlySet<string>> {
    const directives = readDirectives(blade);
    return isKnown(directives) ? new Set([...directives, ...this.bootstrap.directives]) : directives;
  }

  find(name: string): Known<ViewLookup> {
    const known = this.#found.get(name);
    if (known) return known;
    const found = findView(name, this.config, (path) => this.#files.has(path));
    this.#found.set(name, found);
    return found;
  }

  /** The text of a view or a config file. */
  textOf(path: SitePath): string | undefined {
    return this.texts.get(path);
  }

  read(path: SitePath): BladeView | undefined {
    const known = this.#views.get(path);
    const text = this.texts.get(path);
    if (known || text === undefined) return known;
    const view = readBladeView(path, text);
    this.#views.set(path, view);
    return view;
  }

  /** Whether version control leaves a file out, so that it may be made before or by the build. */
  isGitIgnored(path: SitePath): boolean {
    this.#ignored ??= ignore().add(this.texts.get('.gitignore' as SitePath) ?? '');
    return ignore.isPathValid(path) && this.#ignored.ignores(path);
  }

  /** The views that a post goes through when it extends this one. */
  chainOf(name: string): LayoutChain {
    const known = this.#chains.get(name);
    if (known) return known;
    const chain = layoutChain(name, this);
    this.#chains.set(name, chain);
    return chain;
  }

  /** Whether Markdown may be read otherwise than by the parsers that come with Jigsaw, as it sets them up. */
  get hasOwnMarkdown(): boolean {
    const { commonmark, defaults } = this.config;
    const settings = defaults.get('commonmark') ?? true;
    return !isKnown(commonmark) || !isKnown(settings) || isMap(settings) || !!this.bootstrap.changesMarkdown;
  }

  /** The layouts that a post may extend, such as `_layouts.post`: views that print a section and are no pages themselves. */
  get layoutNames(): readonly string[] {
    this.#layoutNames ??= viewNames(this.#files, this.config.views).filter(
      (name) => this.chainOf(name).fillable.size > 0 && !this.#isPage(name),
    );
    return this.#layoutNames;
  }

  #isPage(name: string): boolean {
    const view = this.find(name);
    if (!isKnown(view) || view.path === undefined) return false;
    const fate = fateOf(view.path, this.config, (path) => this.#files.has(path));
    return isKnown(fate) && fate.kind === 'page';
  }

  /** The collections; none where the collections can't be known. */
  get collections(): readonly Collection[] {
    return collectionsOf(this.config);
  }

  /** The collection in whose folder a file lies; undefined for none, and where the collections can't be known. */
  collectionOf(path: SitePath): Collection | undefined {
    return collectionOf(path, this.config);
  }

  /**
   * The name of the collection in whose folder a file lies. Where the collections can't be known, a folder with an
   * underscore names the one that its files most likely belong to.
   */
  collectionNameOf(path: SitePath): string | undefined {
    const { collections, source } = this.config;
    if (isKnown(collections)) return this.collectionOf(path)?.name;
    const [top, ...below] = path.startsWith(`${source}/`) ? path.slice(source.length + 1).split('/') : [];
    return below.length > 0 && top?.startsWith('_') ? top.slice(1) : undefined;
  }
}

function collectionsOf({ collections }: JigsawConfig): readonly Collection[] {
  return isKnown(collections) ? collections : [];
}

/** The collection in whose folder a file lies. */
export function collectionOf(path: SitePath, config: JigsawConfig): Collection | undefined {
  return collectionsOf(config).find(({ folder }) => path.startsWith(`${folder}/`));
}

/** The files whose texts differ, those that are in one of the two only among them. */
function changedPaths(
  before: ReadonlyMap<SitePath, string>,
  after: ReadonlyMap<SitePath, string>,
): readonly SitePath[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}
