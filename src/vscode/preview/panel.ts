import * as vscode from 'vscode';
import { fileName } from '../../core/site/file-index.ts';
import type { View } from '../../protocol/messages.ts';
import { openIfThere } from '../documents.ts';
import type { DeskPost } from '../sites/desk.ts';
import { stackOf } from '../unattended.ts';
import { answerPage } from './answer-page.ts';
import { EditorScroll } from './editor-scroll.ts';
import { type FeedContext, PageFeed } from './page-feed.ts';
import { PostFile } from './post-file.ts';

export interface PanelContext extends FeedContext {
  /** Is told what the writer chose in a panel. */
  readonly onChoose: (view: View) => void;
  /** Is told that the writer began or ended to work in a panel, or that it shows another document. */
  readonly onWork: () => void;
}

/** One preview and the post that it shows. */
export class PreviewPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: PanelContext;
  readonly #feed: PageFeed;
  readonly #listeners: vscode.Disposable;
  readonly #file: PostFile;
  readonly #scroll = new EditorScroll((line) => this.#feed.post({ type: 'reveal', line }));
  #document: vscode.TextDocument;
  #view: View;

  constructor(panel: vscode.WebviewPanel, document: vscode.TextDocument, view: View, context: PanelContext) {
    this.#panel = panel;
    this.#context = context;
    this.#document = document;
    this.#view = view;
    this.#feed = new PageFeed(panel, this, context);
    this.#file = new PostFile({
      onChange: () => this.#feed.ask(),
      onMoved: (moved) => {
        this.#feed.moved(moved.uri);
        this.show(moved);
        this.#feed.sendProblems();
      },
      onError: (error) => context.log.error(stackOf(error)),
    });
    this.#listeners = vscode.Disposable.from(
      panel.onDidChangeViewState(() => context.onWork()),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed === this.#document) context.onWork();
      }),
      panel.webview.onDidReceiveMessage((data) => this.#receive(data)),
      vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
        if (contentChanges.length === 0 || !this.#shows(changed.uri)) return;
        this.#document = changed; // Another object than before when the file was closed and opened again.
        this.#feed.typed();
      }),
      context.desk.onDidLint((uris) => {
        if (!uris.some((uri) => this.#shows(uri))) return;
        this.#file.look();
        this.#feed.ask();
        this.#feed.sendProblems();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('copydesk.preview')) this.#feed.load();
      }),
    );
    this.show(document);
  }

  /** Shows this post from now on. */
  show(document: vscode.TextDocument): void {
    this.#document = document;
    this.#scroll.follow(document);
    this.#file.follow(document.uri);
    this.#name();
    this.#feed.ask();
    this.#context.onWork();
  }

  get document(): vscode.TextDocument {
    return this.#document;
  }

  /** How the post is shown. */
  get view(): View {
    return this.#view;
  }

  /** Whether the panel stays with its post when another one is opened. */
  get locked(): boolean {
    return this.#view.locked;
  }

  /** The post that is shown; undefined when it is none any more. */
  async post(): Promise<DeskPost | undefined> {
    await this.reopen();
    return this.#context.desk.lookUp(this.#document);
  }

  /** Whether the post's file isn't there any more. */
  get isGone(): boolean {
    return this.#file.isGone;
  }

  /** Opens the file of a post whose editor was closed, as a closed document no longer follows its file. */
  async reopen(): Promise<boolean> {
    if (this.isGone) return false;
    if (!this.#document.isClosed) return true;
    const document = await openIfThere(this.#document.uri);
    if (document && this.#shows(document.uri)) this.#document = document;
    // It may be there, on a disk that can't be asked now.
    if (document === undefined) this.#file.look();
    return document !== undefined;
  }

  /** The first line of the post that its editor shows; undefined where none does. */
  get line(): number | undefined {
    return this.#scroll.line;
  }

  /** Locks or unlocks the panel, and shows it: the writer sees what has changed, and its page keeps it for a reload. */
  toggleLock(): void {
    this.#choose({ ...this.#view, locked: !this.#view.locked });
    this.#feed.post({ type: 'view', view: this.#view });
    if (!this.visible) this.reveal();
  }

  /** Whether the writer works in this panel. */
  get active(): boolean {
    return this.#panel.active;
  }

  get visible(): boolean {
    return this.#panel.visible;
  }

  get viewColumn(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  /** Brings the panel to the front where it is, and leaves the writer in the editor. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  get onDidDispose(): vscode.Event<void> {
    return this.#panel.onDidDispose;
  }

  dispose(): void {
    vscode.Disposable.from(this.#listeners, this.#file, this.#feed, this.#scroll, this.#panel).dispose();
  }

  #name(): void {
    const file = fileName(this.#document.uri.path);
    this.#panel.title = this.locked
      ? vscode.l10n.t('Preview, locked: {0}', file)
      : vscode.l10n.t('Preview: {0}', file);
  }

  #choose(view: View): void {
    this.#view = view;
    this.#name();
    this.#context.onChoose(view);
    this.#feed.ask();
  }

  #shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.#document.uri.toString();
  }

  #receive(data: unknown): void {
    const { desk, log } = this.#context;
    const current = () => this.#document;
    answerPage(data, {
      desk,
      log,
      get document() {
        return current();
      },
      scroll: this.#scroll,
      reopen: () => this.reopen(),
      post: () => this.post(),
      send: (message) => this.#feed.post(message),
      begin: () => this.#feed.begin(),
      choose: (view) => this.#choose(view),
    });
  }
}
