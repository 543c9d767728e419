import * as vscode from 'vscode';
import { postCount } from '../../core/assist/post-count.ts';
import {
  type ProposedField,
  proposeRequired,
  type RequiredProposal,
} from '../../core/assist/propose-required.ts';
import { CONFIG_FILE } from '../../core/config/copydesk-config.ts';
import { setInConfig } from '../../core/config/edit-config.ts';
import type { SitePath } from '../../core/site/files.ts';
import { registerCommand } from '../command.ts';
import { toText } from '../convert.ts';
import { addFileChange } from '../problems/file-change.ts';
import type { Desk } from '../sites/desk.ts';
import { pickSite } from '../sites/pick-site.ts';

/** "Copydesk: Suggest Required Fields from My Posts": shows what the posts agree on, and writes what is checked. */
export function registerProposeRequired(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  return registerCommand(log, 'copydesk.proposeRequiredFields', async () => {
    await desk.settled();
    const title = vscode.l10n.t('Suggest Required Fields');
    const folder = await pickSite(desk, title);
    if (!folder) return;
    const proposal = await pickProposal(proposeRequired(folder.site), title);
    const keys = proposal && (await pickFields(proposal, title));
    if (keys) await write(folder.uriOf(CONFIG_FILE as SitePath), proposal.setting, keys);
  });
}

async function pickProposal(
  proposals: readonly RequiredProposal[],
  title: string,
): Promise<RequiredProposal | undefined> {
  const [only, ...others] = proposals;
  if (!only) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There are no posts with front matter to learn from yet.'),
    );
  }
  if (others.length === 0) return only;
  const items = proposals.map((proposal) => ({
    label: proposal.collection ?? '',
    description: toText(postCount(proposal.posts)),
    proposal,
  }));
  const placeHolder = vscode.l10n.t('For which collection’s posts?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.proposal;
}

/** Lets the writer check fields; those that nearly all posts have are checked. */
async function pickFields(proposal: RequiredProposal, title: string): Promise<readonly string[] | undefined> {
  const items = proposal.fields.map((field) => ({
    label: field.key,
    description: describe(field, proposal.posts),
    picked: field.isProposed,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Posts that lack a checked field will be reported as problems'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.map(({ label }) => label);
}

function describe({ count, isRequired }: ProposedField, posts: number): string {
  const share = Math.round((count / posts) * 100);
  return isRequired
    ? vscode.l10n.t('{0}% of {1} posts, required now', share, posts)
    : vscode.l10n.t('{0}% of {1} posts', share, posts);
}

/** Writes the setting, shows it, and saves it unless the writer had left changes of their own in the file. */
async function write(uri: vscode.Uri, setting: readonly string[], keys: readonly string[]): Promise<void> {
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const hadChanges = open?.isDirty ?? false;
  const edit = new vscode.WorkspaceEdit();
  const canBeSet = await addFileChange(edit, uri, {
    path: CONFIG_FILE as SitePath,
    edit: (text) => setInConfig(text, setting, keys),
  });
  if (!canBeSet || !(await vscode.workspace.applyEdit(edit))) {
    const message = canBeSet
      ? vscode.l10n.t('{0} could not be written.', CONFIG_FILE)
      : vscode.l10n.t('{0} is not valid JSON. Fix it first, so that nothing in it is lost.', CONFIG_FILE);
    await vscode.window.showErrorMessage(message);
    return;
  }
  const written = await vscode.workspace.openTextDocument(uri);
  if (!hadChanges) await written.save();
  await vscode.window.showTextDocument(written);
}
