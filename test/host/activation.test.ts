import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, openPost } from './desk.ts';

async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension<unknown>('copydesk.copydesk');
  if (!extension) throw new Error('VS Code doesn’t know the extension.');
  await extension.activate();
  return extension;
}

describe('activation (smoke)', () => {
  it('finds the extension', () => {
    assert.isDefined(vscode.extensions.getExtension('copydesk.copydesk'));
  });

  it('activates by itself when a post is opened', async () => {
    await openPost();
    await eventually(
      'Copydesk to be active',
      () => vscode.extensions.getExtension('copydesk.copydesk')?.isActive || undefined,
    );
  });

  it('registers every command that its manifest names', async () => {
    const manifest = (await activated()).packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands
      .map(({ command }) => command)
      .filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
