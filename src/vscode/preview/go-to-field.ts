import * as vscode from 'vscode';
import { addFields } from '../../core/compose/new-field.ts';
import { fieldOf } from '../../core/post/fields.ts';
import { toRange, toTextEdits } from '../convert.ts';
import type { Desk } from '../sites/desk.ts';
import { frontMatterMistake } from './front-matter-mistake.ts';

/** Puts the cursor into a field's value; a field that isn't there is written first, with nothing in it. */
export async function goToField(
  key: string,
  uri: vscode.Uri,
  desk: Desk,
  viewColumn: vscode.ViewColumn,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri, { viewColumn });
  const { document } = editor;
  const post = desk.lookUp(document)?.post;
  if (!post) return;
  const field = fieldOf(post, key);
  if (field) {
    select(editor, toRange(document, field.node.span));
    return;
  }
  const mistake = frontMatterMistake(post);
  if (mistake) {
    // Where the front matter can't be read, nothing can be written for sure; the field may be there, behind it.
    select(editor, toRange(document, mistake));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const added = addFields(post, [[key, '']]);
  edit.set(document.uri, toTextEdits(document, [added]));
  const from = toRange(document, { start: added.span.start, end: added.span.start }).start;
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const written = added.text.indexOf(`${key}: `);
  const at = document.positionAt(document.offsetAt(from) + written + key.length + 2);
  select(editor, new vscode.Range(at, at));
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
