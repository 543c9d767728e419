import * as vscode from 'vscode';
import type { Entry, FileHead, Files, SitePath } from '../../core/site/files.ts';
import { textOf } from '../document-text.ts';

/** VS Code's file system as the core's port: the same code reads a local folder, a remote one and vscode.dev's. */
export class Disk implements Files {
  readonly #root: vscode.Uri;
  /** Keeps a byte order mark: the generator stumbles over it. */
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  async entries(folder: SitePath): Promise<readonly Entry[]> {
    try {
      const listing = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(this.#root, folder));
      return listing.flatMap(([name, type]) => {
        const kind = kindOf(type);
        return kind ? [{ name, kind }] : [];
      });
    } catch {
      return []; // Gone since it was listed, or not ours to read: then nothing of it is on the site.
    }
  }

  async kindOf(path: SitePath): Promise<Entry['kind'] | 'none' | 'unknown'> {
    try {
      const { type } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(this.#root, path));
      return kindOf(type) ?? 'none';
    } catch (error) {
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      return isGone ? 'none' : 'unknown';
    }
  }

  async read(file: SitePath): Promise<string | undefined> {
    const uri = vscode.Uri.joinPath(this.#root, file);
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString(),
    );
    if (open) return textOf(open);
    try {
      return this.#decoder.decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return undefined;
    }
  }

  async head(file: SitePath, length: number): Promise<FileHead | undefined> {
    const uri = vscode.Uri.joinPath(this.#root, file);
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      // VS Code reads whole files only, and elsewhere than on a disk each of them is a request.
      if (size > LARGEST || !LOCAL.has(uri.scheme)) return { bytes: new Uint8Array(), size };
      return { bytes: (await vscode.workspace.fs.readFile(uri)).subarray(0, length), size };
    } catch {
      return undefined;
    }
  }
}

/** How large a file may be to be read for its first bytes. */
const LARGEST = 5_000_000;

/** Where reading is cheap. */
const LOCAL: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

function kindOf(type: vscode.FileType): Entry['kind'] | undefined {
  if (type & vscode.FileType.Directory) return type & vscode.FileType.SymbolicLink ? 'link' : 'folder';
  return type & vscode.FileType.File ? 'file' : undefined;
}
