import * as vscode from 'vscode';

/** Knows on which document the writer works: that of the active editor, or what the active preview shows. */
export class DocumentAtHand implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener = vscode.window.onDidChangeActiveTextEditor(() => this.#changed.fire());
  #previewed: vscode.TextDocument | undefined;

  readonly onDidChange = this.#changed.event;

  get document(): vscode.TextDocument | undefined {
    return vscode.window.activeTextEditor?.document ?? this.#previewed;
  }

  /** Is told what the preview shows that the writer works in; undefined where it is none. */
  set previewed(document: vscode.TextDocument | undefined) {
    if (this.#previewed === document) return;
    this.#previewed = document;
    this.#changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#listener).dispose();
  }
}
