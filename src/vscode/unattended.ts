import type * as vscode from 'vscode';

/** Logs what goes wrong in work that nobody waits for. */
export function unattended(log: vscode.LogOutputChannel, work: Promise<unknown>): void {
  work.catch((error: unknown) => log.error(stackOf(error)));
}

/** What a thrown value says of itself and of where it was thrown, for the log. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
