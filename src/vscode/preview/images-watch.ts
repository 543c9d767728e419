import * as vscode from 'vscode';
import type { Size } from '../../protocol/content.ts';
import { ImageSizes } from './image-sizes.ts';

/**
 * The pictures of a folder: how large they are, and how often each was written, so that the page can be given an
 * address that it hasn't asked for: a browser keeps what it has under the old one.
 */
export class ImagesWatch implements vscode.Disposable {
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #writes = new Map<string, number>();
  readonly #sizes: ImageSizes;

  /**
   * @param depth how far below the folder pictures are watched: a lone post's may be somebody's home.
   * @param onChange is told when a picture was written, and when sizes that were asked for are known.
   */
  constructor(folder: vscode.Uri, depth: 'whole' | 'folder', onChange: () => void) {
    this.#sizes = new ImageSizes(onChange);
    const names = '*.{avif,bmp,gif,ico,jpeg,jpg,png,svg,webp}';
    const images = new vscode.RelativePattern(folder, depth === 'whole' ? `**/${names}` : names);
    this.#watcher = vscode.workspace.createFileSystemWatcher(images);
    const written = (uri: vscode.Uri) => {
      const key = uri.toString();
      this.#writes.set(key, (this.#writes.get(key) ?? 0) + 1);
      this.#sizes.forget(uri);
      onChange();
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

  /** A picture's size; undefined while that isn't known. */
  sizeOf(uri: vscode.Uri): Size | undefined {
    return this.#sizes.of(uri);
  }

  /** Whether sizes that were asked for are still read. */
  get isMeasuring(): boolean {
    return this.#sizes.isReading;
  }

  dispose(): void {
    this.#watcher.dispose();
  }
}
