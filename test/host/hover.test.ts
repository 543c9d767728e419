import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, inSite, openPost, openText, placeCursor, remove } from './desk.ts';

const path = 'source/_posts/host-hover.md';

/** Copydesk's hover at the end of `text`, as Markdown. */
async function hover(editor: vscode.TextEditor, text: string): Promise<string> {
  const position = placeCursor(editor, text).translate(0, -1);
  const found = await eventually(`a hover at ${text}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      position,
    );
    return hovers.length > 0 ? hovers : undefined;
  });
  const contents = found.flatMap(({ contents }) => contents);
  return contents
    .map((part) => (part instanceof vscode.MarkdownString ? part.value : String(part)))
    .join('\n');
}

describe('hover', () => {
  afterEach(() => remove(path).then(undefined, () => undefined));

  it('a key: what it does, what the build reads, what the site’s posts have (smoke)', async () => {
    const editor = await openPost('source/_posts/lantern-night.md');
    const told = await hover(editor, 'sections');
    assert.include(told, 'The build reads a list with 1 item\\.'.replaceAll('\\', ''));
    assert.match(told, /Used most: harbour/);
  });

  it('a date in words and in both zones', async () => {
    const told = await hover(await openPost('source/_posts/lantern-night.md'), 'date: 2025-10-18');
    assert.match(told, /Saturday/);
    assert.match(told, /UTC/);
  });

  it('a layout’s views as links, and what they print', async () => {
    const told = await hover(await openPost('source/_posts/lantern-night.md'), 'extends: _layouts.post');
    assert.match(told, /\[source\/.*layouts\/post.*\]\(.*post\.blade\.php\)/);
    assert.match(told, /main\.blade\.php/);
    assert.include(told, '“content”');
  });

  it('the title of the page that a name leads to', async () => {
    const told = await hover(await openPost('source/_posts/lantern-night.md'), 'author: culture-desk');
    assert.include(told, '**Staff, Culture Desk**');
    assert.include(told, '/authors/culture-desk');
  });

  it('an image as a picture', async () => {
    const told = await hover(
      await openPost('source/_posts/lantern-night.md'),
      'image: /assets/img/lantern-night.webp',
    );
    assert.match(told, /!\[\]\(.*lantern-night\.webp\|width=\d+\)/);
    assert.match(told, /\d+ × \d+ pixels, \d+ kB/);
    assert.include(told, 'On the site: `/assets/img/lantern-night.webp`');
  });

  it('the image that may be meant, an empty one, and one on another website, which isn’t loaded', async () => {
    const empty = 'source/assets/img/host-empty.png';
    await vscode.workspace.fs.writeFile(inSite(empty), new Uint8Array());
    const body =
      '![a](/assets/img/chowdr.jpg)\n\n![b](/assets/img/host-empty.png)\n\n![c](https://a.net/c.png)\n';
    try {
      const editor = await openText(path, `---\nextends: _layouts.post\n---\n${body}`);
      assert.match(await hover(editor, 'chowdr.jpg'), /Did you mean this image\?[\s\S]*chowder\.jpg\|width=/);
      await eventually('the empty image to be seen', async () => {
        const text = await hover(editor, 'host-empty.png');
        return text.includes('This file is empty') || undefined;
      });
      const remote = await hover(editor, 'a.net/c.png');
      assert.include(remote, 'copydesk.preview.remoteImages');
    } finally {
      await vscode.workspace.fs.delete(inSite(empty));
    }
  });

  it('what a page’s own words hold is no Markdown', async () => {
    const page = 'source/_sections/host-hover.md';
    try {
      await openText(page, '---\ntitle: "*[a](command:b) <img src=x>"\n---\n');
      const editor = await openText(path, '---\nextends: _layouts.post\nsections: [host-hover]\n---\n');
      const told = await hover(editor, 'host-hover');
      assert.include(told, '**\\*\\[a\\]\\(command:b\\) \\<img src=x\\>**');
    } finally {
      await remove(page);
    }
  });
});
