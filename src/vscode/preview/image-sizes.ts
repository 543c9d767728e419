import type * as vscode from 'vscode';
import type { ImageFile } from '../../core/image/image-file.ts';
import type { Size } from '../../protocol/content.ts';
import { imageFileAt } from '../sites/image-file-at.ts';

/** The sizes of pictures, read from their files when first asked for. */
export class ImageSizes {
  readonly #onKnown: () => void;
  readonly #sizes = new Map<string, Size | undefined>();
  /** By what the sizes are read that are still to come. */
  readonly #reading = new Map<string, symbol>();

  /** @param onKnown is told when sizes that were asked for are known now. */
  constructor(onKnown: () => void) {
    this.#onKnown = onKnown;
  }

  /** The size of a picture; undefined while it isn't known, and for what is none. */
  of(uri: vscode.Uri): Size | undefined {
    const key = uri.toString();
    if (!this.#sizes.has(key) && !this.#reading.has(key)) void this.#read(uri, key);
    return this.#sizes.get(key);
  }

  /** Whether sizes that were asked for are still read. */
  get isReading(): boolean {
    return this.#reading.size > 0;
  }

  /** Forgets the size of a picture that was written anew. */
  forget(uri: vscode.Uri): void {
    this.#sizes.delete(uri.toString());
    // What is being read may be what was there before.
    this.#reading.delete(uri.toString());
  }

  async #read(uri: vscode.Uri, key: string): Promise<void> {
    const reading = Symbol(key);
    this.#reading.set(key, reading);
    const file = await imageFileAt(uri);
    if (this.#reading.get(key) !== reading) return;
    // Where it is gone since it was listed, the page says so when it can't load it.
    this.#sizes.set(key, file && sizeOf(file));
    this.#reading.delete(key);
    if (this.#reading.size === 0) this.#onKnown();
  }
}

/** A picture's size as browsers show it; undefined where its file doesn't tell. */
export function sizeOf({ facts }: ImageFile): Size | undefined {
  return facts && { width: facts.width, height: facts.height };
}
