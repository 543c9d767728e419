import * as vscode from 'vscode';
import { targetOf } from '../../core/compose/post-target.ts';
import { extensionOf, fileNameFor } from '../../core/compose/typed-name.ts';
import { linkingPosts } from '../../core/move/linking-posts.ts';
import { headlineOf } from '../../core/overview/post-summary.ts';
import type { Post } from '../../core/post/post.ts';
import { fileName, folderOf } from '../../core/site/file-index.ts';
import { join, type SitePath } from '../../core/site/files.ts';
import { pageAddress } from '../../core/site/page-address.ts';
import { registerCommand } from '../command.ts';
import { targetUri } from '../command-target.ts';
import { mistakeInName } from '../file-name.ts';
import { isLocked } from '../locked.ts';
import type { Desk } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { Turn } from '../turn.ts';
import { collisionOf, whereabouts } from '../whereabouts.ts';

interface Found {
  readonly uri: vscode.Uri;
  readonly folder: SiteFolder;
  readonly post: Post;
}

/**
 * What can be done with a post in the posts view. Keys, too, name their row (`$focusedTreeItem` in package.json): the one
 * with the focus, as the selected one may be another.
 * @param select selects the row of a file, as soon as it has one.
 */
export function registerPostActions(
  desk: Desk,
  log: vscode.LogOutputChannel,
  select: (uri: vscode.Uri) => void,
): vscode.Disposable {
  const command = (name: string, run: (found: Found) => Promise<void>) =>
    registerCommand(log, `copydesk.posts.${name}`, async (row: unknown) => {
      // VS Code knows no rows for a moment while it asks for them anew. No other row may stand in.
      if (row === undefined) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The list of posts has just changed. Please choose the post again.'),
        );
        return;
      }
      const uri = targetUri(row);
      const folder = uri && desk.folderOf(uri);
      const path = uri && folder?.pathOf(uri);
      const post = path === undefined ? undefined : folder?.site.posts.get(path);
      if (uri && folder && post) await run({ uri, folder, post });
    });
  return vscode.Disposable.from(
    command('openToSide', async ({ uri }) => {
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    }),
    command('preview', async ({ uri }) => {
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand('copydesk.openPreviewToSide');
    }),
    command('reveal', async ({ uri }) => {
      await vscode.commands.executeCommand('revealInExplorer', uri);
    }),
    command('duplicate', async ({ uri }) => {
      await vscode.commands.executeCommand('copydesk.duplicatePost', uri);
    }),
    command('copyAddress', ({ folder, post }) => copyAddress(folder, post)),
    command('rename', async (found) => {
      const renamed = await rename(found);
      if (renamed) select(renamed);
    }),
    command('delete', remove),
  );
}

async function copyAddress(folder: SiteFolder, post: Post): Promise<void> {
  const address = pageAddress(post, folder.site);
  await vscode.commands.executeCommand('copydesk.copyAddress', address?.url);
}

/** Gives the file another name. Whoever follows renames, such as the update of links, hears of it before it is done. */
async function rename({ uri, folder, post }: Found): Promise<vscode.Uri | undefined> {
  const before = fileName(post.path);
  const extension = extensionOf(before);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename the File of “{0}”', headlineOf(post)),
    prompt: vscode.l10n.t('The name is usually part of the page’s address.'),
    value: before,
    valueSelection: [0, before.length - extension.length],
    validateInput: (value) => lookAt(fileNameFor(value, extension), folder, post),
  });
  const name = typed === undefined ? before : fileNameFor(typed, extension);
  if (name === before) return undefined;
  const edit = new vscode.WorkspaceEdit();
  const renamed = vscode.Uri.joinPath(uri, '..', name);
  edit.renameFile(uri, renamed, { overwrite: false });
  if (await vscode.workspace.applyEdit(edit)) return renamed;
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be renamed. It stays as it is.', before));
  return undefined;
}

/** What a writer should know of a post's new name: why it can't be, whose place it would take, or where it leads. */
function lookAt(
  name: string,
  { site }: SiteFolder,
  post: Post,
): vscode.InputBoxValidationMessage | undefined {
  if (name === fileName(post.path)) return undefined;
  const { Error: ERROR, Warning: WARNING, Info: INFO } = vscode.InputBoxValidationSeverity;
  const mistake = mistakeInName(name);
  if (mistake !== undefined) return { message: mistake, severity: ERROR };
  const target = targetOf(site, join(folderOf(post.path) as SitePath, name), post.text, post.path);
  const collision = collisionOf(target);
  if (collision === undefined) return { message: whereabouts(target), severity: INFO };
  return { message: collision, severity: target.sameFile === undefined ? WARNING : ERROR };
}

/**
 * Asks, and says whose links will lead nowhere. Then it moves the file to the trash; where there is none, as on a remote
 * machine, it asks once more.
 */
async function remove({ uri, folder, post }: Found): Promise<void> {
  const title = headlineOf(post);
  const linkers = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Looking for links…'),
      cancellable: true,
    },
    (_progress, token) => linkersOf(post, folder, token),
  );
  if (!linkers) return;
  const detail = [post.path, ...linkersInWords(linkers)].join('\n');
  const toTrash = vscode.l10n.t('Move to Trash');
  const asked = vscode.l10n.t('Do you want to delete “{0}”?', title);
  if ((await vscode.window.showWarningMessage(asked, { modal: true, detail }, toTrash)) !== toTrash) return;
  try {
    await vscode.workspace.fs.delete(uri, { useTrash: true });
  } catch (error) {
    // With a trash or without, this would fail.
    if (error instanceof vscode.FileSystemError && error.code === 'NoPermissions')
      return tellKept(post.path, error);
    const forGood = vscode.l10n.t('Delete Permanently');
    const question = vscode.l10n.t('There is no trash here. Do you want to delete “{0}” for good?', title);
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, forGood)) !== forGood)
      return;
    await vscode.workspace.fs.delete(uri).then(undefined, (again: unknown) => tellKept(post.path, again));
  }
}

/** How many of the posts that link to one are named before it is deleted. */
const MOST_NAMES = 5;

/** @returns undefined when that is cancelled */
async function linkersOf(
  post: Post,
  { site }: SiteFolder,
  token: vscode.CancellationToken,
): Promise<readonly Post[] | undefined> {
  const found: Post[] = [];
  const turn = new Turn();
  for (const each of linkingPosts(post, site)) {
    if (each) found.push(each);
    if (turn.isOver) await turn.next();
    if (token.isCancellationRequested) return undefined;
  }
  return found;
}

function linkersInWords(linkers: readonly Post[]): readonly string[] {
  if (linkers.length === 0) return [];
  const names = linkers.slice(0, MOST_NAMES).map((each) => `• ${headlineOf(each)}`);
  const rest = linkers.length - names.length;
  if (rest > 0) names.push(vscode.l10n.t('• and {0} more', rest));
  const words =
    linkers.length === 1
      ? vscode.l10n.t('1 post links to it. Its link will lead nowhere:')
      : vscode.l10n.t('{0} posts link to it. Their links will lead nowhere:', linkers.length);
  return ['', words, ...names];
}

function tellKept(path: string, error: unknown): void {
  void vscode.window.showErrorMessage(
    isLocked(error)
      ? vscode.l10n.t('{0} could not be deleted: its folder can’t be changed. It stays as it is.', path)
      : vscode.l10n.t(
          '{0} could not be deleted. {1}',
          path,
          error instanceof Error ? error.message : String(error),
        ),
  );
}
