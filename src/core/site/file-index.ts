import type { SitePath } from './files.ts';

/**
 * The files of a site by path, by path without regard to letter case, and by name. Immutable: `with` and `without`
 * give the next index. Paths are compared in Unicode's composed form, as a Mac writes names decomposed.
 */
export class FileIndex {
  readonly #paths: ReadonlyMap<string, SitePath>;
  #folded: ReadonlyMap<string, readonly SitePath[]> | undefined;
  #byName: ReadonlyMap<string, readonly SitePath[]> | undefined;
  #folders: ReadonlyMap<string, readonly SitePath[]> | undefined;

  #allFolders: ReadonlySet<string> | undefined;

  constructor(paths: Iterable<SitePath>) {
    this.#paths = new Map(Array.from(paths, (path) => [path.normalize(), path]));
  }

  has(path: string): boolean {
    return this.#paths.has(path.normalize());
  }

  /** The files whose path is this one but for letter case, the path itself included. */
  ignoringCase(path: string): readonly SitePath[] {
    this.#folded ??= groupBy(this.#paths.values(), fold);
    return this.#folded.get(fold(path)) ?? [];
  }

  /** The files with this name, in any folder and letter case. */
  named(name: string): readonly SitePath[] {
    this.#byName ??= groupBy(this.#paths.values(), (path) => fold(fileName(path)));
    return this.#byName.get(fold(name)) ?? [];
  }

  /** The files that lie directly in this folder. */
  inFolder(folder: string): readonly SitePath[] {
    this.#folders ??= groupBy(this.#paths.values(), (path) => folderOf(path).normalize());
    return this.#folders.get(folder.replace(/\/$/, '').normalize()) ?? [];
  }

  /** Whether any file lies in this folder or below it. */
  hasFolder(folder: string): boolean {
    if (!this.#allFolders) {
      const all = new Set<string>();
      for (const path of this.#paths.keys()) {
        for (let each = folderOf(path); each !== '' && !all.has(each); each = folderOf(each)) all.add(each);
      }
      this.#allFolders = all;
    }
    return folder === '' || this.#allFolders.has(folder.replace(/\/$/, '').normalize());
  }

  [Symbol.iterator](): Iterator<SitePath> {
    return this.#paths.values();
  }

  get size(): number {
    return this.#paths.size;
  }

  with(path: SitePath): FileIndex {
    return this.has(path) ? this : new FileIndex([...this.#paths.values(), path]);
  }

  without(paths: Iterable<SitePath>): FileIndex {
    const gone = new Set(paths);
    return new FileIndex([...this].filter((path) => !gone.has(path)));
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

/** Values by what they have in common, each group in their order. */
export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
