import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, Files, SitePath } from '../core/site/files.ts';

/** A folder on this machine's disk as the core's port. */
export class NodeFiles implements Files {
  readonly #root: string;

  /** @param root an absolute path. */
  constructor(root: string) {
    this.#root = root;
  }

  async entries(folder: SitePath): Promise<readonly Entry[]> {
    try {
      const entries = await readdir(join(this.#root, folder), { withFileTypes: true });
      return entries.map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file',
      }));
    } catch {
      return []; // Gone, or not ours to read: then nothing of it is on the site.
    }
  }

  async read(file: SitePath): Promise<string | undefined> {
    try {
      return await readFile(join(this.#root, file), 'utf8');
    } catch {
      return undefined;
    }
  }
}
