import * as vscode from 'vscode';
import { setDate } from '../../core/compose/set-date.ts';
import { fieldOf } from '../../core/post/fields.ts';
import { PostContext } from '../../core/rules/context.ts';
import { registerCommand } from '../command.ts';
import { toRange, toTextEdits } from '../convert.ts';
import { type Desk, POSTS } from '../sites/desk.ts';

const SET_DATE = 'copydesk.setDateToNow';

/** "Copydesk: Set Date to Now", from the palette and from the light bulb of a post's date. */
export function registerSetDate(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(log, SET_DATE, async () => {
      await desk.found();
      const document = vscode.window.activeTextEditor?.document;
      const found = document && desk.lookUp(document);
      if (!document || !found) {
        await vscode.window.showInformationMessage(
          vscode.l10n.t('First open the post whose date you want to set.'),
        );
        return;
      }
      const edit = editOf(desk, document);
      if (edit) await vscode.workspace.applyEdit(edit);
      else {
        await vscode.window.showWarningMessage(
          vscode.l10n.t('The date can’t be set: close the front matter with a line of three dashes first.'),
        );
      }
    }),
    vscode.languages.registerCodeActionsProvider(
      POSTS,
      {
        async provideCodeActions(document, range) {
          await desk.found();
          const found = desk.lookUp(document);
          const date = found && fieldOf(found.post, 'date');
          if (!date || !toRange(document, date.span).intersection(range)) return [];
          const action = new vscode.CodeAction(
            vscode.l10n.t('Set date to now'),
            vscode.CodeActionKind.RefactorRewrite,
          );
          const edit = editOf(desk, document);
          if (!edit) return [];
          action.edit = edit;
          return [action];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] },
    ),
  );
}

function editOf(desk: Desk, document: vscode.TextDocument): vscode.WorkspaceEdit | undefined {
  const found = desk.lookUp(document);
  if (!found) return undefined;
  const now = Date.now();
  const { habits } = new PostContext(found.post, found.folder?.site, now);
  const change = setDate(found.post, habits, now);
  if (!change) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, toTextEdits(document, [change]));
  return edit;
}
