import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, openText, placeCursor, remove } from './desk.ts';

const path = 'source/_posts/host-suggestions.md';

const body = `
The lantern keeper of Port Orlan has counted the lanterns of the harbour. There are forty lanterns in the harbour now.

A lantern burns for six hours, says the keeper, and the keeper has timed them all with a kitchen clock.
`;

/** Runs a command that shows a list and takes what is chosen in it. */
async function accept(command: string): Promise<void> {
  let isDone = false;
  void vscode.commands.executeCommand(command).then(() => {
    isDone = true;
  });
  await eventually('the suggestion to be taken', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return isDone || undefined;
  });
}

describe('suggestions from the text', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('fills empty keywords with what is chosen', async () => {
    const { document } = await openText(path, `---\ntitle: Light\nkeywords:\n---\n${body}`);
    await accept('copydesk.suggestKeywords');
    const text = document.getText();
    assert.match(text, /^---\ntitle: Light\nkeywords:.*lantern/);
    assert.isOk(text.endsWith(`\n---\n${body}`), text);
  });

  it('writes a sentence of the text as the description', async () => {
    const { document } = await openText(path, `---\ntitle: Light\n---\n${body}`);
    await accept('copydesk.suggestDescription');
    const written = /^description: '?(.*?)'?$/m.exec(document.getText())?.[1] ?? '';
    assert.include(body, written);
    assert.isAbove(written.length, 40);
  });

  it('is offered at the fields that it fills', async () => {
    const editor = await openText(path, `---\ntitle: Light\nkeywords: one\n---\n${body}`);
    const at = placeCursor(editor, 'keywords: o');
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(at, at),
      vscode.CodeActionKind.Refactor.value,
    );
    assert.include(
      actions.map(({ title }) => title),
      'Suggest keywords…',
    );
  });
});
