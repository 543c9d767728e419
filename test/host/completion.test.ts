import { assert } from 'chai';
import * as vscode from 'vscode';
import { completionsAt, openText, placeCursor, remove } from './desk.ts';

const path = 'source/_posts/host-completion.md';

async function labels(text: string): Promise<readonly string[]> {
  const at = text.indexOf('|');
  const editor = await openText(path, text.replace('|', ''));
  return completionsAt(editor.document, editor.document.positionAt(at));
}

describe('completion', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('layouts of the site after `extends`', async () => {
    const found = await labels('---\nextends: |\n---\n');
    for (const name of ['_layouts.post', '_layouts.page', '_layouts.main'])
      assert.isOk(found.includes(name), name);
    assert.isOk(!found.some((name) => name.includes('_partials')));
  });

  it('sections of the chosen layout after `section`', async () => {
    assert.deepEqual(
      (await labels('---\nextends: _layouts.post\nsection: |\n---\n'))
        .filter((name) => /^\w+$/.test(name))
        .slice(0, 2),
      ['content', 'aside'],
    );
  });

  it('keys that the post doesn’t have yet, the required ones first', async () => {
    const found = await labels('---\nextends: _layouts.post\nt|\n---\n');
    assert.deepEqual(found.slice(0, 3), ['title', 'date', 'keywords']);
    assert.isOk(!found.includes('extends'));
  });

  it('nothing in the body', async () => {
    const editor = await openText(path, '---\ntitle: A\n---\nextends: \n');
    const found = await completionsAt(editor.document, placeCursor(editor, 'extends: '));
    assert.isOk(!found.includes('_layouts.post'));
  });

  it('pops up while one types, although quick suggestions are off in Markdown', async () => {
    const editor = await openText(path, '---\nextends: _layouts.post\n\n---\n');
    const line = new vscode.Position(2, 0);
    editor.selection = new vscode.Selection(line, line);
    const found = await completionsAt(editor.document, line, 't');
    assert.isOk(found.includes('title'));
  });
});
