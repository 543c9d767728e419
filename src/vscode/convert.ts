import * as vscode from 'vscode';
import type { Severity } from '../core/rules/rule.ts';
import { ENGLISH, type Language, language, type Message, plain, renderPart } from '../core/text/message.ts';
import type { Span } from '../core/text/span.ts';
import type { TextEdit } from '../core/text/text-edit.ts';
import { positionAt } from './document-text.ts';

/** The one place where the core's values become VS Code's. */

/**
 * The language of VS Code's interface if Copydesk speaks it; if not, its texts are English, and so are its lists. The
 * Problems panel, the light bulb, notifications and trees show a text as it is.
 */
const INTERFACE: Language = plain(
  vscode.l10n.bundle ? language(vscode.env.language, (template) => vscode.l10n.t(template)) : ENGLISH,
  (code) => vscode.l10n.t('“{0}”', code),
);

export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(positionAt(document, start), positionAt(document, end));
}

/** A message, or what goes into one, as plain text in the language of the interface. */
export function toText(part: Message['args'][number]): string {
  return renderPart(part, INTERFACE);
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
