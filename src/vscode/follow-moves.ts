import * as vscode from 'vscode';
import { FollowedMoves } from '../core/move/follow-moves.ts';
import { type Move, movedFiles, siteAfter } from '../core/move/moves.ts';
import type { UnknownChange } from '../core/move/served-changes.ts';
import type { SitePath } from '../core/site/files.ts';
import type { Site } from '../core/site/site.ts';
import { toTextEdits } from './convert.ts';
import { textOf } from './document-text.ts';
import type { SiteFolder } from './site-folder.ts';

/** How long the extension host may be busy with us before others get their turn, in milliseconds. */
const SLICE = 8;

/** What other files must change because of a move. */
export interface Following {
  /** Edits of the files at their places before the move. */
  readonly edit: vscode.WorkspaceEdit;
  /** The files that are edited, by their paths before. */
  readonly paths: readonly SitePath[];
  /** What got an address that only the build knows. */
  readonly unknown: readonly UnknownChange[];
}

/** Works out how a site's texts must change so that they still lead to files that are about to move. */
export async function followMoves(
  folder: SiteFolder,
  moves: readonly Move[],
  token: vscode.CancellationToken,
): Promise<Following> {
  return await following(
    folder,
    (site) => {
      const moved = movedFiles(site, moves);
      return new FollowedMoves(site, siteAfter(site, moved), moved);
    },
    token,
  );
}

async function following(
  folder: SiteFolder,
  follow: (site: Site) => FollowedMoves,
  token: vscode.CancellationToken,
): Promise<Following> {
  takeOverOpen(folder);
  const paths = await pathsToEdit(follow(folder.site), token);
  const documents = await Promise.all(
    paths.map((path) => vscode.workspace.openTextDocument(folder.uriOf(path))),
  );
  // What the disk's watcher hasn't told of yet.
  for (const [index, path] of paths.entries()) {
    const document = documents[index];
    if (document) folder.changeText(path, textOf(document));
  }
  const now = follow(folder.site);
  const edit = new vscode.WorkspaceEdit();
  for (const [index, path] of paths.entries()) {
    const document = documents[index];
    if (document) edit.set(document.uri, toTextEdits(document, now.editsOf(path)));
  }
  return { edit, paths, unknown: now.served.unknown };
}

/** Lets the site's snapshot be what the editors show, saved or not. */
function takeOverOpen(folder: SiteFolder): void {
  for (const document of vscode.workspace.textDocuments) {
    const path = folder.pathOf(document.uri);
    if (path !== undefined && document.isDirty) folder.changeText(path, textOf(document));
  }
}

async function pathsToEdit(follow: FollowedMoves, token: vscode.CancellationToken): Promise<SitePath[]> {
  const paths: SitePath[] = [];
  let stop = Date.now() + SLICE;
  for (const path of follow.concerned()) {
    if (path !== undefined && follow.editsOf(path).length > 0) paths.push(path);
    if (Date.now() < stop) continue;
    await new Promise<void>((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    stop = Date.now() + SLICE;
  }
  return paths;
}
