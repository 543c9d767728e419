import { readFileSync } from 'node:fs';
import { lstat, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, FileHead, Files, SitePath } from '../core/site/files.ts';

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
      const found = entries.map(async (entry): Promise<Entry | undefined> => {
        if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
        if (!entry.isSymbolicLink()) return { name: entry.name, kind: 'file' };
        const target = await stat(join(this.#root, folder, entry.name)).catch(() => undefined);
        return target && { name: entry.name, kind: target.isDirectory() ? 'link' : 'file' };
      });
      return (await Promise.all(found)).filter((entry) => entry !== undefined);
    } catch {
      return []; // Gone, or not ours to read: then nothing of it is on the site.
    }
  }

  async kindOf(path: SitePath): Promise<Entry['kind'] | 'none' | 'unknown'> {
    try {
      const found = await lstat(join(this.#root, path));
      if (found.isDirectory()) return 'folder';
      return found.isSymbolicLink() && (await stat(join(this.#root, path))).isDirectory() ? 'link' : 'file';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      return code === 'ENOENT' || code === 'ENOTDIR' ? 'none' : 'unknown';
    }
  }

  async read(file: SitePath): Promise<string | undefined> {
    try {
      // Nothing else waits in a terminal, and for thousands of small files a promise each takes longer than they do.
      return readFileSync(join(this.#root, file), 'utf8');
    } catch {
      return undefined;
    }
  }

  async head(file: SitePath, length: number): Promise<FileHead | undefined> {
    try {
      const handle = await open(join(this.#root, file));
      try {
        const { size } = await handle.stat();
        const { buffer, bytesRead } = await handle.read(new Uint8Array(Math.min(length, size)), 0);
        return { bytes: buffer.subarray(0, bytesRead), size };
      } finally {
        await handle.close();
      }
    } catch {
      return undefined;
    }
  }
}
