import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  inSite,
  offeredAt,
  openPost,
  openText,
  remove,
  replace,
  settled,
} from './desk.ts';

const post = 'source/_posts/lantern-night.md';
const mine = 'source/_posts/host-low-tide.md';

const run = (name: string) => vscode.commands.executeCommand(`copydesk.posts.${name}`, inSite(post));

/** The titles of what the light bulb offers for a field that makes the address. */
const movesAt = (editor: vscode.TextEditor, key: string) =>
  offeredAt(editor, `\n${key}: `, vscode.CodeActionKind.RefactorMove);

describe('a row of the posts view', () => {
  before(settled);
  afterEach(closeAll);

  it('gives its address', async () => {
    await vscode.env.clipboard.writeText('');
    await run('copyAddress');
    assert.equal(await vscode.env.clipboard.readText(), '/stories/2025/10/lantern-night');
  });

  it('opens beside what is open', async () => {
    await openPost();
    await run('openToSide');
    const editors = vscode.window.visibleTextEditors.map(({ document }) =>
      document.uri.path.split('/').at(-1),
    );
    assert.sameMembers(editors, ['us-blames-iran.md', 'lantern-night.md']);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.Two);
  });

  it('opens with its preview', async () => {
    await run('preview');
    await eventually('the preview', () =>
      vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.label === 'Preview: lantern-night.md')
        ? true
        : undefined,
    );
    assert.isOk(vscode.window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith(post)));
  });
});

describe('a post whose address changes', () => {
  const text =
    '---\nextends: _layouts.post\ntitle: Host Low Tide\ndate: 2025-10-01\nkeywords: a\n---\nText.\n';
  afterEach(() => remove(mine));

  it('is offered its title’s name, and links to its new day', async () => {
    const editor = await openText(mine, text);
    await eventually('the post to be known', async () => {
      await settled();
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        inSite(mine),
        1,
      );
      return lenses.length > 0 || undefined;
    });
    assert.deepEqual(await movesAt(editor, 'title'), []);
    await replace(editor, 'Host Low Tide', 'Host High Tide');
    assert.deepEqual(await movesAt(editor, 'title'), ['Rename the file to match the title']);
    assert.deepEqual(await movesAt(editor, 'date'), []);
    await replace(editor, '2025-10-01', '2025-11-01');
    assert.deepEqual(await movesAt(editor, 'date'), ['Update links to the new address']);
    await replace(editor, 'High Tide', 'Low Tide');
    assert.deepEqual(await movesAt(editor, 'keywords'), []);
    await replace(editor, 'title: Host Low Tide', 'title: "Host Low Tide');
    assert.deepEqual(await movesAt(editor, 'title'), []);
    await replace(editor, 'title: "Host Low Tide', 'title: Another One');
    assert.deepEqual(await movesAt(editor, 'title'), [
      'Rename the file to match the title',
      'Update links to the new address',
    ]);
  });
});
