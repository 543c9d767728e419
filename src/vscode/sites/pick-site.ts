import * as vscode from 'vscode';
import type { Desk } from './desk.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * The site that a command is about: the only one, or the one that the writer picks, first the active editor's.
 * @param title the command's.
 */
export async function pickSite(desk: Desk, title: string): Promise<SiteFolder | undefined> {
  const [only, ...others] = desk.folders;
  if (!only) {
    await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'No site is open. Open the folder of your site first: the one that holds its config.php.',
      ),
    );
    return undefined;
  }
  if (others.length === 0) return only;
  const active = vscode.window.activeTextEditor?.document.uri;
  const items = desk.folders.map((folder) => ({
    label: vscode.workspace.asRelativePath(folder.root, true),
    folder,
    isActive: active !== undefined && folder.pathOf(active) !== undefined,
  }));
  items.sort((a, b) => Number(b.isActive) - Number(a.isActive));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Which site?'),
  });
  return picked?.folder;
}
