import { fieldOf } from '../post/fields.ts';
import type { Post } from '../post/post.ts';
import { fold } from './file-index.ts';
import type { SitePath } from './files.ts';
import { collectionOf, type JigsawSite } from './jigsaw/jigsaw-site.ts';
import type { JigsawConfig } from './jigsaw/model.ts';
import { fileNameOf } from './jigsaw/path-pattern.ts';
import { type AddressMask, fitsMask } from './jigsaw/unknown-pages.ts';
import { bladePage, type Made, madeOf, NOTHING_MADE } from './made.ts';
import type { Site } from './site.ts';
import { STEP, toEnd } from './steps.ts';

/**
 * What the build makes of all posts and pages together. Made once for a site; it follows when some of them change,
 * come or go, so that a key stroke among ten thousand posts costs no more than one.
 */
export class BuildIndex {
  readonly #config: JigsawConfig;
  readonly #made = new Map<SitePath, Made>();
  readonly #writers = new Map<string, SitePath[]>();
  /** Items whose files have one name but for the extension: they are one item to Jigsaw, with one address. */
  readonly #twins = new Map<string, SitePath[]>();
  readonly #items = new Map<string, Map<string, number>>();
  readonly #sizes = new Map<string, number>();
  readonly #pages = new Map<SitePath, Post>();
  readonly #possible = new Map<string, SitePath[]>();
  readonly #unknown = new Map<AddressMask, number>();
  #folded: ReadonlyMap<string, string> | undefined;
  #addresses: readonly string[] | undefined;
  #version = 0;

  constructor(config: JigsawConfig) {
    this.#config = config;
  }

  /** Whether it tells of a site that is built as this one is. */
  fits({ config }: JigsawSite): boolean {
    return config === this.#config;
  }

  writersOf(output: string): readonly SitePath[] {
    return this.#writers.get(output) ?? [];
  }

