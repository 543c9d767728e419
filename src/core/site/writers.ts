import { parsePost } from '../post/parse-post.ts';
import type { Post } from '../post/post.ts';
import type { SitePath } from './files.ts';
import { fateOf } from './jigsaw/fate.ts';
import type { JigsawSite } from './jigsaw/jigsaw-site.ts';
import { fileNameOf } from './jigsaw/path-pattern.ts';
import { placementOf } from './placement.ts';
import type { Site } from './site.ts';
import { isKnown } from './unknown.ts';

/** A file of the built site that several sources write: the last of them stays, and nothing says so. */
export interface Rivalry {
  /** The file, below the build's folder. */
  readonly output: string;
  readonly others: readonly SitePath[];
  /** The one that is written last. */
  readonly winner: SitePath;
}

/** The files that this source and others write. What can't be known of a source is taken for no file. */
export function rivalriesOf(path: SitePath, site: Site): readonly Rivalry[] {
  const { jigsaw } = site;
  if (!jigsaw) return [];
  const index = indexOf(site, jigsaw);
  return index.outputsOf(path).flatMap((output) => {
    const writers = [...index.writersOf(output), ...copiesOf(output, site, jigsaw)];
    const others = writers.filter((each) => each !== path);
    // Jigsaw builds its files in the order of their names' bytes (`File/Filesystem`, Symfony's `sortByName`).
    const winner = others.reduce((last, each) => (each > last ? each : last), path);
    return others.length > 0 ? [{ output, others, winner }] : [];
  });
}

/** The posts whose rivals are others after one post has changed its text. Keeps the index, which is large. */
export function rivalsOfChange(path: SitePath, before: Site, after: Site): Set<SitePath> {
  const rivals = new Set<SitePath>();
  const add = (site: Site) => {
    for (const { others } of rivalriesOf(path, site)) for (const other of others) rivals.add(other);
  };
  add(before);
  const index = kept.get(before.posts);
  const post = after.posts.get(path);
  if (index && index.jigsaw === after.jigsaw && post && before.posts.has(path)) {
    kept.delete(before.posts);
    index.set(path, outputsOf(post, after));
    kept.set(after.posts, index);
  }
  add(after);
  return rivals;
}

const kept = new WeakMap<Site['posts'], WriterIndex>();

function indexOf(site: Site, jigsaw: JigsawSite): WriterIndex {
  const known = kept.get(site.posts);
  if (known?.jigsaw === jigsaw) return known;
  const index = new WriterIndex(jigsaw);
  for (const post of site.posts.values()) index.set(post.path, outputsOf(post, site));
  for (const page of bladePages(site, jigsaw)) index.set(page.path, outputsOf(page, site));
  kept.set(site.posts, index);
  return index;
}

/** Which source writes which files, both ways. */
class WriterIndex {
  readonly jigsaw: JigsawSite;
  readonly #own = new Map<SitePath, readonly string[]>();
  readonly #writers = new Map<string, SitePath[]>();
  /** Items whose files have one name but for the extension: they are one item to Jigsaw, with one address. */
  readonly #twins = new Map<string, SitePath[]>();

  constructor(jigsaw: JigsawSite) {
    this.jigsaw = jigsaw;
  }

  writersOf(output: string): readonly SitePath[] {
    return this.#writers.get(output) ?? [];
  }

  outputsOf(path: SitePath): readonly string[] {
    const twins = this.#twins.get(this.#key(path)) ?? [];
    return (twins.includes(path) && twins[0] && this.#own.get(twins[0])) || [];
  }

  set(path: SitePath, outputs: readonly string[]): void {
    const key = this.#key(path);
    const before = this.#twins.get(key) ?? [];
    for (const twin of before) for (const output of this.outputsOf(twin)) remove(this.#writers, output, twin);
    const others = before.filter((twin) => twin !== path);
    const twins = outputs.length > 0 ? [...others, path] : others;
    this.#twins.set(key, twins);
    this.#own.set(path, [...new Set(outputs)]);
    for (const twin of twins) for (const output of this.outputsOf(twin)) add(this.#writers, output, twin);
  }

  /** Follows `Collection::itemKey`. */
  #key(path: SitePath): string {
    const collection = this.jigsaw.collectionOf(path);
    if (!collection) return path;
    const below = path.slice(collection.folder.length + 1);
    const end = below.lastIndexOf('/');
    const inside = end < 0 || below.startsWith('_') ? '' : below.slice(0, end);
    return `${collection.folder}:${inside}/${fileNameOf(path)}`;
  }
}

function add(groups: Map<string, SitePath[]>, key: string, path: SitePath): void {
  const group = groups.get(key);
  if (group) group.push(path);
  else groups.set(key, [path]);
}

function remove(groups: Map<string, SitePath[]>, key: string, path: SitePath): void {
  const rest = groups.get(key)?.filter((each) => each !== path) ?? [];
  if (rest.length > 0) groups.set(key, rest);
  else groups.delete(key);
}

function outputsOf(post: Post, site: Site): readonly string[] {
  const { collection, fate, outputs } = placementOf(post, site);
  if (post.frontMatter?.problem || !isKnown(collection) || !isKnown(fate) || !isKnown(outputs)) return [];
  if (fate.kind !== 'item' && fate.kind !== 'page') return [];
  // What a filter drops and a map changes only the build knows.
  return collection?.filter || collection?.map ? [] : outputs.map(({ path }) => path);
}

const pages = new WeakMap<JigsawSite, readonly Post[]>();

/** The pages that are templates, such as `index.blade.php`. */
function bladePages({ files, posts }: Site, jigsaw: JigsawSite): readonly Post[] {
  const found = pages.get(jigsaw) ?? [...findBladePages(files, jigsaw)];
  pages.set(jigsaw, found);
  return found.filter(({ path }) => !posts.has(path));
}

function* findBladePages(files: Site['files'], jigsaw: JigsawSite): Iterable<Post> {
  for (const path of files) {
    const text = path.includes('.blade.') ? jigsaw.textOf(path) : undefined;
    if (text === undefined) continue;
    const fate = fateOf(path, jigsaw.config, (each) => files.has(each));
    if (isKnown(fate) && fate.kind === 'page') yield parsePost(path, text);
  }
}

/** The file that is copied to this place as it is, if there is one. */
function copiesOf(output: string, { files }: Site, { config }: JigsawSite): readonly SitePath[] {
  const path = `${config.source}/${output}` as SitePath;
  if (!files.has(path)) return [];
  const fate = fateOf(path, config, (each) => files.has(each));
  return isKnown(fate) && fate.kind === 'copied' ? [path] : [];
}
