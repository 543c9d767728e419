import * as vscode from 'vscode';
import { lengthOf } from '../core/overview/reading.ts';
import type { Problem } from '../core/rules/rule.ts';
import type { DocumentAtHand } from './document-at-hand.ts';
import { Pace } from './pace.ts';
import type { Desk } from './sites/desk.ts';

/** How often the numbers follow while one writes, in milliseconds. */
const INTERVAL = 300;

const SHOW_CHECKLIST = 'copydesk.checklist.focus';

/** Shows the words, the reading time and the problems of the post at hand; a click opens its checklist. */
export function registerStatusBar(desk: Desk, atHand: DocumentAtHand): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.post', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Words and Problems of the Post');
  item.command = SHOW_CHECKLIST;

  const show = () => {
    const { document } = atHand;
    // What a preview shows is told a little later than that no editor is active.
    if (!document && isInPreview()) return;
    const found = document && desk.lookUp(document);
    if (!found) {
      item.hide();
      return;
    }
    const { words, minutes } = lengthOf(found.post);
    const problems = desk.problemsOf(document);
    const length = minutes > 0 ? [countOf(words), minutesOf(minutes)] : [countOf(words)];
    item.text = [...length, ...(problems ? [verdict(problems)] : [])].join('  ·  ');
    item.tooltip = vscode.l10n.t(
      'Words and reading time of the text, and problems of the post. Click for its checklist.',
    );
    item.accessibilityInformation = { label: item.text.replace(/\$\([^)]*\)\s*/g, '') };
    item.show();
  };
  const pace = new Pace(show, INTERVAL);
  return vscode.Disposable.from(
    item,
    pace,
    desk.onDidLint(() => pace.ask()),
    atHand.onDidChange(() => pace.ask()),
  );
}

function isInPreview(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('copydesk.preview');
}

function countOf(words: number): string {
  const written = words.toLocaleString(vscode.env.language);
  return words === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', written);
}

function minutesOf(minutes: number): string {
  return vscode.l10n.t('{0} min read', minutes);
}

function verdict(problems: readonly Problem[]): string {
  const count = problems.filter(({ severity }) => severity !== 'information').length;
  if (count === 0) return `$(pass) ${vscode.l10n.t('No problems')}`;
  return `$(warning) ${count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count)}`;
}
