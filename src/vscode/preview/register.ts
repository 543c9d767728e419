import * as vscode from 'vscode';
import { decodePageState, decodeView, type View } from '../../protocol/messages.ts';
import { registerCommand } from '../command.ts';
import type { DocumentAtHand } from '../document-at-hand.ts';
import type { Desk, DeskPost } from '../sites/desk.ts';
import { unattended } from '../unattended.ts';
import { registerCopyHtml } from './copy-html.ts';
import { registerLocalSite } from './local-site.ts';
import { PageFiles } from './page-files.ts';
import { type PanelContext, PreviewPanel } from './panel.ts';

const viewType = 'copydesk.preview';

/** Set while there is a preview: its lock can be toggled. */
const hasPreview = 'copydesk.hasPreview';

/** Under which key the workspace remembers the look and the colours that were chosen last. */
const viewKey = 'copydesk.preview.view';

/** How the first panel shows its post. */
const firstView: View = { look: 'article', paper: 'editor', locked: false };

/** The preview: its commands, its panels, and their life over a reload of the window. */
export function registerPreview(
  desk: Desk,
  atHand: DocumentAtHand,
  { extensionUri, workspaceState }: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const context = { desk, pageFiles: new PageFiles(extensionUri), log };
  const previews = new Previews(context, atHand, workspaceState);
  const { Active, Beside } = vscode.ViewColumn;
  return vscode.Disposable.from(
    previews,
    registerCommand(log, 'copydesk.openPreview', () => previews.open(Active)),
    registerCommand(log, 'copydesk.openPreviewToSide', () => previews.open(Beside)),
    registerCommand(log, 'copydesk.openLockedPreviewToSide', () => previews.open(Beside, true)),
    registerCommand(log, 'copydesk.togglePreviewLock', () => previews.toggleLock()),
    registerCopyHtml(() => previews.postAtHand(), log),
    registerLocalSite(() => previews.postAtHand(), log),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state) => previews.restore(panel, state),
    }),
  );
}

class Previews implements vscode.Disposable {
  readonly #context: PanelContext;
  readonly #atHand: DocumentAtHand;
  readonly #memory: vscode.Memento;
  readonly #panels = new Set<PreviewPanel>();
  readonly #listener: vscode.Disposable;

  constructor(
    context: Omit<PanelContext, 'onChoose' | 'onWork'>,
    atHand: DocumentAtHand,
    memory: vscode.Memento,
  ) {
    this.#context = {
      ...context,
      onChoose: (view) => void memory.update(viewKey, view),
      onWork: () => unattended(context.log, this.#tellAtHand()),
    };
    this.#atHand = atHand;
    this.#memory = memory;
    this.#listener = vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor));
  }

  /** Opens the preview of the post in the active editor, or brings the one that is there; a locked one is always new. */
  async open(viewColumn: vscode.ViewColumn, locked = false): Promise<void> {
    await this.#context.desk.found();
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || this.#context.desk.lookUp(document) === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a post first: the preview shows the post in the active editor.'),
      );
      return;
    }
    const following = locked ? undefined : [...this.#panels].find((panel) => !panel.locked);
    if (following) {
      following.show(document);
      following.reveal();
      return;
    }
    // Beside a group that previews have locked for themselves, VS Code would open another one.
    const [other] = this.#panels;
    const column = viewColumn === vscode.ViewColumn.Beside ? (other?.viewColumn ?? viewColumn) : viewColumn;
    const panel = vscode.window.createWebviewPanel(
      viewType,
      '',
      { viewColumn: column, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.#add(panel, document, { ...this.#lastView(), locked });
  }

  /** Makes the preview that the writer works in, or else the one that is seen, stay with its post or follow again. */
  toggleLock(): void {
    const panels = [...this.#panels];
    const meant = panels.find(({ active }) => active) ?? panels.find(({ visible }) => visible) ?? panels[0];
    meant?.toggleLock();
  }

  /** The post of the preview that the writer works in, or else of the active editor. */
  async postAtHand(): Promise<DeskPost | undefined> {
    const { desk } = this.#context;
    await desk.found();
    const panel = [...this.#panels].find(({ active }) => active);
    if (panel) return await panel.post();
    const document = vscode.window.activeTextEditor?.document;
    return document && desk.lookUp(document);
  }

  /** Brings a panel back after the window was loaded anew. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { desk, log } = this.#context;
    try {
      await desk.found();
      const kept = decodePageState(state);
      // A page that had not shown anything yet kept nothing: its panel follows, as each does at first.
      const document = kept.ok
        ? await vscode.workspace.openTextDocument(vscode.Uri.parse(kept.value.uri, true))
        : vscode.window.activeTextEditor?.document;
      if (document === undefined) throw new Error('It showed no post, and none is open.');
      if (!desk.lookUp(document)) throw new Error(`${document.uri.toString()} is no post.`);
      this.#add(panel, document, kept.ok ? kept.value.view : { ...this.#lastView(), locked: false });
    } catch (error) {
      log.info(`A preview could not be restored: ${String(error)}`);
      panel.dispose();
    }
  }

  dispose(): void {
    vscode.Disposable.from(this.#listener, ...this.#panels).dispose();
  }

  #lastView(): View {
    const kept = decodeView(this.#memory.get(viewKey));
    return kept.ok ? kept.value : firstView;
  }

  #add(panel: vscode.WebviewPanel, document: vscode.TextDocument, view: View): void {
    const preview = new PreviewPanel(panel, document, view, this.#context);
    this.#panels.add(preview);
    this.#tell();
    this.#context.onWork();
    preview.onDidDispose(() => {
      this.#panels.delete(preview);
      this.#tell();
      this.#context.onWork();
      preview.dispose();
    });
  }

  #tell(): void {
    void vscode.commands.executeCommand('setContext', hasPreview, this.#panels.size > 0);
  }

  /** The post of the preview that the writer works in is the one at hand, though no editor may show it. */
  async #tellAtHand(): Promise<void> {
    const panel = [...this.#panels].find(({ active }) => active);
    await panel?.reopen();
    // Meanwhile the writer may have gone elsewhere, or closed it.
    if (panel && !(this.#panels.has(panel) && panel.active)) return;
    this.#atHand.previewed = panel?.document;
  }

  /** Previews show the post that is being written. */
  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || this.#context.desk.lookUp(editor.document) === undefined) return;
    for (const panel of this.#panels) if (!panel.locked) panel.show(editor.document);
  }
}
