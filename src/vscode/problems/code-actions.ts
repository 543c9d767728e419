import * as vscode from 'vscode';
import type { Blank, Fix, Problem } from '../../core/rules/rule.ts';
import { suppressionFix } from '../../core/rules/suppress.ts';
import { toRange, toText, toTextEdits } from '../convert.ts';
import { hasMark } from '../document-text.ts';
import { type Desk, type DeskPost, POSTS } from '../sites/desk.ts';
import { REMOVE_MARK } from './byte-order-mark.ts';
import { APPLY_FILE_CHANGES } from './file-change.ts';

/**
 * Offers the rules' fixes, a comment that asks to ignore the problem, and last what changes more than this post. They
 * come from the desk's own problems, never from data hidden on diagnostics.
 */
export function registerCodeActions(desk: Desk): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    POSTS,
    {
      async provideCodeActions(document, range, context, token) {
        // A fix of an older text would change the wrong place.
        const found = await desk.judged(document);
        if (!found || token.isCancellationRequested) return [];
        const fixes: vscode.CodeAction[] = [];
        const ignores: vscode.CodeAction[] = [];
        const forOthers: vscode.CodeAction[] = [];
        for (const problem of found.problems) {
          if (!toRange(document, problem.span).intersection(range)) continue;
          const diagnostic = context.diagnostics.find((each) => isOf(each, problem, document));
          const ignore = suppressionFix(found.post, found.folder?.site, problem);
          for (const fix of problem.fixes?.() ?? []) {
            const list = fix.confirmation ? forOthers : fixes;
            list.push(toAction(document, found, fix, diagnostic));
          }
          if (ignore) ignores.push(toAction(document, found, ignore, diagnostic));
        }
        return unique([...fixes, ...ignores, ...forOthers]);
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function toAction(
  document: vscode.TextDocument,
  { folder }: DeskPost,
  fix: Fix,
  diagnostic: vscode.Diagnostic | undefined,
): vscode.CodeAction {
  const action = new vscode.CodeAction(toText(fix.title), vscode.CodeActionKind.QuickFix);
  const edits = [
    ...toTextEdits(document, fix.edits),
    ...(fix.blank ? [toSnippetEdit(document, fix.blank)] : []),
  ];
  if (edits.length > 0) {
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(document.uri, edits);
  }
  if ((fix.files || fix.moves) && folder) {
    action.command = { command: APPLY_FILE_CHANGES, title: '', arguments: [folder.root, fix] };
  }
  if (hasMark(document) && fix.edits.some(({ span }) => span.start === 0 && span.end > 0)) {
    action.command = { command: REMOVE_MARK, title: '', arguments: [document.uri] };
  }
  if (diagnostic) action.diagnostics = [diagnostic];
  action.isPreferred = fix.preferred ?? false;
  return action;
}

function toSnippetEdit(
  document: vscode.TextDocument,
  { span, before, after }: Blank,
): vscode.SnippetTextEdit {
  const snippet = new vscode.SnippetString().appendText(before).appendTabstop(0).appendText(after);
  return vscode.SnippetTextEdit.replace(toRange(document, span), snippet);
}

function isOf(diagnostic: vscode.Diagnostic, problem: Problem, document: vscode.TextDocument): boolean {
  const { code } = diagnostic;
  return (
    typeof code === 'object' &&
    code.value === problem.rule &&
    diagnostic.range.isEqual(toRange(document, problem.span))
  );
}

/** Several problems at one place may share a fix, such as "Add all missing fields". */
function unique(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  return [...new Map(actions.map((action) => [action.title, action])).values()];
}
