import * as vscode from 'vscode';
import { fileName } from '../../core/site/file-index.ts';
import { registerCommand } from '../command.ts';
import type { DeskPost } from '../sites/desk.ts';
import { bodyHtml } from './compose.ts';

/** How long the status bar says that something was copied, in milliseconds. */
const notice = 5000;

/**
 * Puts the HTML that the build makes of a post's body on the clipboard, as text.
 * @param postAtHand the post that the writer works on, in its editor or in its preview.
 */
export function registerCopyHtml(
  postAtHand: () => Promise<DeskPost | undefined>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand(log, 'copydesk.copyHtml', async () => {
    const found = await postAtHand();
    if (!found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('First open the post that you want to copy as HTML.'),
      );
      return;
    }
    await vscode.env.clipboard.writeText(bodyHtml(found.post, found.folder?.site));
    const said = vscode.l10n.t('Copied the HTML of {0}', fileName(found.post.path));
    vscode.window.setStatusBarMessage(`$(check) ${said}`, notice);
  });
}
