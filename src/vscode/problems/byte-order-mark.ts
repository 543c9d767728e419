import * as vscode from 'vscode';
import { registerCommand } from '../command.ts';
import { hasMark } from '../document-text.ts';

/** Takes the byte order mark off a file. No edit can: an editor keeps the mark out of the text that it shows. */
export const REMOVE_MARK = 'copydesk.removeByteOrderMark';

const MARK = [0xef, 0xbb, 0xbf];

export function registerByteOrderMark(log: vscode.LogOutputChannel): vscode.Disposable {
  return registerCommand(log, REMOVE_MARK, async (uri: unknown) => {
    if (!(uri instanceof vscode.Uri)) return;
    const document = await vscode.workspace.openTextDocument(uri);
    if (!hasMark(document) || !(await document.save())) return;
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (MARK.every((byte, index) => bytes[index] === byte)) {
      await vscode.workspace.fs.writeFile(uri, bytes.slice(MARK.length));
    }
  });
}
