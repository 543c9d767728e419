import * as vscode from 'vscode';
import { sourceFolder } from '../../core/site/site.ts';
import type { PreviewDocument, ToPage, View } from '../../protocol/messages.ts';
import { Pace } from '../pace.ts';
import { openIfThere } from '../problems/file-change.ts';
import { settings } from '../settings.ts';
import type { Desk, DeskPost } from '../sites/desk.ts';
import { answerPage } from './answer-page.ts';
import { composeDocument } from './compose.ts';
import { EditorScroll } from './editor-scroll.ts';
import { ImagesWatch } from './images-watch.ts';
import { loadPage } from './load-page.ts';
import { marksOf } from './marks.ts';
import { type Dressing, forPage, SitePages } from './site-pages.ts';
import { pageStrings } from './strings.ts';
import { Typing } from './typing.ts';

/** How long a post waits at most for the sizes of its pictures, in milliseconds. */
const patience = 300;

/** The shortest time between two updates while the writer types, in milliseconds. */
const pace = 50;

export interface PanelContext {
  readonly desk: Desk;
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  /** Is told what the writer chose in a panel. */
  readonly onChoose: (view: View) => void;
}

/** One preview and the post that it shows. */
export class PreviewPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: PanelContext;
  readonly #listeners: vscode.Disposable;
  readonly #update = new Pace(() => this.#send(), pace);
  readonly #typing = new Typing(() => this.#update.ask());
  readonly #scroll = new EditorScroll((line) => this.#post({ type: 'reveal', line }));
  #document: vscode.TextDocument;
  #view: View;
  #images: { readonly key: string; readonly watch: ImagesWatch } | undefined;
  #pages: SitePages | undefined;
  #templateSent = 0;
  #last: Omit<PreviewDocument, 'sequence'> | undefined;
  #sequence = 0;
  /** The post that the page shows. */
  #shown: string | undefined;
  #waitingSince: number | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: vscode.WebviewPanel, document: vscode.TextDocument, view: View, context: PanelContext) {
    this.#panel = panel;
    this.#context = context;
    this.#document = document;
    this.#view = view;
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((data) => this.#receive(data)),
      vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
        if (contentChanges.length > 0 && this.#shows(changed.uri)) this.#typed(changed);
      }),
      context.desk.onDidLint((uris) => {
        if (!uris.some((uri) => this.#shows(uri))) return;
        this.#update.ask();
        this.#sendProblems();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('copydesk.preview')) this.#load();
      }),
    );
    this.show(document);
  }

  /** Shows this post from now on. */
  show(document: vscode.TextDocument): void {
    this.#document = document;
    this.#scroll.follow(document);
    this.#name();
    this.#update.ask();
  }

  /** Whether the panel stays with its post when another one is opened. */
  get locked(): boolean {
    return this.#view.locked;
  }

  /** The post that is shown; undefined when it is none any more. */
  async post(): Promise<DeskPost | undefined> {
    await this.#reopen();
    return this.#context.desk.lookUp(this.#document);
  }

  toggleLock(): void {
    this.#choose({ ...this.#view, locked: !this.#view.locked });
    this.#post({ type: 'view', view: this.#view });
  }

  /** Whether the writer works in this panel. */
  get active(): boolean {
    return this.#panel.active;
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
    clearTimeout(this.#waiting);
    this.#images?.watch.dispose();
    this.#pages?.dispose();
    vscode.Disposable.from(this.#listeners, this.#update, this.#typing, this.#scroll, this.#panel).dispose();
  }

  #name(): void {
    const file = this.#document.uri.path.replace(/^.*\//, '');
    this.#panel.title = this.locked
      ? vscode.l10n.t('Preview, locked: {0}', file)
      : vscode.l10n.t('Preview: {0}', file);
  }

  #choose(view: View): void {
    this.#view = view;
    this.#name();
    this.#context.onChoose(view);
    this.#update.ask();
  }

  #shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.#document.uri.toString();
  }

  #typed(document: vscode.TextDocument): void {
    this.#document = document; // Another object than before when the file was closed and opened again.
    this.#typing.begin();
    this.#update.ask();
  }

  #sendProblems(): void {
    if (!this.#panel.visible) return;
    const uri = this.#document.uri.toString();
    this.#post({ type: 'problems', uri, marks: marksOf(this.#document, this.#context.desk) });
  }

  /** Sends the post as it is now, unless the page has it already. A hidden page has nothing, and asks when it is back. */
  #send(): void {
    if (!this.#panel.visible) return;
    if (this.#document.isClosed) {
      void this.#reopen().then((isOpen) => isOpen && this.#update.ask());
      return;
    }
    const found = this.#context.desk.lookUp(this.#document);
    if (found === undefined) return;
    const dressing = this.#view.look === 'site' ? this.#dressing(found) : undefined;
    if (dressing === 'awaited') return;
    const watch = this.#watch(found);
    if (watch === undefined) return;
    const uri = this.#document.uri.toString();
    const { webview } = this.#panel;
    const composing = {
      post: found.post,
      site: found.folder?.site,
      uri,
      language: vscode.env.language,
      files: {
        addressOf: (path: string) => watch.addressOf(uriOf(path, found, this.#document.uri), webview),
        sizeOf: (path: string) => watch.sizeOf(uriOf(path, found, this.#document.uri)),
      },
      isTyping: this.#typing.isOn,
      last: this.#last?.uri === uri ? this.#last.content : undefined,
      dressing,
    };
    const next = composeDocument(composing, this.#view.look);
    if (this.#shown !== uri && watch.isMeasuring && this.#mayWait()) return;
    this.#waitingSince = undefined;
    if (this.#shown === uri && JSON.stringify(next) === JSON.stringify(this.#last)) return;
    if (dressing?.template && (this.#shown === undefined || dressing.id !== this.#templateSent)) {
      this.#post({ type: 'template', template: forPage(dressing.id, dressing.template) });
      this.#templateSent = dressing.id;
    }
    const isNew = this.#shown !== uri;
    this.#shown = uri;
    this.#last = next;
    this.#sequence += 1;
    this.#post({ type: 'show', document: { ...next, sequence: this.#sequence } });
    if (!isNew) return;
    this.#sendProblems();
    this.#revealEditorLine();
  }

  /** Opens the file of a post whose editor was closed, as a closed document no longer follows its file. */
  async #reopen(): Promise<boolean> {
    if (!this.#document.isClosed) return true;
    const document = await openIfThere(this.#document.uri);
    if (document && this.#shows(document.uri)) this.#document = document;
    return document !== undefined;
  }

  /** A post that the page doesn't show yet may wait for the sizes of its pictures, lest its text jump when they come. */
  #mayWait(): boolean {
    this.#waitingSince ??= Date.now();
    if (Date.now() - this.#waitingSince >= patience) return false;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#update.ask(), patience);
    return true;
  }

  /** What the site's look shows the post in; a lone post has no site. */
  #dressing({ post, folder }: DeskPost): Dressing | 'awaited' {
    if (folder === undefined) return { id: 0, template: undefined, status: { kind: 'unbuilt' } };
    if (this.#pages?.folder !== folder) {
      this.#pages?.dispose();
      this.#pages = new SitePages(
        folder,
        this.#panel.webview,
        () => this.#update.ask(),
        (error) => this.#context.log.error(String(error)),
      );
    }
    return this.#pages.dressingOf(post) ?? 'awaited';
  }

  /**
   * The watch over the folder whose files this post's page may show.
   * @returns undefined when the page had to be loaded anew for another folder: it will ask for the post itself.
   */
  #watch({ folder }: DeskPost): ImagesWatch | undefined {
    const served = folder
      ? folder.uriOf(sourceFolder(folder.site))
      : vscode.Uri.joinPath(this.#document.uri, '..');
    const builds = this.#pages !== undefined && this.#pages.folder === folder ? this.#pages.folders : [];
    const roots = [this.#dist, served, ...builds.flatMap((path) => folder?.uriOf(path) ?? [])];
    const key = roots.join(' ');
    if (this.#images?.key === key) return this.#images.watch;
    this.#images?.watch.dispose();
    this.#images = { key, watch: new ImagesWatch(served, () => this.#update.ask()) };
    this.#panel.webview.options = { enableScripts: true, localResourceRoots: roots };
    this.#load();
    return undefined;
  }

  get #dist(): vscode.Uri {
    return vscode.Uri.joinPath(this.#context.extensionUri, 'dist');
  }

  #load(): void {
    loadPage(this.#panel.webview, this.#dist, this.#panel.title);
  }

  #revealEditorLine(): void {
    const { line } = this.#scroll;
    if (line !== undefined) this.#post({ type: 'reveal', line });
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #receive(data: unknown): void {
    const { desk, log } = this.#context;
    answerPage(data, {
      desk,
      log,
      document: this.#document,
      scroll: this.#scroll,
      post: () => this.post(),
      begin: () => this.#begin(),
      choose: (view) => this.#choose(view),
    });
  }

  #begin(): void {
    const { remoteImages } = settings();
    this.#post({ type: 'settings', settings: { remoteImages, strings: pageStrings() } });
    this.#post({ type: 'view', view: this.#view });
    this.#shown = undefined;
    this.#send();
  }
}

/** The file at a path of the site; of a lone post, whose paths start at the disk's root, the file there. */
function uriOf(path: string, { folder }: DeskPost, document: vscode.Uri): vscode.Uri {
  return folder ? vscode.Uri.joinPath(folder.root, path) : document.with({ path: `/${path}` });
}
