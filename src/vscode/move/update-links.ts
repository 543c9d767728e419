import * as vscode from 'vscode';
import type { Move } from '../../core/move/moves.ts';
import { toText } from '../convert.ts';
import { settings } from '../settings.ts';
import type { Desk } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { addChanges, type Following, followMoves } from './follow-moves.ts';

type Renames = vscode.FileWillRenameEvent['files'];

/**
 * Keeps links and images true when files or folders are renamed or moved in the editor. The edits are part of the
 * move: VS Code asks whether to make them, shows them if wanted, and undoes them with it.
 */
export function registerUpdateLinks(updates: LinkUpdates): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      if (settings().updateLinks !== 'never') event.waitUntil(updates.edit(event.files, event.token));
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => updates.save(files)),
  );
}

/** What goes with the moves that happen in the editor. */
export class LinkUpdates {
  readonly #desk: Desk;
  readonly #log: vscode.LogOutputChannel;
  /** Whether a command of ours moves a file, and has worked out itself what goes with it. */
  #isOurs = false;
  /** The documents of the move under way that had nothing unsaved before it. */
  #saved: readonly vscode.Uri[] = [];

  constructor(desk: Desk, log: vscode.LogOutputChannel) {
    this.#desk = desk;
    this.#log = log;
  }

  /** Moves files with edits that are worked out already, and saves what nobody was writing. */
  async applyAll(edit: vscode.WorkspaceEdit, renames: Renames): Promise<boolean> {
    const saved = edit.entries().flatMap(([uri]) => (dirtyDocument(uri) ? [] : [uri]));
    this.#isOurs = true;
    try {
      if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return false;
    } finally {
      this.#isOurs = false;
    }
    await this.#saveAll(saved, renames);
    return true;
  }

  /** What VS Code is to change along with the move, if anything. */
  async edit(renames: Renames, token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit | undefined> {
    this.#saved = [];
    if (this.#isOurs) return undefined;
    try {
      const edit = await this.#editFor(renames, token);
      if (edit.size === 0) return undefined;
      this.#saved = edit.entries().flatMap(([uri]) => (dirtyDocument(uri) ? [] : [uri]));
      if (settings().updateLinks === 'prompt') return edit;
      // VS Code asks before it makes the edits of others; those that we make ourselves it doesn't ask about.
      await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    } catch (error) {
      if (!(error instanceof vscode.CancellationError))
        this.#log.error(error instanceof Error ? error : String(error));
    }
    return undefined;
  }

  /** Says in the log what was left as it is. */
  report({ unknown, redirectFile, isRedirectFileUnreadable }: Following): void {
    for (const { path, why } of unknown)
      this.#log.warn(`Links to ${path} are left as they are. ${toText(why.reason)}`);
    if (isRedirectFileUnreadable)
      this.#log.warn(`${redirectFile} gets no redirect: its format is another one.`);
  }

  /** Saves what the move changed. */
  async save(renames: Renames): Promise<void> {
    const saved = this.#saved;
    this.#saved = [];
    await this.#saveAll(saved, renames);
  }

  /** Saves as VS Code does after other refactorings: the site on the disk is to be whole. */
  async #saveAll(saved: readonly vscode.Uri[], renames: Renames): Promise<void> {
    if (vscode.workspace.getConfiguration('files').get('refactoring.autoSave') !== true) return;
    for (const uri of saved) await dirtyDocument(movedUri(uri, renames))?.save();
  }

  async #editFor(renames: Renames, token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit> {
    await this.#desk.found();
    const whole = new vscode.WorkspaceEdit();
    for (const folder of this.#desk.folders) {
      const moves = movesIn(folder, renames);
      if (moves.length === 0) continue;
      // What was made a moment ago the disk's watcher may not have told of.
      await Promise.all(moves.map(({ from }) => folder.changeFile(from)));
      const following = await followMoves(folder, moves, token);
      addChanges(whole, following);
      const names = moves.map(({ from, to }) => `${from} → ${to}`).join(', ');
      this.#log.info(`${names}: links in ${following.edits.length} files.`);
      this.report(following);
    }
    return whole;
  }
}

/** The renames within one site. What leaves it has no address there any more. */
function movesIn(folder: SiteFolder, renames: Renames): readonly Move[] {
  return renames.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [folder.pathOf(oldUri), folder.pathOf(newUri)];
    return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
  });
}

function movedUri(uri: vscode.Uri, renames: Renames): vscode.Uri {
  for (const { oldUri, newUri } of renames) {
    if (uri.toString() === oldUri.toString()) return newUri;
    if (uri.path.startsWith(`${oldUri.path}/`))
      return uri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return uri;
}

function dirtyDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === key,
  );
}
