import * as vscode from 'vscode';
import { fileName } from '../../core/site/file-index.ts';
import type { SitePath } from '../../core/site/files.ts';
import { sourceFolder } from '../../core/site/site.ts';
import type { PreviewDocument, ToPage, View } from '../../protocol/messages.ts';
import { Pace } from '../pace.ts';
import { settings } from '../settings.ts';
import type { Desk, DeskPost } from '../sites/desk.ts';
import { unattended } from '../unattended.ts';
import { composeDocument } from './compose.ts';
import { sizeOf } from './image-sizes.ts';
import { ImagesWatch } from './images-watch.ts';
import { marksOf } from './marks.ts';
import type { PageFiles } from './page-files.ts';
import { type Dressing, forPage, SitePages } from './site-pages.ts';
import { pageStrings } from './strings.ts';
import { Typing } from './typing.ts';
import { uriOf } from './uri-of.ts';

/** How long a post waits at most for the sizes of its pictures, in milliseconds. */
const patience = 300;

/** The shortest time between two updates while the writer types, in milliseconds. */
const pace = 50;

/** What a page is fed with. */
export interface Subject {
  readonly document: vscode.TextDocument;
  readonly view: View;
  /** Whether the post's file isn't there any more. */
  readonly isGone: boolean;
  /** Opens a document that was closed, as it no longer follows its file; says whether that is there. */
  reopen(): Promise<boolean>;
  /** The editor's first visible line, at which the page of another post begins; undefined where no editor shows it. */
  readonly line: number | undefined;
}

export interface FeedContext {
  readonly desk: Desk;
  readonly pageFiles: PageFiles;
  readonly log: vscode.LogOutputChannel;
}

/** Feeds the page of a panel: loads it, and sends the post whenever it isn't what the page has any more. */
export class PageFeed implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #context: FeedContext;
  readonly #subject: Subject;
  readonly #update = new Pace(() => this.#send(), pace);
  readonly #typing = new Typing(() => this.#update.ask());
  #images: { readonly key: string; readonly watch: ImagesWatch } | undefined;
  #pages: SitePages | undefined;
  #templateSent = 0;
  #last: Omit<PreviewDocument, 'sequence'> | undefined;
  /** That in one text, to compare the next with. */
  #lastText = '';
  #sequence = 0;
  /** The post that the page shows. */
  #shown: string | undefined;
  #waitingSince: number | undefined;
  #isDisposed = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(panel: vscode.WebviewPanel, subject: Subject, context: FeedContext) {
    this.#panel = panel;
    this.#subject = subject;
    this.#context = context;
  }

  /** Sends what there is to show, soon. */
  ask(): void {
    this.#update.ask();
  }

  /** The same, for what the writer has just typed. */
  typed(): void {
    this.#typing.begin();
    this.#update.ask();
  }

  /** Loads the page anew; it says when it is there. */
  load(): void {
    unattended(this.#context.log, this.#load());
  }

  /** The page is there, and has nothing yet. */
  begin(): void {
    const { remoteImages } = settings();
    this.post({ type: 'settings', settings: { remoteImages, strings: pageStrings() } });
    this.post({ type: 'view', view: this.#subject.view });
    this.#shown = undefined;
    this.#send();
  }

  /** The file of the post that is shown is about to be this one. */
  moved(uri: vscode.Uri): void {
    if (this.#shown === undefined) return;
    this.#shown = uri.toString();
    this.post({ type: 'moved', uri: this.#shown });
  }

  sendProblems(): void {
    if (!this.#panel.visible) return;
    const { document } = this.#subject;
    const uri = document.uri.toString();
    this.post({ type: 'problems', uri, marks: marksOf(document, this.#context.desk) });
  }

  post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#images?.watch.dispose();
    this.#pages?.dispose();
    vscode.Disposable.from(this.#update, this.#typing).dispose();
    this.#isDisposed = true;
  }

  async #load(): Promise<void> {
    const html = await this.#context.pageFiles.pageFor(this.#panel.webview, this.#panel.title);
    if (!this.#isDisposed) this.#panel.webview.html = html;
  }

  /** Sends the post as it is now, unless the page has it already. A hidden page has nothing, and asks when it is back. */
  #send(): void {
    if (!this.#panel.visible) return;
    const { document, view, isGone } = this.#subject;
    if (isGone) {
      this.#tellStale('gone');
      return;
    }
    if (document.isClosed) {
      void this.#subject.reopen().then((isOpen) => isOpen && this.#update.ask());
      return;
    }
    const found = this.#context.desk.lookUp(document);
    if (found === undefined) {
      this.#tellStale('no-post');
      return;
    }
    const dressing = view.look === 'site' ? this.#dressing(found) : undefined;
    if (dressing === 'awaited') return;
    const watch = this.#watch(found);
    if (watch === undefined) return;
    const uri = document.uri.toString();
    const { webview } = this.#panel;
    const composing = {
      post: found.post,
      site: found.folder?.site,
      uri,
      language: vscode.env.language,
      files: {
        addressOf: (path: string) => watch.addressOf(uriOf(path, found, document.uri), webview),
        sizeOf: (path: string) => {
          const known = found.folder?.site.images.get(path as SitePath);
          return known ? sizeOf(known) : watch.sizeOf(uriOf(path, found, document.uri));
        },
      },
      isTyping: this.#typing.isOn,
      last: this.#last?.uri === uri ? this.#last.content : undefined,
      dressing,
    };
    const next = composeDocument(composing, view.look);
    if (this.#shown !== uri && watch.isMeasuring && this.#mayWait()) return;
    this.#waitingSince = undefined;
    const text = JSON.stringify(next);
    if (this.#shown === uri && text === this.#lastText) return;
    if (dressing?.template && (this.#shown === undefined || dressing.id !== this.#templateSent)) {
      this.post({ type: 'template', template: forPage(dressing.id, dressing.template) });
      this.#templateSent = dressing.id;
    }
    const isNew = this.#shown !== uri;
    this.#shown = uri;
    this.#last = next;
    this.#lastText = text;
    this.#sequence += 1;
    const line = isNew ? this.#subject.line : undefined;
    this.post({ type: 'show', document: { ...next, sequence: this.#sequence }, line });
    if (isNew) this.sendProblems();
  }

  /** Says that what the page shows is how the post was; whatever comes next is shown again. */
  #tellStale(why: 'gone' | 'no-post'): void {
    this.#lastText = '';
    this.post({ type: 'stale', file: fileName(this.#subject.document.uri.path), why });
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
      : vscode.Uri.joinPath(this.#subject.document.uri, '..');
    const builds = this.#pages !== undefined && this.#pages.folder === folder ? this.#pages.folders : [];
    const roots = [
      this.#context.pageFiles.folder,
      served,
      ...builds.flatMap((path) => folder?.uriOf(path) ?? []),
    ];
    const key = roots.join(' ');
    if (this.#images?.key === key) return this.#images.watch;
    this.#images?.watch.dispose();
    const watch = new ImagesWatch(served, folder ? 'whole' : 'folder', () => this.#update.ask());
    this.#images = { key, watch };
    this.#panel.webview.options = { enableScripts: true, localResourceRoots: roots };
    this.load();
    return undefined;
  }
}