  outputsOf(path: SitePath): readonly string[] {
    const twins = this.#twins.get(this.#key(path)) ?? [];
    return (twins.includes(path) && twins[0] && this.#made.get(twins[0])?.outputs) || [];
  }

  /** The sources that may write a file: those that do, and those that a filter may drop. */
  mayWrite(output: string): readonly SitePath[] {
    return this.#possible.get(output) ?? [];
  }

  /** What a source may write, in the order of its templates. */
  possibleOf(path: SitePath): readonly string[] {
    return this.#made.get(path)?.possible ?? [];
  }

  /** Whether a source whose addresses can't be known may write a file. */
  mayBeUnknown(output: string): boolean {
    for (const mask of this.#unknown.keys()) if (fitsMask(mask, output)) return true;
    return false;
  }

  /** A file that a source may write and whose path is one of these but for letter case. */
  ignoringCase(
    outputs: readonly string[],
  ): { readonly output: string; readonly source: SitePath } | undefined {
    this.#folded ??= new Map(this.possible.map((output) => [fold(output), output]));
    for (const each of outputs) {
      const output = this.#folded.get(fold(each));
      const [source] = output === undefined ? [] : this.mayWrite(output);
      if (output !== undefined && source !== undefined) return { output, source };
    }
    return undefined;
  }

  /** All files that sources may write. */
  get possible(): readonly string[] {
    this.#addresses ??= [...this.#possible.keys()];
    return this.#addresses;
  }

  /** The templates that the items of each collection are rendered with; a collection without any isn't there. */
  get templates(): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map(Array.from(this.#items, ([collection, counts]) => [collection, new Set(counts.keys())]));
  }

  /** How many items a collection has; 0 where that can't be known. */
  sizeOf(collection: string): number {
    return this.#sizes.get(collection) ?? 0;
  }

  /** The pages outside the collections. */
  get pages(): Iterable<Post> {
    return this.#pages.values();
  }

  /** Another number when the templates in use or the pages are others. */
  get version(): number {
    return this.#version;
  }

  /** Takes over a post or page as it is now; undefined for one that is gone. */
  set(path: SitePath, source: Post | undefined, site: Site): void {
    const made = source ? madeOf(source, site) : NOTHING_MADE;
    // First the new ones, so that what stays isn't taken for gone.
    this.#count(made, 1);
    this.#count(this.#made.get(path) ?? NOTHING_MADE, -1);
    this.#setPage(path, made.page);
    this.#setPossible(path, made);
    const key = this.#key(path);
    const before = this.#twins.get(key) ?? [];
    for (const twin of before) for (const output of this.outputsOf(twin)) remove(this.#writers, output, twin);
    const others = before.filter((twin) => twin !== path);
    // Jigsaw keeps the last in the order of their names.
    const twins = made.outputs.length > 0 ? [...others, path].sort().reverse() : others;
    if (twins.length > 0) this.#twins.set(key, twins);
    else this.#twins.delete(key);
    if (source) this.#made.set(path, made);
    else this.#made.delete(path);
    for (const twin of twins) for (const output of this.outputsOf(twin)) add(this.#writers, output, twin);
  }

  #count({ collection, templates }: Made, by: 1 | -1): void {
    if (collection === undefined) return;
    this.#sizes.set(collection, (this.#sizes.get(collection) ?? 0) + by);
    const counts = this.#items.get(collection) ?? new Map<string, number>();
    for (const template of templates) {
      const count = (counts.get(template) ?? 0) + by;
      if (count > 0) counts.set(template, count);
      else counts.delete(template);
      if (count === 0 || (count === 1 && by === 1)) this.#version += 1;
    }
    if (counts.size > 0) this.#items.set(collection, counts);
    else this.#items.delete(collection);
  }

  #setPage(path: SitePath, page: Post | undefined): void {
    if (this.#pages.get(path) === page) return;
    if (page) this.#pages.set(path, page);
    else this.#pages.delete(path);
    this.#version += 1;
  }

  #setPossible(path: SitePath, made: Made): void {
    const before = this.#made.get(path) ?? NOTHING_MADE;
    if (before.unknown !== made.unknown) {
      if (before.unknown !== undefined) this.#countUnknown(before.unknown, -1);
      if (made.unknown !== undefined) this.#countUnknown(made.unknown, 1);
    }
    if (before.possible.join('\n') === made.possible.join('\n')) return;
    for (const output of before.possible) remove(this.#possible, output, path);
    for (const output of made.possible) add(this.#possible, output, path);
    this.#addresses = undefined;
    this.#folded = undefined;
  }

  #countUnknown(mask: AddressMask, by: 1 | -1): void {
    const count = (this.#unknown.get(mask) ?? 0) + by;
    if (count > 0) this.#unknown.set(mask, count);
    else this.#unknown.delete(mask);
  }

  /** Follows `Collection::itemKey`. */
  #key(path: SitePath): string {
    const collection = collectionOf(path, this.#config);
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

const kept = new WeakMap<Site['posts'], BuildIndex>();

/** Whether the index of a snapshot is made. */
export function hasIndex({ posts, jigsaw }: Site): boolean {
  return jigsaw !== undefined && kept.get(posts)?.fits(jigsaw) === true;
}

/** The index of a snapshot. */
export function buildIndexOf(site: Site, jigsaw: JigsawSite): BuildIndex {
  return toEnd(indexing(site, jigsaw));
}

/** Makes the index of a snapshot in short steps. */
export function* indexing(site: Site, jigsaw: JigsawSite): Generator<void, BuildIndex> {
  const known = kept.get(site.posts);
  if (known?.fits(jigsaw)) return known;
  const index = new BuildIndex(jigsaw.config);
  let count = 0;
  for (const post of site.posts.values()) {
    index.set(post.path, post, site);
    count += 1;
    if (count % STEP === 0) yield;
  }
  for (const path of site.files) {
    const page = bladePage(path, site, jigsaw);
    if (page) index.set(path, page, site);
  }
  kept.set(site.posts, index);
  return index;
}

/** Hands the index on to the next snapshot, in which these posts and pages are others, have come or have gone. */
export function handOnIndex(paths: Iterable<SitePath>, before: Site, after: Site): void {
  const { jigsaw } = after;
  const index = kept.get(before.posts);
  if (!index || !jigsaw || !index.fits(jigsaw)) return;
  kept.delete(before.posts);
  for (const path of paths) index.set(path, after.posts.get(path) ?? bladePage(path, after, jigsaw), after);
  if (before.posts.size !== after.posts.size) {
    // How many pages a list has depends on how many posts there are.
    for (const page of [...index.pages]) {
      if (fieldOf(page, 'pagination')) index.set(page.path, page, after);
    }
  }
  kept.set(after.posts, index);
}

/** Lets the index be made anew: what the build makes of everything may have changed. */
export function forgetIndex(posts: Site['posts']): void {
  kept.delete(posts);
}
