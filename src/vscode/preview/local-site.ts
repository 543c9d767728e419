import * as vscode from 'vscode';
import { JIGSAW } from '../../core/shell/build-command.ts';
import { placementOf } from '../../core/site/placement.ts';
import { isKnown } from '../../core/site/unknown.ts';
import { registerCommand } from '../command.ts';
import { settings } from '../settings.ts';
import type { DeskPost } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';

/** Where `jigsaw serve` answers unless it is told otherwise (Jigsaw: `src/Console/ServeCommand.php`). */
const usual = 'http://localhost:8000';

/** How long a local server may take to answer, in milliseconds. */
const patience = 2000;

/** How long a site may take to be built and served, and how often one looks whether it is, in milliseconds. */
const startUp = { most: 120_000, interval: 1000 };

/**
 * "Copydesk: Open Post on Local Site": shows a post on the site that runs on the writer's own computer.
 * @param postAtHand the post that the writer works on, in its editor or in its preview.
 */
export function registerLocalSite(
  postAtHand: () => Promise<DeskPost | undefined>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand(log, 'copydesk.openOnLocalSite', async () => {
    const found = await postAtHand();
    if (!found?.folder?.site.jigsaw) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('First open the post of a Jigsaw site that you want to see on your local site.'),
      );
      return;
    }
    const { outputs } = placementOf(found.post, found.folder.site);
    const path = isKnown(outputs) ? outputs[0]?.url : undefined;
    if (path === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This post has no page on the site, or its address can’t be known before the build.'),
      );
      return;
    }
    const address = `${addressOf(found.folder)}${path}`;
    if (await answers(address)) await show(address);
    else await offerToStart(address, found.folder);
  });
}

/** Where the site answers: as the writer says, as its config says, or where sites usually do. */
function addressOf({ root, site }: SiteFolder): string {
  const baseUrl = site.jigsaw?.config.defaults.get('baseUrl');
  const isLocal =
    typeof baseUrl === 'string' && /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/i.test(baseUrl);
  return (settings(root).localSite ?? (isLocal ? baseUrl : usual)).replace(/\/+$/, '');
}

/** Whether a server is there. Its answer may say that there is no such page: that is for the writer to see. */
async function answers(address: string): Promise<boolean> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    // In a browser, other sites' answers can't be read, but that there is one can be seen.
    await fetch(address, { mode: 'no-cors', signal: controller.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Shows an address beside the post, in the browser within VS Code; where there is none, in the system's. */
async function show(address: string): Promise<void> {
  const uri = vscode.Uri.parse(address, true);
  try {
    // Asking whether there is such a command doesn't help: it is there only once it was called.
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await vscode.commands.executeCommand('simpleBrowser.api.open', await reachable(uri), options);
  } catch {
    await vscode.env.openExternal(uri);
  }
}

/** The site's address as the window reaches it: over SSH, in WSL or a codespace by a port that VS Code forwards. */
async function reachable(address: vscode.Uri): Promise<vscode.Uri> {
  // A window that has its server on its own computer has the site there, too.
  const isHere = /^(?:(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)?$/.test(vscode.env.remoteName ?? '');
  return isHere ? address : await vscode.env.asExternalUri(address);
}

async function offerToStart(address: string, folder: SiteFolder): Promise<void> {
  const { origin, port } = new URL(address);
  const start = vscode.l10n.t('Start It');
  const change = vscode.l10n.t('Change the Address');
  const said = vscode.l10n.t(
    'Your site isn’t running at {0}. Start it with “{1}” in a terminal, in the site’s folder, and try again.',
    origin,
    serve(port),
  );
  const choices = canStart(folder) ? [start, change] : [change];
  const chosen = await vscode.window.showWarningMessage(said, ...choices);
  if (chosen === change) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'copydesk.localSite.address');
  }
  if (chosen !== start) return;
  const terminal = vscode.window.createTerminal({ name: 'jigsaw serve', cwd: folder.root });
  terminal.show(true);
  terminal.sendText(serve(port));
  if (await waitFor(address, terminal)) await show(address);
}

function serve(port: string): string {
  return port === '' || port === '8000' ? `${JIGSAW} serve` : `${JIGSAW} serve --port=${port}`;
}

/** Whether the site's own program may run: it is on a computer that has terminals, and the writer trusts the folder. */
function canStart({ root }: SiteFolder): boolean {
  return vscode.workspace.isTrusted && (root.scheme === 'file' || root.scheme === 'vscode-remote');
}

/** Waits until the site answers; gives up when the writer does, or when its terminal ends. */
async function waitFor(address: string, terminal: vscode.Terminal): Promise<boolean> {
  const title = vscode.l10n.t('Waiting for your site at {0} …', address);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return await vscode.window.withProgress(options, async (_, token) => {
    for (const end = Date.now() + startUp.most; Date.now() < end; ) {
      if (token.isCancellationRequested || terminal.exitStatus !== undefined) return false;
      if (await answers(address)) return true;
      await new Promise<void>((resolve) => setTimeout(resolve, startUp.interval));
    }
    return false;
  });
}
