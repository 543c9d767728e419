import * as vscode from 'vscode';
import { FollowedMoves } from '../core/move/follow-moves.ts';
import { type Move, movedFiles, siteAfter } from '../core/move/moves.ts';
import type { UnknownChange } from '../core/move/served-changes.ts';
import type { SitePath } from '../core/site/files.ts';
import type { Site } from '../core/site/site.ts';
import type { TextEdit } from '../core/text/text-edit.ts';
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
  takeOverOpen(folder);
  const follow = startFollowing(folder.site, moves);
  const edits = await editsOf(follow, token);
  const edit = new vscode.WorkspaceEdit();
  for (const [path, found] of edits) {
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    const text = textOf(document);
    const isKnown = (folder.site.posts.get(path)?.text ?? folder.site.jigsaw?.textOf(path)) === text;
    // What the disk's watcher hasn't told of yet.
    if (!isKnown) folder.changeText(path, text);
    const now = isKnown ? found : startFollowing(folder.site, moves).editsOf(path);
    edit.set(document.uri, toTextEdits(document, now));
  }
  return { edit, paths: [...edits.keys()], unknown: follow.served.unknown };
}

function startFollowing(site: Site, moves: readonly Move[]): FollowedMoves {
  const moved = movedFiles(site, moves);
  return new FollowedMoves(site, siteAfter(site, moved), moved);
}

/** Lets the site's snapshot be what the editors show, saved or not. */
function takeOverOpen(folder: SiteFolder): void {
  for (const document of vscode.workspace.textDocuments) {
    const path = folder.pathOf(document.uri);
    if (path !== undefined && document.isDirty) folder.changeText(path, textOf(document));
  }
}

async function editsOf(
  follow: FollowedMoves,
  token: vscode.CancellationToken,
): Promise<ReadonlyMap<SitePath, readonly TextEdit[]>> {
  const found = new Map<SitePath, readonly TextEdit[]>();
  let stop = Date.now() + SLICE;
  for (const path of follow.concerned()) {
    const edits = path === undefined ? [] : follow.editsOf(path);
    if (path !== undefined && edits.length > 0) found.set(path, edits);
    if (Date.now() < stop) continue;
    await new Promise<void>((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    stop = Date.now() + SLICE;
  }
  return found;
}
