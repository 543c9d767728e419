import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  eventually,
  inSite,
  openText,
  remove,
  replace,
  settled,
  withSetting,
} from './desk.ts';

const folder = 'source/_posts';
const one = `${folder}/host-links-one.md`;
const two = `${folder}/host-links-two.md`;
const three = `${folder}/host-links-three.md`;
const image = 'source/assets/img/host-links.png';
const head = '---\nextends: _layouts.post\ntitle: T\ndate: 2025-10-01\nkeywords: a\n---\n';

async function rename(...moves: readonly (readonly [string, string])[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const [from, to] of moves) edit.renameFile(inSite(from), inSite(to));
  assert.isTrue(await vscode.workspace.applyEdit(edit));
}

async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(inSite(path))).getText();
}

/** Waits until Copydesk knows a file, so that what leads to it isn't broken. */
async function known(uri: vscode.Uri, path: string): Promise<void> {
  await eventually(`Copydesk to know ${path}`, async () => {
    await settled();
    const problems = vscode.languages.getDiagnostics(uri);
    const isMissed = (problem: vscode.Diagnostic) =>
      codeOf(problem).endsWith('/not-found') && problem.message.includes(path);
    return problems.some(isMissed) ? undefined : true;
  });
}

describe('links when files move', () => {
  afterEach(async () => {
    for (const path of [one, two, three, image, `${folder}/host-links-deux.md`]) {
      await remove(path).then(undefined, () => undefined);
    }
    const pics = inSite('source/assets/host-pics');
    await vscode.workspace.fs.delete(pics, { recursive: true }).then(undefined, () => undefined);
  });

  it('follow an image, in front matter and body, saved or not (smoke)', async () => {
    await vscode.workspace.fs.writeFile(inSite(image), new Uint8Array(1));
    const editor = await openText(
      one,
      `${head.replace('title', 'image: /assets/img/host-links.png\ntitle')}![a](/assets/img/host-links.png)\n`,
    );
    await known(editor.document.uri, 'host-links.png');
    await replace(editor, '![a]', 'Not saved: ![b](/assets/img/host-links.png) ![a]');
    await rename([image, 'source/assets/host-pics/new name.png']);
    const text = await textOf(one);
    assert.include(text, 'image: /assets/host-pics/new%20name.png');
    assert.include(text, '![b](/assets/host-pics/new%20name.png) ![a](/assets/host-pics/new%20name.png)');
    assert.notInclude(text, 'host-links.png');
  });

  it('follow a post whose file isn’t open', async () => {
    await openText(two, `${head}Two\n`);
    await openText(
      one,
      `${head}[two](/stories/2025/10/host-links-two) and [slash](/stories/2025/10/host-links-two/#a)\n`,
    );
    await settled();
    await closeAll();
    await rename([two, `${folder}/host-links-deux.md`]);
    await eventually(
      'the links to follow',
      async () =>
        (await textOf(one)).includes(
          '[two](/stories/2025/10/host-links-deux) and [slash](/stories/2025/10/host-links-deux/#a)',
        ) || undefined,
    );
  });

  it('of two files that move at once', async () => {
    await vscode.workspace.fs.writeFile(inSite(image), new Uint8Array(1));
    await openText(two, `${head}Two\n`);
    const editor = await openText(
      one,
      `${head}![a](/assets/img/host-links.png) [b](/stories/2025/10/host-links-two)\n`,
    );
    await known(editor.document.uri, 'host-links.png');
    await rename([image, 'source/assets/host-pics/a.png'], [two, three]);
    assert.include(await textOf(one), '![a](/assets/host-pics/a.png) [b](/stories/2025/10/host-links-three)');
  });

  it('stay where the setting says so', async () => {
    await withSetting('updateLinksOnFileMove', 'never', async () => {
      await vscode.workspace.fs.writeFile(inSite(image), new Uint8Array(1));
      const editor = await openText(one, `${head}![a](/assets/img/host-links.png)\n`);
      await known(editor.document.uri, 'host-links.png');
      await rename([image, 'source/assets/host-pics/a.png']);
      assert.include(await textOf(one), '![a](/assets/img/host-links.png)');
    });
  });

  it('follow without a question where the setting says so', async () => {
    await withSetting('updateLinksOnFileMove', 'always', async () => {
      await vscode.workspace.fs.writeFile(inSite(image), new Uint8Array(1));
      const editor = await openText(one, `${head}![a](/assets/img/host-links.png)\n`);
      await known(editor.document.uri, 'host-links.png');
      await rename([image, 'source/assets/host-pics/a.png']);
      assert.include(await textOf(one), '![a](/assets/host-pics/a.png)');
    });
  });
});
