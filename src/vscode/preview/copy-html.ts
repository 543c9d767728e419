import * as vscode from 'vscode';
import { fileName } from '../../core/site/file-index.ts';
import { registerCommand } from '../command.ts';
import type { Desk } from '../sites/desk.ts';
import { bodyHtml } from './compose.ts';

/** How long the status bar says that something was copied, in milliseconds. */
const notice = 5000;

/** Puts the HTML that the build makes of a post's body on the clipboard, as text. */
export function registerCopyHtml(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  return registerCommand(log, 'copydesk.copyHtml', async () => {
    await desk.found();
    const document = vscode.window.activeTextEditor?.document;
    const found = document && desk.lookUp(document);
    if (!found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a post first: its text is what is copied.'),
      );
      return;
    }
    await vscode.env.clipboard.writeText(bodyHtml(found.post, found.folder?.site));
    const said = vscode.l10n.t('Copied the HTML of {0}', fileName(found.post.path));
    vscode.window.setStatusBarMessage(`$(check) ${said}`, notice);
  });
}
