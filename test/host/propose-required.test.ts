import { assert } from 'chai';
import * as vscode from 'vscode';
import { ACCEPT, answered, closeAll, eventually, inSite, openPost } from './desk.ts';

const config = inSite('copydesk.json');

async function written(): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(config));
  } catch {
    return undefined;
  }
}

/** Puts a text into the file, and waits until an editor that still knows the file of an earlier test sees it. */
async function write(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(config);
  await eventually('the file to be seen', () => document.getText() === text || undefined);
}

/** Runs the command, takes what it proposes, and sends away what it then says. */
async function accept(): Promise<void> {
  const asking = vscode.commands.executeCommand('copydesk.proposeRequiredFields');
  await answered(asking, ACCEPT, 'notifications.clearAll');
}

describe('proposing required fields', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(config).then(undefined, () => undefined);
  });

  it('writes what nearly all posts have, in a file that it makes', async () => {
    await openPost();
    await accept();
    const { required } = JSON.parse((await written()) ?? '') as { required: readonly string[] };
    for (const key of ['extends', 'title', 'date']) assert.isOk(required.includes(key), key);
    assert.isOk(!required.includes('image_caption'));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, config.path);
  });

  it('leaves alone what else stands in the file', async () => {
    const before = '{\n\t// by hand\n\t"ignore": ["drafts/**"],\n\t"required": ["title"]\n}\n';
    await write(before);
    await openPost();
    await accept();
    const after = (await written()) ?? '';
    assert.isOk(
      after.startsWith('{\n\t// by hand\n\t"ignore": ["drafts/**"],\n\t"required": [\n\t\t"extends"'),
      after,
    );
  });

  it('writes nothing into a file that is no JSON', async () => {
    await write('{ "required": ');
    await openPost();
    await accept();
    assert.equal(await written(), '{ "required": ');
  });
});
