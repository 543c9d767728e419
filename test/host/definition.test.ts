import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, inSite, openPost, openText, placeCursor, remove } from './desk.ts';

const path = 'source/_posts/host-definition.md';

/** Where the end of `text` leads: the file's path in the site, and the line from 1. */
async function leadsTo(editor: vscode.TextEditor, text: string): Promise<readonly string[]> {
  const position = placeCursor(editor, text).translate(0, -1);
  const found = await eventually(`where ${text} leads`, async () => {
    const links = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      position,
    );
    return links.length > 0 ? links : undefined;
  });
  return found.map((link) => {
    const [uri, range] = 'targetUri' in link ? [link.targetUri, link.targetRange] : [link.uri, link.range];
    return `${uri.path.slice(inSite('').path.length).replace(/^\//, '')}:${range.start.line + 1}`;
  });
}

describe('definition', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('from a layout to its Blade file (smoke)', async () => {
    const editor = await openPost('source/_posts/lantern-night.md');
    assert.deepEqual(await leadsTo(editor, 'extends: _layouts.post'), ['source/_layouts/post.blade.php:1']);
  });

  it('from a section to where it is printed', async () => {
    const editor = await openText(path, '---\nextends: _layouts.post\nsection: aside\n---\n');
    const [place = ''] = await leadsTo(editor, 'section: aside');
    assert.match(place, /^source\/_layouts\/post\.blade\.php:/);
    const [file = '', line = ''] = place.split(':');
    const view = await vscode.workspace.openTextDocument(inSite(file));
    assert.include(view.lineAt(Number(line) - 1).text, "@yield('aside')");
  });

  it('from a name to its page', async () => {
    const editor = await openPost('source/_posts/lantern-night.md');
    assert.deepEqual(await leadsTo(editor, 'author: culture-desk'), ['source/_authors/culture-desk.md:1']);
    assert.deepEqual(await leadsTo(editor, '  - culture'), ['source/_sections/culture.md:1']);
  });

  it('from an address to the image', async () => {
    const editor = await openPost('source/_posts/lantern-night.md');
    assert.deepEqual(await leadsTo(editor, 'image: /assets/img/lantern-night.webp'), [
      'source/assets/img/lantern-night.webp:1',
    ]);
  });

  it('a click on an address opens the post or image that it leads to on the site', async () => {
    const editor = await openText(
      path,
      '---\ntitle: A\n---\n[a](/stories/2025/10/lantern-night/) ![b](/assets/img/chowder.jpg)\n',
    );
    const targets = await eventually('the links', async () => {
      const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        editor.document.uri,
      );
      const ours = links.filter(({ tooltip }) => tooltip?.startsWith('Open source/'));
      return ours.length === 2 ? ours.map(({ target }) => target?.path) : undefined;
    });
    assert.deepEqual(targets, [
      inSite('source/_posts/lantern-night.md').path,
      inSite('source/assets/img/chowder.jpg').path,
    ]);
    assert.deepEqual(await leadsTo(editor, '/stories/2025/10/lantern'), ['source/_posts/lantern-night.md:1']);
  });
});
