import * as vscode from 'vscode';

/**
 * Counts how often each picture of a folder was written, so that the page can be given an address it hasn't asked for:
 * a browser keeps what it has under the old one.
 */
export class ImagesWatch implements vscode.Disposable {
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #writes = new Map<string, number>();

  constructor(folder: vscode.Uri, onWrite: () => void) {
    const images = new vscode.RelativePattern(folder, '**/*.{avif,bmp,gif,ico,jpeg,jpg,png,svg,webp}');
    this.#watcher = vscode.workspace.createFileSystemWatcher(images);
    const written = (uri: vscode.Uri) => {
      const key = uri.toString();
      this.#writes.set(key, (this.#writes.get(key) ?? 0) + 1);
      onWrite();
    };
    this.#watcher.onDidCreate(written);
    this.#watcher.onDidChange(written);
  }

  /** The address under which a webview gets the picture as it is now. */
  addressOf(uri: vscode.Uri, webview: vscode.Webview): string {
    const writes = this.#writes.get(uri.toString());
    const address = webview.asWebviewUri(uri);
    return (writes === undefined ? address : address.with({ query: String(writes) })).toString();
  }

  dispose(): void {
    this.#watcher.dispose();
  }
}
