import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, openPost, openText, remove, replace } from './desk.ts';

const path = 'source/_posts/host-lens.md';
const post = '---\nextends: _layouts.post\ntitle: A\ndate: 2025-10-18\n---\nText.\n';

async function titles(document: vscode.TextDocument): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  return lenses.flatMap(({ command }) => (command ? [command.title] : []));
}

/** Waits until the lens says that, and nothing else. */
async function lens(document: vscode.TextDocument, expected: string | undefined): Promise<void> {
  let last: readonly string[] = [];
  await eventually(`the lens ${expected}; there is ${last.join()}`, async () => {
    last = await titles(document);
    const isSo = expected === undefined ? last.length === 0 : last.length === 1 && last[0] === expected;
    return isSo || undefined;
  });
}

const enable = (value: boolean | undefined) =>
  vscode.workspace
    .getConfiguration('copydesk')
    .update('addressLens.enabled', value, vscode.ConfigurationTarget.Global);

describe('address', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('stands above the post, as it is while one types (smoke)', async () => {
    const editor = await openText(path, post);
    await lens(editor.document, '/stories/2025/10/host-lens');
    await replace(editor, '2025-10-18', '2024-02-18');
    await lens(editor.document, '/stories/2024/02/host-lens');
  });

  it('stays while a field is half written', async () => {
    const editor = await openText(path, post);
    await lens(editor.document, '/stories/2025/10/host-lens');
    await replace(editor, 'title: A', 'tit');
    await lens(editor.document, '/stories/2025/10/host-lens');
  });

  it('several addresses: the first and their number', async () => {
    const several = post.replace(
      '_layouts.post',
      '\n  web: _layouts.post\n  print: _layouts.page\n  card: _layouts.main',
    );
    const { document } = await openText(path, several);
    await lens(document, '/stories/2025/10/host-lens/web and 2 more');
  });

  it('a post without a page has none', async () => {
    const { document } = await openText(path, post.replace('extends: _layouts.post\n', ''));
    await lens(document, undefined);
  });

  it('is off when the writer wants it off', async () => {
    const { document } = await openText(path, post);
    try {
      await enable(false);
      await lens(document, undefined);
    } finally {
      await enable(undefined);
    }
    await lens(document, '/stories/2025/10/host-lens');
  });

  it('is copied by its command', async () => {
    await openPost('source/_posts/lantern-night.md');
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('copydesk.copyAddress');
    assert.equal(await vscode.env.clipboard.readText(), '/stories/2025/10/lantern-night');
  });
});
