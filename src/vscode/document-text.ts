import type * as vscode from 'vscode';

/** The mark that VS Code takes off a text and keeps to itself; the generator sees it, and no front matter behind it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A document's text as the file holds it: with its byte order mark, if it has one. */
export function textOf(document: vscode.TextDocument): string {
  return hasMark(document) ? BYTE_ORDER_MARK + document.getText() : document.getText();
}

/** Where an offset of `textOf` stands in the document. */
export function positionAt(document: vscode.TextDocument, offset: number): vscode.Position {
  return document.positionAt(hasMark(document) ? Math.max(0, offset - 1) : offset);
}

/** The offset in `textOf` of a place in the document. */
export function offsetAt(document: vscode.TextDocument, position: vscode.Position): number {
  return document.offsetAt(position) + (hasMark(document) ? 1 : 0);
}

/** Whether a document's file starts with a byte order mark. */
export function hasMark({ encoding }: vscode.TextDocument): boolean {
  return encoding === 'utf8bom';
}
