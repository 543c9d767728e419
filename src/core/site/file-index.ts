import { groupBy } from '../group-by.ts';
import type { SitePath } from './files.ts';

/** How many changes are looked through one by one before they are worked into the whole. */
const MOST_CHANGES = 128;

/**
 * The files of a site by path, by path without regard to letter case, and by name. Immutable: `with` and `without`
 * give the next index, which shares what was worked out of the last: a new file costs no look at all the others. Paths
 * are compared in Unicode's composed form, as a Mac writes names decomposed.
 */
export class FileIndex {
  #whole: Whole;
  /** What has come and gone since the whole was gathered, by composed path. */
  #come: ReadonlyMap<string, SitePath> = new Map();
  #gone: ReadonlySet<string> = new Set();

  constructor(paths: Iterable<SitePath>) {
    this.#whole = new Whole(paths);
  }

  has(path: string): boolean {
    const key = path.normalize();
    return this.#come.has(key) || (this.#whole.paths.has(key) && !this.#gone.has(key));
  }

  /** The file at a path, with its name as the disk has it. */
  fileAt(path: string): SitePath | undefined {
    const key = path.normalize();
    return this.#come.get(key) ?? (this.#gone.has(key) ? undefined : this.#whole.paths.get(key));
  }

  /** The files whose path is this one but for letter case, the path itself included. */
  ignoringCase(path: string): readonly SitePath[] {
    return this.#group('folded', fold(path));
  }

  /** The files with this name, in any folder and letter case. */
  named(name: string): readonly SitePath[] {
    return this.#group('name', fold(name));
  }

  /** The files that lie directly in this folder. */
  inFolder(folder: string): readonly SitePath[] {
    return this.#group('folder', folder.replace(/\/$/, '').normalize());
  }

  /** Whether any file lies in this folder or below it. */
  hasFolder(folder: string): boolean {
    const start = folder.replace(/\/$/, '').normalize();
    if (start === '') return true;
    const isBelow = (path: string) => path.startsWith(`${start}/`);
    if ([...this.#come.keys()].some(isBelow)) return true;
    // As rare as a link to a folder is one that files have gone from.
    if (![...this.#gone].some(isBelow)) return this.#whole.folders.has(start);
    for (const [key] of this.#whole.paths) if (isBelow(key) && !this.#gone.has(key)) return true;
    return false;
  }

  *[Symbol.iterator](): Generator<SitePath> {
    for (const [key, path] of this.#whole.paths) if (!this.#gone.has(key)) yield path;
    yield* this.#come.values();
  }

  get size(): number {
    return this.#whole.paths.size - this.#gone.size + this.#come.size;
  }

  with(...paths: readonly SitePath[]): FileIndex {
    const come = new Map(this.#come);
    const gone = new Set(this.#gone);
    for (const path of paths) {
      const key = path.normalize();
      if (!gone.delete(key) && !this.#whole.paths.has(key)) come.set(key, path);
    }
    return this.#next(come, gone);
  }

  without(paths: Iterable<SitePath>): FileIndex {
    const come = new Map(this.#come);
    const gone = new Set(this.#gone);
    for (const path of paths) {
      const key = path.normalize();
      if (!come.delete(key) && this.#whole.paths.has(key)) gone.add(key);
    }
    return this.#next(come, gone);
  }

  #next(come: ReadonlyMap<string, SitePath>, gone: ReadonlySet<string>): FileIndex {
    const next = new FileIndex([]);
    next.#whole = this.#whole;
    next.#come = come;
    next.#gone = gone;
    return come.size + gone.size > MOST_CHANGES ? new FileIndex(next) : next;
  }

  #group(by: Grouping, key: string): readonly SitePath[] {
    const known = this.#whole.group(by, key);
    if (this.#come.size + this.#gone.size === 0) return known;
    const left = known.filter((path) => !this.#gone.has(path.normalize()));
    return [...left, ...[...this.#come.values()].filter((path) => keyOf[by](path) === key)];
  }
}

const keyOf = {
  folded: fold,
  name: (path: SitePath) => fold(fileName(path)),
  folder: (path: SitePath) => folderOf(path).normalize(),
};

type Grouping = keyof typeof keyOf;

/** Many files, with what is worked out of them when it is first asked for. */
class Whole {
  readonly paths: ReadonlyMap<string, SitePath>;
  #folders: ReadonlySet<string> | undefined;
  readonly #groups = new Map<Grouping, ReadonlyMap<string, readonly SitePath[]>>();

  constructor(paths: Iterable<SitePath>) {
    this.paths = new Map(Array.from(paths, (path) => [path.normalize(), path]));
  }

  /** Every folder that a file lies in, or below. */
  get folders(): ReadonlySet<string> {
    if (!this.#folders) {
      const all = new Set<string>();
      for (const path of this.paths.keys()) {
        for (let each = folderOf(path); each !== '' && !all.has(each); each = folderOf(each)) all.add(each);
      }
      this.#folders = all;
    }
    return this.#folders;
  }

  group(by: Grouping, key: string): readonly SitePath[] {
    const groups = this.#groups.get(by) ?? groupBy(this.paths.values(), keyOf[by]);
    this.#groups.set(by, groups);
    return groups.get(key) ?? [];
  }
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that a path lies in, without a slash at its end; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path in the form in which two paths that differ in letter case only are equal. */
export function fold(path: string): string {
  return path.normalize().toLowerCase();
}
