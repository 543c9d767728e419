import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, openText, remove } from './desk.ts';

const path = 'source/_posts/host-copy-html.md';

async function copied(body: string): Promise<string> {
  await openText(
    path,
    `---\nextends: _layouts.post\ntitle: A\ndate: 2025-10-18\nkeywords: b\n---\n${body}\n`,
  );
  await vscode.env.clipboard.writeText('');
  await vscode.commands.executeCommand('copydesk.copyHtml');
  return await vscode.env.clipboard.readText();
}

describe('copying a post as HTML', () => {
  after(() => remove(path));

  it('gives what the build makes of the body, and nothing of the preview’s own', async () => {
    const html = await copied('## High *water*\n\n![A quay](/assets/img/chowder.jpg)\n\n- six\n- seven');
    assert.equal(
      html.trim(),
      '<h2>High <em>water</em></h2>\n\n<p><img src="/assets/img/chowder.jpg" alt="A quay" /></p>\n\n<ul>\n<li>six</li>\n<li>seven</li>\n</ul>',
    );
  });

  it('gives what is typed, saved or not', async () => {
    await copied('One.');
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => edit.insert(new vscode.Position(6, 0), 'Not saved. '));
    await vscode.commands.executeCommand('copydesk.copyHtml');
    assert.equal((await vscode.env.clipboard.readText()).trim(), '<p>Not saved. One.</p>');
  });

  it('leaves the clipboard alone without a post', async () => {
    await closeAll();
    await vscode.env.clipboard.writeText('mine');
    await vscode.commands.executeCommand('copydesk.copyHtml');
    assert.equal(await vscode.env.clipboard.readText(), 'mine');
  });
});
