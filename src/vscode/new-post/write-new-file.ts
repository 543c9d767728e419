import * as vscode from 'vscode';

/** What became of a file that was to be new; `error` is why it could not be written, as far as that is told. */
export type Writing =
  | { readonly kind: 'written' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'refused'; readonly error?: unknown };

/**
 * Writes a file that isn't there yet, with the folders that it needs. VS Code looks whether there is one and then
 * writes, so that of two windows at the same moment the second would overwrite the first. The disk itself lets only one
 * make the file; that is asked where the extension host has one.
 */
export async function writeNewFile(uri: vscode.Uri, contents: Uint8Array): Promise<Writing> {
  const disk = uri.scheme === 'file' && typeof process !== 'undefined' ? nodeDisk() : undefined;
  if (disk) return await writeTo(disk, uri, contents);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  if (await vscode.workspace.applyEdit(edit)) return { kind: 'written' };
  return (await exists(uri)) ? { kind: 'exists' } : { kind: 'refused' };
}

/** Asked of Node while Copydesk runs: the same bundle runs in hosts that have none. */
function nodeDisk(): NodeDisk | undefined {
  return process.getBuiltinModule?.('node:fs/promises');
}

async function writeTo(disk: NodeDisk, uri: vscode.Uri, contents: Uint8Array): Promise<Writing> {
  try {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  } catch (error) {
    return { kind: 'refused', error };
  }
  try {
    const file = await disk.open(uri.fsPath, 'wx');
    try {
      await file.writeFile(contents);
    } catch (error) {
      // A full disk: half a post is worse than none.
      await disk.rm(uri.fsPath);
      throw error;
    } finally {
      await file.close();
    }
    return { kind: 'written' };
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isThere ? { kind: 'exists' } : { kind: 'refused', error };
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
