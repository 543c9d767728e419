import * as vscode from 'vscode';
import type { Severity } from '../../core/rules/rule.ts';
import { registerCommand } from '../command.ts';
import { settings } from '../settings.ts';
import type { Desk } from '../sites/desk.ts';
import { pickSite } from '../sites/pick-site.ts';
import type { SiteFolder } from '../sites/site-folder.ts';

/** "Copydesk: Check Whole Site": judges every post anew, says what came of it, and shows the Problems panel. */
export function registerCheckSite(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  /** Those that are being checked: a notification tells how far that is, and a second one would tell nothing else. */
  const checking = new Set<SiteFolder>();
  return registerCommand(log, 'copydesk.checkSite', async () => {
    await desk.found();
    const title = vscode.l10n.t('Check Whole Site');
    const folder = await pickSite(desk, title);
    if (!folder || checking.has(folder)) return;
    checking.add(folder);
    const checked = vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking the whole site'),
        cancellable: true,
      },
      (progress, token) => check(folder, progress, token).finally(() => checking.delete(folder)),
    );
    const { done, total } = await checked;
    if (done === total) await sumUp(folder);
    else tellStopped(done, total);
  });
}

async function check(
  folder: SiteFolder,
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<{ readonly done: number; readonly total: number }> {
  let shown = 0;
  return await folder.checkAll((done, total) => {
    const percent = Math.floor((done / Math.max(1, total)) * 100);
    if (percent > shown) {
      progress.report({
        message: vscode.l10n.t('{0} of {1} posts', inDigits(done), inDigits(total)),
        increment: percent - shown,
      });
      shown = percent;
    }
    return !token.isCancellationRequested;
  });
}

function tellStopped(done: number, total: number): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Stopped. Posts and pages checked: {0} of {1}. All others keep the problems that were known before.',
      inDigits(done),
      inDigits(total),
    ),
  );
}

/** A number as the writer's language has it: 12,345. */
function inDigits(count: number): string {
  return count.toLocaleString(vscode.env.language);
}

async function sumUp(folder: SiteFolder): Promise<void> {
  const { posts, errors, warnings } = tally(folder);
  const checked = vscode.l10n.t('Posts and pages checked: {0}.', inDigits(posts));
  if (errors + warnings === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} Nothing is wrong.', checked));
    return;
  }
  // The writer may be typing again by now.
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus', { preserveFocus: true });
  const found = vscode.l10n.t(
    '{0} Errors: {1}, warnings: {2}.',
    checked,
    inDigits(errors),
    inDigits(warnings),
  );
  if (settings().problems === 'site') {
    void vscode.window.showInformationMessage(found);
    return;
  }
  const showAll = vscode.l10n.t('Show All');
  const only = vscode.l10n.t('{0} The Problems panel shows those of open posts only.', found);
  if ((await vscode.window.showInformationMessage(only, showAll)) !== showAll) return;
  const configuration = vscode.workspace.getConfiguration('copydesk');
  await configuration.update('problems.scope', 'site', vscode.ConfigurationTarget.Workspace);
}

function tally(folder: SiteFolder): {
  readonly posts: number;
  readonly errors: number;
  readonly warnings: number;
} {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  const { posts, settings: files } = folder.site;
  for (const path of [...posts.keys(), ...files.map((file) => file.path)]) {
    for (const { severity } of folder.judgedProblemsOf(path) ?? []) counts[severity] += 1;
  }
  return { posts: posts.size, errors: counts.error, warnings: counts.warning };
}
