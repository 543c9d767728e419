import * as vscode from 'vscode';
import type { SitePath } from '../../core/site/files.ts';
import { unusedImages } from '../../core/site/unused-images.ts';
import { registerCommand } from '../command.ts';
import type { Desk } from '../sites/desk.ts';
import { Disk } from '../sites/disk.ts';
import { pickSite } from '../sites/pick-site.ts';
import type { SiteFolder } from '../sites/site-folder.ts';

/** "Copydesk: Find Images That No Post Uses": lists them, opens one, and moves those that are checked to the trash. */
export function registerUnusedImages(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  return registerCommand(log, 'copydesk.findUnusedImages', async () => {
    const title = vscode.l10n.t('Images That No Post Uses');
    await desk.settled();
    const folder = await pickSite(desk, title);
    if (!folder) return;
    const location = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Looking for images that no post uses…'),
    };
    const images = await vscode.window.withProgress(location, () =>
      unusedImages(folder.site, new Disk(folder.root)),
    );
    if (images.length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('Every image of the site is used somewhere.'));
      return;
    }
    const chosen = await choose(images, folder, title);
    if (chosen.length > 0) await moveToTrash(chosen, folder);
  });
}

interface ImageItem extends vscode.QuickPickItem {
  readonly path: SitePath;
}

/** Shows the list. Nothing is checked; a button opens an image. */
function choose(
  images: readonly SitePath[],
  folder: SiteFolder,
  title: string,
): Promise<readonly SitePath[]> {
  const open = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open the Image') };
  const pick = vscode.window.createQuickPick<ImageItem>();
  pick.title = `${title} (${images.length})`;
  pick.placeholder = vscode.l10n.t(
    'No post, layout, style sheet or script mentions them. Select those that may go to the trash.',
  );
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.items = images.map((path) => {
    const slash = path.lastIndexOf('/');
    return { label: path.slice(slash + 1), description: path.slice(0, slash), path, buttons: [open] };
  });
  return new Promise((resolve) => {
    pick.onDidTriggerItemButton(({ item }) => {
      void vscode.commands.executeCommand('vscode.open', folder.uriOf(item.path), {
        preview: true,
        preserveFocus: true,
      });
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ path }) => path));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve([]);
      pick.dispose();
    });
    pick.show();
  });
}

async function moveToTrash(images: readonly SitePath[], folder: SiteFolder): Promise<void> {
  const move = vscode.l10n.t('Move to Trash');
  const question =
    images.length === 1
      ? vscode.l10n.t('Move this image to the trash?')
      : vscode.l10n.t('Move {0} images to the trash?', images.length);
  const answer = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail: images.join('\n') },
    move,
  );
  if (answer !== move) return;
  for (const path of images) {
    try {
      await vscode.workspace.fs.delete(folder.uriOf(path), { useTrash: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      await vscode.window.showErrorMessage(vscode.l10n.t('{0} can’t be moved to the trash: {1}', path, why));
      return;
    }
  }
}
