import * as vscode from 'vscode';

/** How long an editor may take to come to rest after we moved it, in milliseconds. */
const settling = 200;

/** The editor's side of the scroll sync for one document. Lines are counted from 0, with the share that has passed. */
export class EditorScroll implements vscode.Disposable {
  readonly #listener: vscode.Disposable;
  #uri: string | undefined;
  #moving: number | undefined;

  /** @param onScroll is told the first visible line when the writer scrolls. */
  constructor(onScroll: (line: number) => void) {
    this.#listener = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (this.#moving !== undefined || !this.#shows(textEditor)) return;
      const line = firstLine(textEditor);
      if (line !== undefined) onScroll(line);
    });
  }

  follow(document: vscode.TextDocument): void {
    this.#uri = document.uri.toString();
  }

  /** The first visible line; undefined when no editor shows the document. */
  get line(): number | undefined {
    const editor = this.#editor();
    return editor && firstLine(editor);
  }

  /** Where the document is shown, or would best be. */
  get viewColumn(): vscode.ViewColumn {
    return this.#editor()?.viewColumn ?? vscode.ViewColumn.One;
  }

  /** Scrolls the editor, if one shows the document, until this line is its first. */
  reveal(line: number): void {
    const editor = this.#editor();
    if (editor === undefined) return;
    this.#quieten();
    const whole = Math.min(Math.floor(line), editor.document.lineCount - 1);
    // A paragraph is often one line that is wrapped to many rows.
    const character = Math.floor((line - whole) * editor.document.lineAt(whole).text.length);
    const at = new vscode.Position(whole, character);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop);
  }

  /** Puts the cursor into this line, in the editor that shows the document or in a new one. */
  async goTo(document: vscode.TextDocument, line: number): Promise<void> {
    this.#quieten();
    const { viewColumn } = this;
    const at = new vscode.Position(Math.min(Math.floor(line), document.lineCount - 1), 0);
    await vscode.window.showTextDocument(document, { viewColumn, selection: new vscode.Range(at, at) });
  }

  dispose(): void {
    clearTimeout(this.#moving);
    this.#listener.dispose();
  }

  #quieten(): void {
    clearTimeout(this.#moving);
    this.#moving = setTimeout(() => {
      this.#moving = undefined;
    }, settling);
  }

  #editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find((editor) => this.#shows(editor));
  }

  #shows(editor: vscode.TextEditor): boolean {
    return editor.document.uri.toString() === this.#uri;
  }
}

function firstLine({ visibleRanges, document }: vscode.TextEditor): number | undefined {
  const start = visibleRanges[0]?.start;
  if (start === undefined || start.line >= document.lineCount) return undefined;
  const { length } = document.lineAt(start.line).text;
  return start.line + (length > 0 ? start.character / length : 0);
}
