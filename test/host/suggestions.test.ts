import { assert } from 'chai';
import * as vscode from 'vscode';
import { ACCEPT, answered, offeredAt, openText, remove } from './desk.ts';

const path = 'source/_posts/host-suggestions.md';

const body = `
The lantern keeper of Port Orlan has counted the lanterns of the harbour. There are forty lanterns in the harbour now.

A lantern burns for six hours, says the keeper, and the keeper has timed them all with a kitchen clock.
`;

describe('suggestions from the text', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('fills empty keywords with what is chosen', async () => {
    const { document } = await openText(path, `---\ntitle: Light\nkeywords:\n---\n${body}`);
    await answered(vscode.commands.executeCommand('copydesk.suggestKeywords'), ACCEPT);
    const text = document.getText();
    assert.match(text, /^---\ntitle: Light\nkeywords:.*lantern/);
    assert.isOk(text.endsWith(`\n---\n${body}`), text);
  });

  it('writes a sentence of the text as the description', async () => {
    const { document } = await openText(path, `---\ntitle: Light\n---\n${body}`);
    await answered(vscode.commands.executeCommand('copydesk.suggestDescription'), ACCEPT);
    const written = /^description: '?(.*?)'?$/m.exec(document.getText())?.[1] ?? '';
    assert.include(body, written);
    assert.isAbove(written.length, 40);
  });

  it('is offered at the fields that it fills', async () => {
    const editor = await openText(path, `---\ntitle: Light\nkeywords: one\n---\n${body}`);
    assert.include(await offeredAt(editor, 'keywords: o'), 'Suggest keywords…');
    assert.notInclude(await offeredAt(editor, 'keywords: o'), 'Suggest a description…');
    assert.include(await offeredAt(editor, '---'), 'Suggest a description…');
    assert.notInclude(await offeredAt(editor, '---'), 'Suggest keywords…');
  });
});
