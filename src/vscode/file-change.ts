import * as vscode from 'vscode';
import type { FileChange } from '../core/rules/rule.ts';
import { applyEdits } from '../core/text/text-edit.ts';
import { toTextEdits } from './convert.ts';

/**
 * Adds the change of another file to an edit. A file that isn't there is created, never overwritten.
 * @returns false when that file's text can't be changed.
 */
export async function addFileChange(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  change: FileChange,
): Promise<boolean> {
  const document = await open(uri);
  const edits = change.edit(document?.getText());
  if (!edits) return false;
  if (document) edit.set(uri, toTextEdits(document, edits));
  else {
    const contents = new TextEncoder().encode(applyEdits('', edits));
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  }
  return true;
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined; // There is no such file yet.
  }
}
