import * as vscode from 'vscode';
import { FollowedMoves } from '../../core/move/follow-moves.ts';
import { type Move, type MovedFiles, movedFiles, siteAfter } from '../../core/move/moves.ts';
import { redirectsOf } from '../../core/move/page-redirects.ts';
import type { UnknownChange } from '../../core/move/served-changes.ts';
import type { Post } from '../../core/post/post.ts';
import { addRedirects } from '../../core/redirects/add-redirects.ts';
import { redirectFormatOf } from '../../core/redirects/formats.ts';
import type { Redirect } from '../../core/redirects/redirect-format.ts';
import type { SitePath } from '../../core/site/files.ts';
import { redirectFileOf } from '../../core/site/redirected.ts';
import type { Site } from '../../core/site/site.ts';
import type { TextEdit } from '../../core/text/text-edit.ts';
import { toTextEdits } from '../convert.ts';
import { textOf } from '../document-text.ts';
import { openIfThere } from '../documents.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { Turn } from '../turn.ts';

/** What must change along with a move. */
export interface Following {
  /** The edits of each file, at its place before the move. */
  readonly edits: readonly (readonly [vscode.Uri, readonly vscode.TextEdit[]])[];
  /** The pages with other addresses. */
  readonly redirects: readonly Redirect[];
  /** The site's file of redirects, where they belong. */
  readonly redirectFile: SitePath | undefined;
  /** Whether that file can't be read as what it is said to be, so that it stays as it is. */
  readonly isRedirectFileUnreadable: boolean;
  /** Its text where there is no such file yet. */
  readonly newFile: { readonly uri: vscode.Uri; readonly text: string } | undefined;
  /** What got an address that only the build knows. */
  readonly unknown: readonly UnknownChange[];
  /** Whether the texts are still those that the edits were worked out from. */
  isCurrent(): boolean;
}

/**
 * Works out how a site's texts must change so that they still lead to files that are about to move.
 * @param was a post with the text by which its links have been right, where it has another text now.
 */
export async function followMoves(
  folder: SiteFolder,
  moves: readonly Move[],
  token: vscode.CancellationToken,
  was?: Post,
): Promise<Following> {
  takeOverOpen(folder);
  const start = startFollowing(folder.site, moves, was);
  const found = await editsOf(start.follow, token);
  const edits: [vscode.Uri, readonly vscode.TextEdit[]][] = [];
  const seen: { readonly document: vscode.TextDocument; readonly version: number }[] = [];
  for (const [path, edit] of found) {
    const document = await vscode.workspace.openTextDocument(folder.uriOf(path));
    seen.push({ document, version: document.version });
    const text = textOf(document);
    const isKnown = (folder.site.posts.get(path)?.text ?? folder.site.jigsaw?.textOf(path)) === text;
    // What the disk's watcher hasn't told of yet.
    if (!isKnown) folder.changeText(path, text);
    const now = isKnown ? edit : startFollowing(folder.site, moves, was).follow.editsOf(path);
    edits.push([document.uri, toTextEdits(document, now)]);
  }
  const { before, after, moved, follow } = start;
  const redirects = redirectsOf(before, after, moved);
  const written = await redirectEdit(folder, redirects);
  if (written?.document) seen.push({ document: written.document, version: written.document.version });
  return {
    edits: written?.edits ? [...edits, written.edits] : edits,
    redirects,
    redirectFile: written?.path,
    isRedirectFileUnreadable: written?.isUnreadable ?? false,
    newFile: written?.newFile,
    unknown: follow.served.unknown,
    isCurrent: () => seen.every(({ document, version }) => document.version === version),
  };
}

/** Adds the changes to an edit. */
export function addChanges(whole: vscode.WorkspaceEdit, { edits, newFile }: Following): void {
  for (const [uri, each] of edits) whole.set(uri, [...each]);
  if (newFile) {
    const contents = new TextEncoder().encode(newFile.text);
    whole.createFile(newFile.uri, { overwrite: false, ignoreIfExists: false, contents });
  }
}

interface Start {
  readonly before: Site;
  readonly after: Site;
  readonly moved: MovedFiles;
  readonly follow: FollowedMoves;
}

function startFollowing(site: Site, moves: readonly Move[], was: Post | undefined): Start {
  const before = was ? { ...site, posts: new Map(site.posts).set(was.path, was) } : site;
  const moved = new Map(movedFiles(site, moves));
  if (was && !moved.has(was.path)) moved.set(was.path, was.path);
  const after = siteAfter(site, moved);
  return { before, after, moved, follow: new FollowedMoves(before, after, moved) };
}

/** Lets the site's snapshot be what the editors show: what isn't saved, and what was opened a moment ago. */
function takeOverOpen(folder: SiteFolder): void {
  for (const document of vscode.workspace.textDocuments) {
    const path = folder.pathOf(document.uri);
    if (path !== undefined) folder.changeText(path, textOf(document));
  }
}

async function editsOf(
  follow: FollowedMoves,
  token: vscode.CancellationToken,
): Promise<ReadonlyMap<SitePath, readonly TextEdit[]>> {
  const found = new Map<SitePath, readonly TextEdit[]>();
  const turn = new Turn();
  for (const path of follow.concerned()) {
    const edits = path === undefined ? [] : follow.editsOf(path);
    if (path !== undefined && edits.length > 0) found.set(path, edits);
    if (!turn.isOver) continue;
    await turn.next();
    if (token.isCancellationRequested) throw new vscode.CancellationError();
  }
  return found;
}

interface RedirectEdit {
  readonly path: SitePath;
  readonly isUnreadable?: boolean;
  readonly document?: vscode.TextDocument;
  readonly edits?: readonly [vscode.Uri, readonly vscode.TextEdit[]];
  readonly newFile?: { readonly uri: vscode.Uri; readonly text: string };
}

/** The change of the file of redirects that `copydesk.json` names; undefined where there is none. */
async function redirectEdit(
  folder: SiteFolder,
  redirects: readonly Redirect[],
): Promise<RedirectEdit | undefined> {
  const settings = folder.site.config.redirects;
  const path = redirectFileOf(folder.site.config);
  if (!settings || !path || redirects.length === 0) return undefined;
  const uri = folder.uriOf(path);
  const document = await openIfThere(uri);
  const edit = addRedirects(document ? textOf(document) : '', redirectFormatOf(settings), redirects);
  if (!edit) return { path, isUnreadable: edit === undefined };
  if (!document) return { path, newFile: { uri, text: edit.text } };
  return { path, document, edits: [uri, toTextEdits(document, [edit])] };
}
