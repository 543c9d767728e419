import * as vscode from 'vscode';
import { composePost, fileNameFor, freePath } from '../core/compose/new-post.ts';
import { ROOT, type SitePath } from '../core/site/files.ts';
import type { Collection } from '../core/site/jigsaw/model.ts';
import { postCollections } from '../core/site/posts.ts';
import { sourceFolder } from '../core/site/site.ts';
import type { Desk } from './desk.ts';
import { pickSite } from './pick-site.ts';
import type { SiteFolder } from './site-folder.ts';

/** "Copydesk: New Post": asks for the title, proposes the file, writes it and opens it where the writing starts. */
export function registerNewPost(desk: Desk): vscode.Disposable {
  return vscode.commands.registerCommand('copydesk.newPost', async () => {
    await desk.settled();
    const folder = await pickSite(desk, vscode.l10n.t('New Post'));
    if (!folder) return;
    const place = await pickCollection(folder);
    if (!place) return;
    const title = await vscode.window.showInputBox({
      title: vscode.l10n.t('New Post'),
      prompt: vscode.l10n.t('The headline of the post. You can change it later.'),
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write a title.') : undefined),
    });
    if (title === undefined) return;
    const path = await askForFile(folder, place.folder, title);
    if (path === undefined) return;
    await create(folder, path, composePost(folder.site, place.collection, title.trim(), Date.now()));
  });
}

interface Place {
  readonly folder: SitePath;
  readonly collection: Collection | undefined;
}

async function pickCollection({ site }: SiteFolder): Promise<Place | undefined> {
  const collections = postCollections(site);
  const [only] = collections;
  if (!only) return { folder: sourceFolder(site), collection: undefined };
  if (collections.length === 1) return { folder: only.folder, collection: only };
  const picked = await vscode.window.showQuickPick(
    collections.map((collection) => ({ label: collection.name, description: collection.folder, collection })),
    { title: vscode.l10n.t('New Post'), placeHolder: vscode.l10n.t('In which collection?') },
  );
  return picked && { folder: picked.collection.folder, collection: picked.collection };
}

async function askForFile(
  { site }: SiteFolder,
  folder: SitePath,
  title: string,
): Promise<SitePath | undefined> {
  const proposal = freePath(site, folder, fileNameFor(title));
  const start = folder === ROOT ? 0 : folder.length + 1;
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Post'),
    prompt: vscode.l10n.t('The file in {0}. Its name is usually part of the page’s address.', folder || '/'),
    value: proposal.slice(start),
    valueSelection: [0, proposal.length - start - '.md'.length],
    ignoreFocusOut: true,
    validateInput: (value) => problemWith(value, folder, site),
  });
  return name === undefined ? undefined : (`${proposal.slice(0, start)}${name.trim()}` as SitePath);
}

function problemWith(value: string, folder: SitePath, site: SiteFolder['site']): string | undefined {
  const name = value.trim();
  if (!/\.(?:md|markdown|mdown)$/.test(name)) return vscode.l10n.t('The name must end in .md.');
  if (/[\\/:*?"<>|\p{Cc}]/u.test(name) || name.startsWith('.')) {
    return vscode.l10n.t('A file name can’t start with a dot or hold any of \\ / : * ? " < > |');
  }
  const [taken] = site.files.ignoringCase(folder === ROOT ? name : `${folder}/${name}`);
  return taken && vscode.l10n.t('{0} is already there.', taken);
}

/** Writes the file in one step that fails when it exists: nothing is ever overwritten. */
async function create(folder: SiteFolder, path: SitePath, text: string): Promise<void> {
  const uri = folder.uriOf(path);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  const applied = await vscode.workspace.applyEdit(edit);
  if (!applied) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be created: it is already there, or the folder can’t be written.', path),
    );
    return;
  }
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const end = editor.document.positionAt(text.length);
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(new vscode.Range(end, end));
}
