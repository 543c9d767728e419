import * as vscode from 'vscode';

/**
 * The file or folder that a command was chosen for: menus of the explorer and of editors give its URI, those of a view
 * the view's element. Undefined from the palette.
 */
export function targetUri(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument !== 'object' || argument === null || !('uri' in argument)) return undefined;
  return argument.uri instanceof vscode.Uri ? argument.uri : undefined;
}
