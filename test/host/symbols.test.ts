import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, openPost, openText, remove } from './desk.ts';

const page = 'source/_posts/host-symbols.blade.php';

/** The names in a document's outline, whoever gives them, once `expected` is among them. */
async function symbols(
  document: vscode.TextDocument,
  expected: string,
): Promise<readonly vscode.DocumentSymbol[]> {
  return eventually(`${expected} in the outline`, async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    return found && names(found).includes(expected) ? found : undefined;
  });
}

function names(found: readonly vscode.DocumentSymbol[]): readonly string[] {
  return found.flatMap(({ name, children }) => [name, ...names(children)]);
}

describe('symbols', () => {
  afterEach(() => remove(page).then(undefined, () => undefined));

  it('the fields of the front matter; headings of Markdown only once', async () => {
    const { document } = await openPost('source/_posts/winter-soup.md');
    const all = names(await symbols(document, 'keywords'));
    for (const key of ['extends', 'title', 'date', 'author']) assert.isOk(all.includes(key), key);
    assert.equal(all.filter((name) => name.includes('What to find')).length, 1);
  });

  it('headings in HTML of a post in Markdown', async () => {
    const { document } = await openPost();
    const all = names(await symbols(document, 'keywords'));
    assert.isOk(all.some((name) => name.startsWith('U.S. Blames Iran')));
  });

  it('headings of a Blade post', async () => {
    const { document } = await openText(
      page,
      '---\ntitle: A\n---\n@extends("_layouts.post")\n<h2>First</h2>\n<h3>Inner</h3>\n',
    );
    const found = await symbols(document, 'First');
    const first = found.find(({ name }) => name === 'First');
    assert.deepEqual(
      first?.children.map(({ name }) => name),
      ['Inner'],
    );
  });
});
