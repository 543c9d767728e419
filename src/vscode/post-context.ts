import * as vscode from 'vscode';
import type { Desk } from './sites/desk.ts';

/** Set while the active editor holds a post, of a site or by itself. */
const IS_POST = 'copydesk.isPost';

/** Set while it holds a text in Markdown that is no post; views know nothing of the editor's language. */
const IS_NO_POST = 'copydesk.isNoPost';

/** The generator of that post's site; not set where it has none. */
const POST_SITE = 'copydesk.postSite';

/** Keeps VS Code's menus told of what the active editor holds, so that they offer what can be done with it. */
export function registerPostContext(desk: Desk): vscode.Disposable {
  const tell = (editor: vscode.TextEditor | undefined) => {
    const found = editor && desk.lookUp(editor.document);
    void vscode.commands.executeCommand('setContext', IS_POST, found !== undefined);
    const isText = editor?.document.languageId === 'markdown';
    void vscode.commands.executeCommand('setContext', IS_NO_POST, isText && found === undefined);
    void vscode.commands.executeCommand('setContext', POST_SITE, found?.folder?.generator);
  };
  tell(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tell),
    desk.onDidLint((uris) => {
      const editor = vscode.window.activeTextEditor;
      const shown = editor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) tell(editor);
    }),
  );
}
