import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, fix, inSite, noProblem, openText, problem, remove } from './desk.ts';

const first = 'source/_posts/host-addresses.md';
const second = 'source/_posts/host-addressed.md';
const post = (body: string) =>
  `---\nextends: _layouts.post\ntitle: A test\ndate: 2025-10-01\nkeywords: one, two\n---\n${body}\n`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function exists(path: string): Promise<boolean> {
  return await vscode.workspace.fs.stat(inSite(path)).then(
    () => true,
    () => false,
  );
}

describe('addresses', () => {
  afterEach(async () => {
    for (const path of [first, second, 'source/_posts/host-test.svg', 'source/assets/img/host-test.svg'])
      await remove(path).then(undefined, () => undefined);
  });

  it('a link is judged anew when its post comes and when it goes', async () => {
    const { document } = await openText(first, post('See [that](/stories/2025/10/host-addressed).'));
    await problem(document.uri, 'link/not-found');
    await vscode.workspace.fs.writeFile(inSite(second), bytes(post('Here.')));
    await noProblem(document.uri, 'link/not-found');
    await vscode.workspace.fs.delete(inSite(second));
    await problem(document.uri, 'link/not-found');
  });

  it('an image is judged anew when its file changes', async () => {
    await vscode.workspace.fs.writeFile(inSite('source/assets/img/host-test.svg'), bytes(''));
    const { document } = await openText(first, post('![A lamp](/assets/img/host-test.svg)'));
    await problem(document.uri, 'image/broken-file');
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
    await vscode.workspace.fs.writeFile(inSite('source/assets/img/host-test.svg'), bytes(drawing));
    await noProblem(document.uri, 'image/broken-file');
  });

  it('an image beside the post is moved among the others, and shown from there', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
    await vscode.workspace.fs.writeFile(inSite('source/_posts/host-test.svg'), bytes(drawing));
    const { document } = await openText(first, post('![A lamp](host-test.svg)'));
    const found = await problem(document.uri, 'image/not-published');
    await fix(document.uri, found, 'Move the image to “/assets/img/host-test.svg” and use it from there');
    assert.include(document.getText(), '![A lamp](/assets/img/host-test.svg)');
    await noProblem(document.uri, 'image/not-published');
    await eventually('the image to be moved', async () =>
      (await exists('source/assets/img/host-test.svg')) && !(await exists('source/_posts/host-test.svg'))
        ? true
        : undefined,
    );
    await noProblem(document.uri, 'image/not-found');
  });
});
