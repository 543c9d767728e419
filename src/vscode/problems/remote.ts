import * as vscode from 'vscode';
import { FetchWeb } from '../../core/remote/fetch-web.ts';
import type { RemoteQuestion } from '../../core/remote/remote-address.ts';
import { RemoteAnswers } from '../../core/remote/remote-answers.ts';
import { RemoteChecker } from '../../core/remote/remote-checker.ts';
import { settings } from '../settings.ts';
import type { Desk } from '../sites/desk.ts';
import type { SiteFolder } from '../sites/site-folder.ts';
import { unattended } from '../unattended.ts';

/** How long nothing must change before other servers are asked: nobody is asked for an address half typed. */
const REST = 2000;

/** How long answers are gathered before the posts that asked are judged anew, and before they are stored. */
const GATHER = 200;
const STORE_AFTER = 3000;

/** Asks other servers what the posts want to know, if the writer allows it, and keeps what they answer. */
export function registerRemote(
  desk: Desk,
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const remote = new Remote(desk, context, log);
  return vscode.Disposable.from(
    remote,
    desk.onDidLint(() => remote.later(REST)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.remote')) remote.later(0);
    }),
  );
}

class Remote implements vscode.Disposable {
  readonly #desk: Desk;
  readonly #log: vscode.LogOutputChannel;
  readonly #file: vscode.Uri;
  readonly #answers = new RemoteAnswers();
  readonly #checker: RemoteChecker;
  #loaded: Promise<void> | undefined;
  #timer: number | undefined;
  #gathering: number | undefined;
  #storing: number | undefined;

  constructor(desk: Desk, context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#desk = desk;
    this.#log = log;
    this.#file = vscode.Uri.joinPath(context.globalStorageUri, 'remote-answers.json');
    this.#checker = new RemoteChecker(openWeb(context), this.#answers, () => this.#answered());
  }

  /** Looks anew at what the posts want to know, once this many milliseconds pass without another call. */
  later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      unattended(this.#log, this.#look());
    }, milliseconds);
  }

  dispose(): void {
    for (const timer of [this.#timer, this.#gathering, this.#storing]) clearTimeout(timer);
    this.#checker.stop();
  }

  async #look(): Promise<void> {
    if (!settings().remoteCheck) {
      this.#checker.stop();
      for (const folder of this.#desk.folders) folder.setRemote(undefined);
      return;
    }
    this.#loaded ??= this.#read();
    await this.#loaded;
    this.#tell();
    this.#checker.want(this.#desk.folders.flatMap((folder) => [...folder.remoteQuestions]));
  }

  /** Brings what is known into the snapshots. */
  #tell(): void {
    for (const folder of this.#desk.folders) folder.setRemote(this.#knownTo(folder));
  }

  #knownTo(folder: SiteFolder): NonNullable<SiteFolder['site']['remote']> {
    const known = new Map();
    for (const question of folder.remoteQuestions) {
      const answer = this.#answers.get(question);
      if (answer) known.set(question satisfies RemoteQuestion, answer);
    }
    return known;
  }

  #answered(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      if (settings().remoteCheck) this.#tell();
    }, GATHER);
    this.#storing ??= setTimeout(() => {
      this.#storing = undefined;
      unattended(this.#log, this.#write());
    }, STORE_AFTER);
  }

  async #read(): Promise<void> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#file);
      this.#answers.read(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    } catch {
      // Nothing was stored yet.
    }
  }

  /** Other windows store theirs in the same file: what they have is read once more before. */
  async #write(): Promise<void> {
    await this.#read();
    const text = this.#answers.write(Date.now());
    await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(text));
  }
}

function openWeb({ extension }: vscode.ExtensionContext): FetchWeb<AbortSignal> {
  // A browser says itself who asks; another name would make it ask each server for leave first.
  const isBrowser = 'WorkerGlobalScope' in globalThis;
  const agent = isBrowser ? undefined : `Copydesk/${String(extension.packageJSON.version)}`;
  return new FetchWeb(
    {
      fetch: (address, options) => fetch(address, options),
      newAbort: () => new AbortController(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    agent,
  );
}
