import { assert } from 'chai';
import * as vscode from 'vscode';
import { completionsAt, eventually, inSite, openPost, openText, placeCursor, remove } from './desk.ts';

const path = 'source/_posts/host-completion.md';

/** Opens a post with the cursor at `|`. */
async function openMarked(text: string): Promise<vscode.TextEditor> {
  const at = text.indexOf('|');
  const editor = await openText(path, text.replace('|', ''));
  const position = editor.document.positionAt(at);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

async function items(text: string): Promise<readonly vscode.CompletionItem[]> {
  const { document, selection } = await openMarked(text);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list.items;
}

async function labels(text: string): Promise<readonly string[]> {
  const { document, selection } = await openMarked(text);
  return completionsAt(document, selection.active);
}

const sortOf = ({ sortText, label }: vscode.CompletionItem) =>
  sortText ?? (typeof label === 'string' ? label : label.label);

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

describe('completion', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('layouts of the site after `extends` (smoke)', async () => {
    const found = await labels('---\nextends: |\n---\n');
    for (const name of ['_layouts.post', '_layouts.page', '_layouts.main'])
      assert.isOk(found.includes(name), name);
    assert.isOk(!found.some((name) => name.includes('_partials')));
  });

  it('sections of the chosen layout after `section`', async () => {
    const found = await labels('---\nextends: _layouts.post\nsection: |\n---\n');
    assert.deepEqual(found.filter((name) => /^\w+$/.test(name)).slice(0, 2), ['content', 'aside']);
  });

  it('keys that the post doesn’t have yet, the required ones first', async () => {
    const found = await labels('---\nextends: _layouts.post\nt|\n---\n');
    assert.deepEqual(found.slice(0, 3), ['title', 'date', 'keywords']);
    assert.isOk(!found.includes('extends'));
  });

  it('the files of the collection that a field names, with their titles', async () => {
    const found = await items('---\nextends: _layouts.post\nsections: [|]\n---\n');
    const town = found.find((item) => labelOf(item) === 'town');
    assert.match(JSON.stringify(town?.label), /Town, \d+ posts/);
  });

  it('an item of a list below its key, in a file with CRLF', async () => {
    const found = await labels('---\r\nextends: _layouts.post\r\nsections:\r\n  - t|\r\n---\r\n');
    assert.isOk(found.includes('town') && found.includes('trade'));
  });

  it('images of the site, whose address is written', async () => {
    const found = await items('---\nextends: _layouts.post\nimage: lan|\n---\n');
    const image = found.find((item) => labelOf(item) === 'lantern-night.webp');
    assert.equal(image?.insertText, '/assets/img/lantern-night.webp');
  });

  it('an image in the body, folder by folder, before what VS Code itself proposes', async () => {
    const head = '---\nextends: _layouts.post\n---\n';
    for (const body of ['![a](/|)', 'Half [typed ![a](/|', '<img src="/|">']) {
      const [first] = (await items(head + body)).toSorted((a, b) => sortOf(a).localeCompare(sortOf(b)));
      assert.equal(first && labelOf(first), 'assets/', body);
      assert.equal(first?.kind, vscode.CompletionItemKind.Folder);
    }
  });

  it('an image’s picture, pixels and bytes, read when the list comes to it', async () => {
    const { document, selection } = await openMarked(
      '---\nextends: _layouts.post\n---\n![a](/assets/img/chow|.png) b\n',
    );
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      selection.active,
      undefined,
      5,
    );
    const item = list.items.find((each) => labelOf(each) === 'chowder.jpg');
    const { documentation, range } = item ?? {};
    assert.isOk(documentation && typeof documentation === 'object' && range instanceof vscode.Range);
    assert.match(documentation.value, /!\[\]\(.*chowder\.jpg\|width=\d+\)[\s\S]*\d+ × \d+ pixels, \d+ kB/);
    assert.equal(document.getText(range), '/assets/img/chow.png');
  });

  it('a choice replaces what is there, whatever the quotes', async () => {
    const found = await items("---\nextends: '_lay|'\n---\n");
    const layout = found.find((item) => labelOf(item) === '_layouts.post');
    const range = layout?.range;
    assert.isOk(range instanceof vscode.Range);
    assert.equal(vscode.window.activeTextEditor?.document.getText(range), '_lay');
  });

  it('posts by their titles in a link, whose address is written', async () => {
    const found = await items('---\ntitle: A\n---\n[a](lantern ni|)\n');
    const post = found.find((item) => item.insertText === '/stories/2025/10/lantern-night');
    assert.isOk(post, found.map(labelOf).join(' | '));
    assert.match(JSON.stringify(post.label), /2025-10-\d\d · posts/);
  });

  it('a title’s words in a link pop the list up', async () => {
    const { document } = await openMarked('---\ntitle: A\n---\n[a](|)\n');
    await vscode.commands.executeCommand('type', { text: 'l' });
    await vscode.commands.executeCommand('type', { text: 'a' });
    await vscode.commands.executeCommand('type', { text: 'n' });
    await eventually('the list to be there and its first entry to be taken', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.lineAt(3).text === '[a](/stories/2025/10/lantern-night)' || undefined;
    });
  });

  it('nothing in the body', async () => {
    const editor = await openText(path, '---\ntitle: A\n---\nextends: \n');
    const found = await completionsAt(editor.document, placeCursor(editor, 'extends: '));
    assert.isOk(!found.includes('_layouts.post'));
  });

  it('pops up while one types, although quick suggestions are off in Markdown', async () => {
    const { document } = await openMarked('---\nextends: _layouts.post\n|\n---\n');
    await vscode.commands.executeCommand('type', { text: 'd' });
    await eventually('the list to be there and its first entry to be taken', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.lineAt(2).text.startsWith('date: ') || undefined;
    });
  });

  it('a list is begun as the site’s posts write one', async () => {
    const { document } = await openMarked('---\nextends: _layouts.post\nsections:|\n---\n');
    await vscode.commands.executeCommand('type', { text: ' ' });
    await vscode.commands.executeCommand('type', { text: 'k' });
    await eventually('the list to be there and its entry to be taken', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes('sections:\n  - kitchen\n---') || undefined;
    });
  });

  it('of a whole post’s front matter nothing is offered twice', async () => {
    const editor = await openPost('source/_posts/winter-soup.md');
    const found = await completionsAt(editor.document, placeCursor(editor, 'author: culture-desk'));
    assert.equal(found.filter((label) => label === 'culture-desk').length, 1);
    assert.isOk(found.includes('night-desk'));
    assert.isOk(editor.document.uri.path.startsWith(inSite('').path));
  });
});
