import * as vscode from 'vscode';
import { stackOf } from './unattended.ts';

/**
 * Registers a command, at whose edge what it throws is caught: it is logged once, and the writer is told in plain words
 * instead of the error's. Who cancelled needs to be told nothing.
 * @param run gets what the command was called with: unknown, as anybody may call it.
 */
export function registerCommand<Arguments extends readonly unknown[]>(
  log: vscode.LogOutputChannel,
  command: string,
  run: (...args: Arguments) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (...args: Arguments) => {
    try {
      return await run(...args);
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) tell(log, command, error);
      return undefined;
    }
  });
}

function tell(log: vscode.LogOutputChannel, command: string, error: unknown): void {
  log.error(`${command}: ${stackOf(error)}`);
  const show = vscode.l10n.t('Show Output');
  const text = vscode.l10n.t('That could not be done. The output says more.');
  void vscode.window.showErrorMessage(text, show).then((answer) => answer === show && log.show());
}
