import * as vscode from 'vscode';
import type { Confirmation, FileChange, FileMove, Fix } from '../../core/rules/rule.ts';
import { applyEdits } from '../../core/text/text-edit.ts';
import { registerCommand } from '../command.ts';
import { toText, toTextEdits } from '../convert.ts';
import { textOf } from '../document-text.ts';
import { openIfThere } from '../documents.ts';

/**
 * Adds the change of another file to an edit. A file that isn't there is created, never overwritten.
 * @returns false when that file's text can't be changed.
 */
export async function addFileChange(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  change: FileChange,
): Promise<boolean> {
  const document = await openIfThere(uri);
  const edits = change.edit(document && textOf(document));
  if (!edits) return false;
  if (document) edit.set(uri, toTextEdits(document, edits));
  else {
    const contents = new TextEncoder().encode(applyEdits('', edits));
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
  }
  return true;
}

/**
 * Adds that a file lies elsewhere. It isn't renamed: who follows renamed files would write the addresses anew that
 * this fix has just put right.
 * @returns false when the file can't be read.
 */
async function addFileMove(
  edit: vscode.WorkspaceEdit,
  root: vscode.Uri,
  { from, to, keeps }: FileMove,
): Promise<boolean> {
  const source = vscode.Uri.joinPath(root, from);
  try {
    const contents = await vscode.workspace.fs.readFile(source);
    edit.createFile(vscode.Uri.joinPath(root, to), { overwrite: false, ignoreIfExists: false, contents });
  } catch {
    return false; // Gone since, or not ours to read.
  }
  if (!keeps) edit.deleteFile(source);
  return true;
}

/** Applies a fix's changes of a site's other files, worked out from their text of this moment, and saves them. */
export const APPLY_FILE_CHANGES = 'copydesk.applyFileChanges';

export function registerFileChanges(log: vscode.LogOutputChannel): vscode.Disposable {
  return registerCommand(
    log,
    APPLY_FILE_CHANGES,
    async (root: vscode.Uri, { files: changes = [], moves = [], confirmation }: Fix) => {
      if (confirmation && !(await confirm(confirmation))) return;
      const edit = new vscode.WorkspaceEdit();
      const uris = changes.map(({ path }) => vscode.Uri.joinPath(root, path));
      for (const [index, change] of changes.entries()) {
        const uri = uris[index];
        if (uri && (await addFileChange(edit, uri, change))) continue;
        void vscode.window.showErrorMessage(
          vscode.l10n.t(
            '{0} can’t be changed while there is a mistake in it. Fix that first, so that nothing is lost.',
            change.path,
          ),
        );
        return;
      }
      for (const move of moves) {
        if (await addFileMove(edit, root, move)) continue;
        void vscode.window.showErrorMessage(
          vscode.l10n.t('{0} can’t be read, so it stays where it is.', move.from),
        );
        return;
      }
      if (!(await vscode.workspace.applyEdit(edit))) return;
      for (const uri of uris) await (await openIfThere(uri))?.save();
    },
  );
}

async function confirm({ question, detail, go }: Confirmation): Promise<boolean> {
  const yes = toText(go);
  const options = { modal: true, detail: toText(detail) };
  return (await vscode.window.showWarningMessage(toText(question), options, yes)) === yes;
}
