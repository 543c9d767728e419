import * as vscode from 'vscode';
import { duplicatePost } from '../../core/compose/duplicate-post.ts';
import { nameFor, wordsIn } from '../../core/compose/file-naming.ts';
import { type Opening, openingIn } from '../../core/compose/opening.ts';
import { freePath } from '../../core/compose/post-target.ts';
import { extensionOf } from '../../core/compose/typed-name.ts';
import { titleOf } from '../../core/fields/title.ts';
import { parsePost } from '../../core/post/parse-post.ts';
import { fileName, folderOf } from '../../core/site/file-index.ts';
import type { SitePath } from '../../core/site/files.ts';
import { span } from '../../core/text/span.ts';
import { registerCommand } from '../command.ts';
import { targetUri } from '../command-target.ts';
import { offsetAt, textOf } from '../document-text.ts';
import type { Desk } from '../sites/desk.ts';
import { askForPost } from './ask.ts';
import { createPost } from './create.ts';
import { choosePlace, type Place, placeFor } from './place.ts';
import { offerPostFolders } from './post-folders.ts';
import { blankOrTemplate } from './recipe.ts';

/** "New Post", "New Post from Selection" and "Duplicate Post". */
export function registerNewPost(desk: Desk, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(log, 'copydesk.newPost', (argument: unknown) => newPost(desk, targetUri(argument))),
    registerCommand(log, 'copydesk.newPostFromSelection', () => newPostFromSelection(desk)),
    registerCommand(log, 'copydesk.duplicatePost', (argument: unknown) =>
      duplicate(desk, targetUri(argument)),
    ),
    offerPostFolders(desk),
  );
}

async function newPost(desk: Desk, folder: vscode.Uri | undefined): Promise<void> {
  const heading = vscode.l10n.t('New Post');
  const place = await choosePlace(desk, heading, folder);
  const recipe = place && (await blankOrTemplate(place, heading, ''));
  if (recipe) await make(place, { heading, title: '', compose: recipe });
}

async function newPostFromSelection(desk: Desk): Promise<void> {
  const heading = vscode.l10n.t('New Post from Selection');
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.document.getText(editor.selection).trim() === '') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('First select the text that the new post should begin with.'),
    );
    return;
  }
  await desk.found();
  const opening = openingSelectedIn(editor, desk);
  if (!opening) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Only front matter is selected. Select the text below it that the new post should begin with.',
      ),
    );
    return;
  }
  const { title, body } = opening;
  const place = await choosePlace(desk, heading, undefined);
  const recipe = place && (await blankOrTemplate(place, heading, body));
  if (recipe) await make(place, { heading, title, compose: recipe });
}

function openingSelectedIn({ document, selection }: vscode.TextEditor, desk: Desk): Opening | undefined {
  const post = desk.lookUp(document)?.post ?? parsePost('notes.md' as SitePath, textOf(document), 'generic');
  const selected = span(offsetAt(document, selection.start), offsetAt(document, selection.end));
  return openingIn(post, selected);
}

/** @param uri the post to copy; the one in the active editor unless it is given. */
async function duplicate(desk: Desk, uri: vscode.Uri | undefined): Promise<void> {
  await desk.found();
  const from = uri ?? vscode.window.activeTextEditor?.document.uri;
  const found = from && desk.lookUp(await vscode.workspace.openTextDocument(from));
  const folder = found?.folder;
  if (!from || !folder) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('First open the post that you want to duplicate.'),
    );
    return;
  }
  const { post } = found;
  if (duplicatePost(post, '', Date.now()) === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The front matter of this post can’t be read. Fix it first: a copy would have the same mistake.',
      ),
    );
    return;
  }
  const place = placeFor(folder, folderOf(post.path) as SitePath, { isExact: true });
  const extension = extensionOf(post.path);
  const dialect = folder.site.jigsaw ? 'jigsaw' : 'generic';
  const asCopy = (name: string) => vscode.l10n.t('{0} (copy)', name);
  const title = titleOf(post);
  const proposed = title === undefined ? '' : asCopy(title);
  const words = wordsIn(fileName(post.path.slice(0, post.path.length - extension.length)), place.naming);
  await make(place, {
    heading: vscode.l10n.t('Duplicate Post'),
    title: proposed,
    compose: (written) => [duplicatePost(post, written, Date.now(), dialect) ?? post.text],
    extension,
    // Until it has a title of its own, a copy is known by the file that it is a copy of.
    pathFor: (written) =>
      written === proposed
        ? freePath(folder.site, place.directory, nameFor(asCopy(words), place.naming, Date.now()), extension)
        : undefined,
  });
}

async function make(place: Place, request: Parameters<typeof askForPost>[1]): Promise<void> {
  const answer = await askForPost(place, request);
  if (answer) await createPost(place.folder, answer.path, answer.draft);
}
