import * as vscode from 'vscode';
import type { RuleId } from '../../core/rules/rule.ts';
import { registerCommand } from '../command.ts';

const COMMAND = 'copydesk.openRuleDocumentation';

/** The link from a problem's code to the page that explains it. */
export function ruleDocumentation(rule: RuleId): vscode.Uri {
  return vscode.Uri.parse(`command:${COMMAND}?${encodeURIComponent(JSON.stringify([rule]))}`);
}

/** Opens the page of a rule, which ships with the extension, as a page to read. */
export function registerRuleDocumentation(
  extension: vscode.Uri,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return registerCommand(log, COMMAND, async (rule: unknown) => {
    if (typeof rule !== 'string' || !/^[a-z-]+\/[a-z-]+$/.test(rule)) return;
    const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  });
}
