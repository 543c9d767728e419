import type * as vscode from 'vscode';
import type { Mark } from '../../protocol/messages.ts';
import { toRange, toText } from '../convert.ts';
import type { Desk } from '../sites/desk.ts';

/** What is wrong with a post, for the margin of its preview. */
export function marksOf(document: vscode.TextDocument, desk: Desk): Mark[] {
  const marks = (desk.problemsOf(document) ?? []).map(({ span, severity, message }) => ({
    line: toRange(document, span).start.line,
    severity,
    text: toText(message),
  }));
  return marks.sort((a, b) => a.line - b.line);
}
