import * as vscode from 'vscode';

/** A file’s document; undefined where there is no such file. */
export async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // There is no such file yet.
  }
}
