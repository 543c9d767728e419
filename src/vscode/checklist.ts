import * as vscode from 'vscode';
import { type Check, checklistOf } from '../core/checklist/checklist.ts';
import { headlineOf } from '../core/overview/post-summary.ts';
import { PostContext } from '../core/rules/context.ts';
import { registerCommand } from './command.ts';
import { toRange, toText } from './convert.ts';
import type { DocumentAtHand } from './document-at-hand.ts';
import { Pace } from './pace.ts';
import type { Desk } from './sites/desk.ts';

const VIEW = 'copydesk.checklist';
const GO_TO = `${VIEW}.goTo`;

/** The checks that a command of their own sees to. */
const SUGGESTIONS: ReadonlyMap<string, string> = new Map([
  ['keywords', 'copydesk.suggestKeywords'],
  ['description', 'copydesk.suggestDescription'],
]);

/** How often the list follows while one writes, in milliseconds. */
const INTERVAL = 300;

type Row =
  | { readonly kind: 'verdict'; readonly stops: number }
  | { readonly kind: 'group'; readonly status: Check['status'] }
  | { readonly kind: 'check'; readonly check: Check };

/** The publishing checklist: what stops the post at hand, what would improve it, and what is done. */
export function registerChecklist(
  desk: Desk,
  atHand: DocumentAtHand,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const tree = new ChecklistTree(desk, atHand);
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree });
  const pace = new Pace(() => {
    if (!view.visible) return;
    tree.refresh();
    view.description = tree.title;
  }, INTERVAL);
  pace.ask();
  return vscode.Disposable.from(
    tree,
    view,
    pace,
    view.onDidChangeVisibility(() => pace.ask()),
    desk.onDidLint(() => pace.ask()),
    atHand.onDidChange(() => pace.ask()),
    vscode.workspace.onDidCloseTextDocument(() => pace.ask()),
    registerCommand(log, GO_TO, (row: Row) => tree.goTo(row)),
    registerCommand(log, `${VIEW}.fix`, async (row: Row) => {
      await tree.goTo(row);
      const suggest = row.kind === 'check' ? SUGGESTIONS.get(row.check.id) : undefined;
      await vscode.commands.executeCommand(suggest ?? 'editor.action.quickFix');
    }),
  );
}

class ChecklistTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #desk: Desk;
  readonly #atHand: DocumentAtHand;
  readonly #changed = new vscode.EventEmitter<void>();
  #document: vscode.TextDocument | undefined;
  #checks: readonly Check[] = [];
  #shown = '';
  #title = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(desk: Desk, atHand: DocumentAtHand) {
    this.#desk = desk;
    this.#atHand = atHand;
  }

  /** The post's headline; empty where there is no post. */
  get title(): string {
    return this.#title;
  }

  /** Reads the post at hand anew. The last one stays while no other post is there. */
  refresh(): void {
    const { document: present } = this.#atHand;
    if (present && this.#desk.lookUp(present)) this.#document = present;
    const document = this.#document?.isClosed ? undefined : this.#document;
    const found = document && this.#desk.lookUp(document);
    this.#checks = [];
    this.#title = '';
    const problems = document && this.#desk.problemsOf(document);
    if (found && problems) {
      const context = new PostContext(found.post, found.folder?.site, Date.now());
      this.#checks = checklistOf(context, problems);
      this.#title = headlineOf(found.post);
    }
    const shown = JSON.stringify([document?.uri, this.#checks]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#changed.fire();
  }

  getChildren(row?: Row): Row[] {
    if (row?.kind === 'group') return this.#with(row.status).map((check) => ({ kind: 'check', check }));
    if (row || this.#checks.length === 0) return [];
    const groups = (['stops', 'improves', 'done'] as const).filter((status) => this.#with(status).length > 0);
    return [
      { kind: 'verdict', stops: this.#with('stops').length },
      ...groups.map((status): Row => ({ kind: 'group', status })),
    ];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    switch (row.kind) {
      case 'verdict':
        return verdictItem(row.stops);
      case 'group':
        return this.#groupItem(row.status);
      case 'check':
        return checkItem(row);
    }
  }

  /** Puts the cursor where a row leads to. Nothing is selected there, as the next key would replace it. */
  async goTo(row: Row): Promise<void> {
    if (row.kind !== 'check' || !this.#document) return;
    const { start } = toRange(this.#document, row.check.span);
    await vscode.window.showTextDocument(this.#document, { selection: new vscode.Range(start, start) });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #with(status: Check['status']): readonly Check[] {
    return this.#checks.filter((check) => check.status === status);
  }

  #groupItem(status: Check['status']): vscode.TreeItem {
    const item = new vscode.TreeItem(groupLabel(status), vscode.TreeItemCollapsibleState.Expanded);
    item.id = status;
    item.description = String(this.#with(status).length);
    return item;
  }
}

function verdictItem(stops: number): vscode.TreeItem {
  const label =
    stops === 0
      ? vscode.l10n.t('Ready to publish')
      : stops === 1
        ? vscode.l10n.t('1 thing is left to do first')
        : vscode.l10n.t('{0} things are left to do first', stops);
  const item = new vscode.TreeItem(label);
  item.id = 'verdict';
  item.iconPath =
    stops === 0
      ? new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'))
      : new vscode.ThemeIcon('circle-large-outline');
  return item;
}

function groupLabel(status: Check['status']): string {
  switch (status) {
    case 'stops':
      return vscode.l10n.t('To fix first');
    case 'improves':
      return vscode.l10n.t('Could be better');
    case 'done':
      return vscode.l10n.t('Done');
  }
}

function checkItem(row: Extract<Row, { kind: 'check' }>): vscode.TreeItem {
  const { id, label, status, isFixable } = row.check;
  const text = toText(label);
  const item = new vscode.TreeItem(text);
  item.id = `${status}:${id}`;
  item.tooltip = text;
  item.iconPath = iconOf(status);
  item.contextValue = isFixable ? 'fixable' : 'check';
  item.command = { command: GO_TO, title: '', arguments: [row] };
  return item;
}

function iconOf(status: Check['status']): vscode.ThemeIcon {
  switch (status) {
    case 'stops':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case 'improves':
      return new vscode.ThemeIcon('lightbulb', new vscode.ThemeColor('problemsInfoIcon.foreground'));
    case 'done':
      return new vscode.ThemeIcon('check', new vscode.ThemeColor('testing.iconPassed'));
  }
}
