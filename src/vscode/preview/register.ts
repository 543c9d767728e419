import * as vscode from 'vscode';
import { decodePageState } from '../../protocol/messages.ts';
import type { Desk } from '../desk.ts';
import { type PanelContext, PreviewPanel } from './panel.ts';

const viewType = 'copydesk.preview';

/** Set while the active editor holds a post: shows the preview's commands in the title of the editor. */
const isPost = 'copydesk.isPost';

/** The preview: its commands, its panels, and their life over a reload of the window. */
export function registerPreview(
  desk: Desk,
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const previews = new Previews({ desk, extensionUri, log });
  return vscode.Disposable.from(
    previews,
    vscode.commands.registerCommand('copydesk.openPreview', () => previews.open(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('copydesk.openPreviewToSide', () =>
      previews.open(vscode.ViewColumn.Beside),
    ),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state) => previews.restore(panel, state),
    }),
  );
}

class Previews implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #panels = new Set<PreviewPanel>();
  readonly #listeners: vscode.Disposable;

  constructor(context: PanelContext) {
    this.#context = context;
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      context.desk.onDidLint(() => this.#offer(vscode.window.activeTextEditor)),
    );
    this.#offer(vscode.window.activeTextEditor);
  }

  /** Opens the preview of the post in the active editor, or brings the one that is there. */
  async open(viewColumn: vscode.ViewColumn): Promise<void> {
    await this.#context.desk.found();
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || this.#context.desk.lookUp(document) === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a post first: the preview shows the post in the active editor.'),
      );
      return;
    }
    const [panel] = this.#panels;
    if (panel) {
      panel.show(document);
      panel.reveal();
      return;
    }
    this.#add(vscode.window.createWebviewPanel(viewType, '', { viewColumn, preserveFocus: true }), document);
  }

  /** Brings a panel back after the window was loaded anew. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = decodePageState(state);
    try {
      if (!kept.ok) throw new Error(kept.reason);
      await this.#context.desk.found();
      this.#add(panel, await vscode.workspace.openTextDocument(vscode.Uri.parse(kept.value.uri, true)));
    } catch (error) {
      this.#context.log.info(`A preview could not be restored: ${String(error)}`);
      panel.dispose();
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#listeners, ...this.#panels).dispose();
  }

  #add(panel: vscode.WebviewPanel, document: vscode.TextDocument): void {
    const preview = new PreviewPanel(panel, document, this.#context);
    this.#panels.add(preview);
    preview.onDidDispose(() => {
      this.#panels.delete(preview);
      preview.dispose();
    });
  }

  /** Previews show the post that is being written. */
  #follow(editor: vscode.TextEditor | undefined): void {
    this.#offer(editor);
    if (editor === undefined || this.#context.desk.lookUp(editor.document) === undefined) return;
    for (const panel of this.#panels) panel.show(editor.document);
  }

  #offer(editor: vscode.TextEditor | undefined): void {
    const found = editor !== undefined && this.#context.desk.lookUp(editor.document) !== undefined;
    void vscode.commands.executeCommand('setContext', isPost, found);
  }
}
