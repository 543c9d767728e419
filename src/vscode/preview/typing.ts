import type * as vscode from 'vscode';

/** How long the writer's fingers rest before what is typed counts as finished, in milliseconds. */
const rest = 1000;

/** Whether the writer is typing. */
export class Typing implements vscode.Disposable {
  readonly #onRest: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onRest: () => void) {
    this.#onRest = onRest;
  }

  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  begin(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#onRest();
    }, rest);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
