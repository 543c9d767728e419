import * as vscode from 'vscode';
import type { Entry, Files, SitePath } from '../core/site/files.ts';
import { textOf } from './document-text.ts';

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
}

function kindOf(type: vscode.FileType): Entry['kind'] | undefined {
  if (type & vscode.FileType.Directory) return type & vscode.FileType.SymbolicLink ? 'link' : 'folder';
  return type & vscode.FileType.File ? 'file' : undefined;
}
