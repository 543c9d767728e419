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

function groupBy(paths: Iterable<SitePath>, key: (path: SitePath) => string): Map<string, SitePath[]> {
  const groups = new Map<string, SitePath[]>();
  for (const path of paths) {
    const group = groups.get(key(path));
    if (group) group.push(path);
    else groups.set(key(path), [path]);
  }
  return groups;
}
