import * as vscode from 'vscode';
import { type FileIndex, folderOf } from '../../core/site/file-index.ts';
import type { SitePath } from '../../core/site/files.ts';
import { postCollections } from '../../core/site/posts.ts';
import type { Desk } from '../sites/desk.ts';

/** The folders in whose menu in the explorer "New Post" stands. */
const POST_FOLDERS = 'copydesk.postFolders';

/** Keeps VS Code's menus told of the folders that hold posts. */
export function offerPostFolders(desk: Desk): vscode.Disposable {
  let known: readonly FileIndex[] = [];
  return desk.onDidLint(() => {
    const files = desk.folders.map(({ site }) => site.files);
    if (files.length === known.length && files.every((each, index) => each === known[index])) return;
    known = files;
    void vscode.commands.executeCommand('setContext', POST_FOLDERS, [...foldersOf(desk)]);
  });
}

/** A local file's path is compared in the system's own form, a remote one's as it is: both are there. */
function foldersOf(desk: Desk): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const owner of desk.folders) {
    const { site } = owner;
    const collections = postCollections(site);
    const folders = new Set<SitePath>(collections.map(({ folder }) => folder));
    for (const path of site.posts.keys()) {
      if (collections.some(({ folder }) => path.startsWith(`${folder}/`)))
        folders.add(folderOf(path) as SitePath);
    }
    for (const folder of folders) {
      const uri = owner.uriOf(folder);
      paths.add(uri.path).add(uri.fsPath);
    }
  }
  return paths;
}
