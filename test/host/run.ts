import * as vscode from 'vscode';
import { suiteSettings } from './desk.ts';
import { suite } from './mocha.ts';
import type { Report } from './report.ts';

/** Called by VS Code inside the extension host. What happened goes to the runner; a rejection is a bug of ours. */
export async function run(): Promise<void> {
  const { report, only } = suiteSettings();
  // One after the other, so that the runner hears them in order.
  let sent: Promise<unknown> = Promise.resolve();
  const send = (what: Report) => {
    sent = sent.then(() => fetch(report, { method: 'POST', body: JSON.stringify(what) }));
  };
  send({
    type: 'start',
    host: typeof process === 'undefined' ? 'web worker' : 'node',
    version: vscode.version,
  });
  if (only !== undefined) suite.fgrep(only);
  await new Promise<void>((resolve) => {
    const runner = suite.run(() => resolve());
    runner.on('pass', (test) =>
      send({ type: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 }),
    );
    runner.on('fail', (test, error: unknown) =>
      send({ type: 'fail', title: test.fullTitle(), error: told(error) }),
    );
    runner.on('pending', (test) => send({ type: 'fail', title: test.fullTitle(), error: 'It was skipped.' }));
  });
  send({ type: 'end' });
  await sent;
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
