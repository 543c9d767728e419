import * as vscode from 'vscode';
import type { Severity } from '../core/rules/rule.ts';
import { type Message, render } from '../core/text/message.ts';
import type { Span } from '../core/text/span.ts';
import type { TextEdit } from '../core/text/text-edit.ts';
import { positionAt } from './document-text.ts';

/** The one place where the core's values become VS Code's. */

export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(positionAt(document, start), positionAt(document, end));
}

export function toText(message: Message): string {
  return render(message, (template) => vscode.l10n.t(template));
}

export function toTextEdits(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(({ span, text }) => vscode.TextEdit.replace(toRange(document, span), text));
}

export function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
  }
}
