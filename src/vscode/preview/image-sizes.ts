import * as vscode from 'vscode';
import { imageFacts } from '../../core/image/image-facts.ts';
import type { Size } from '../../protocol/content.ts';

/** The sizes of pictures, read from their files when first asked for. */
export class ImageSizes {
  readonly #onKnown: () => void;
  readonly #sizes = new Map<string, Size | undefined>();
  readonly #reading = new Map<string, Promise<void>>();

  /** @param onKnown is told when sizes that were asked for are known now. */
  constructor(onKnown: () => void) {
    this.#onKnown = onKnown;
  }

  /** The size of a picture; undefined while it isn't known, and for what is none. */
  of(uri: vscode.Uri): Size | undefined {
    const key = uri.toString();
    if (!this.#sizes.has(key) && !this.#reading.has(key)) this.#reading.set(key, this.#read(uri, key));
    return this.#sizes.get(key);
  }

  /** Whether sizes that were asked for are still read. */
  get isReading(): boolean {
    return this.#reading.size > 0;
  }

  /** Forgets the size of a picture that was written anew. */
  forget(uri: vscode.Uri): void {
    this.#sizes.delete(uri.toString());
  }

  async #read(uri: vscode.Uri, key: string): Promise<void> {
    let size: Size | undefined;
    try {
      const facts = imageFacts(await vscode.workspace.fs.readFile(uri));
      size = facts && { width: facts.width, height: facts.height };
    } catch {
      // Gone since it was listed: the page says so when it can't load it.
    }
    this.#sizes.set(key, size);
    this.#reading.delete(key);
    if (this.#reading.size === 0) this.#onKnown();
  }
}
