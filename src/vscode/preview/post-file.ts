import * as vscode from 'vscode';
import { openIfThere } from '../documents.ts';

/** How long a file may be away, in milliseconds: some programs write one by putting another in its place. */
const grace = 400;

/** What a panel is told of the file of its post. */
export interface FileEvents {
  /** The file went, or is there again. */
  readonly onChange: () => void;
  /** It was renamed or moved within VS Code, and this is its document now. */
  readonly onMoved: (document: vscode.TextDocument) => void;
  readonly onError: (error: unknown) => void;
}

/** Whether the file of a post that no editor shows is still there, and where it went. */
export class PostFile implements vscode.Disposable {
  readonly #events: FileEvents;
  readonly #listeners: vscode.Disposable;
  #watcher: vscode.Disposable | undefined;
  #uri: vscode.Uri | undefined;
  #isGone = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(events: FileEvents) {
    this.#events = events;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidRenameFiles(({ files }) => this.#renamed(files)),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if ([...opened, ...closed].some((tab) => this.#isIn(tab))) this.look();
      }),
    );
  }

  /** Keeps to this file from now on. */
  follow(uri: vscode.Uri): void {
    if (uri.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#isGone = false;
    this.#watcher?.dispose();
    const folder = vscode.Uri.joinPath(uri, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const look = (changed: vscode.Uri) => changed.path === uri.path && this.look();
    watcher.onDidCreate(look);
    watcher.onDidDelete(look);
    this.#watcher = watcher;
  }

  /** Whether the file isn't there, and no editor has its text either. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Looks whether the file is there, soon. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look().catch(this.#events.onError), grace);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watcher?.dispose();
    this.#listeners.dispose();
  }

  async #look(): Promise<void> {
    const uri = this.#uri;
    if (uri === undefined || uri.scheme === 'untitled') return;
    // An editor says by itself that its file is gone, and its text can still be written and saved.
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isGone = !tabs.some((tab) => this.#isIn(tab)) && (await isMissing(uri));
    if (uri !== this.#uri || isGone === this.#isGone) return;
    this.#isGone = isGone;
    this.#events.onChange();
  }

  #isIn({ input }: vscode.Tab): boolean {
    return input instanceof vscode.TabInputText && input.uri.toString() === this.#uri?.toString();
  }

  /** The file itself may have been renamed, or a folder around it. */
  #renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): void {
    const uri = this.#uri;
    const moved = files.find(({ oldUri }) => `${uri}/`.startsWith(`${oldUri}/`));
    if (uri === undefined || moved === undefined) return;
    const now = moved.newUri.with({ path: moved.newUri.path + uri.path.slice(moved.oldUri.path.length) });
    openIfThere(now)
      .then((document) => {
        // The writer may have turned to another post meanwhile.
        if (document && uri === this.#uri) this.#events.onMoved(document);
      })
      .catch(this.#events.onError);
  }
}

/** Whether there surely is no such file: a disk that can't be asked says nothing. */
async function isMissing(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
  }
}
