import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from './machine/fault.mjs';
import { root } from './machine/places.ts';
import { runNode } from './machine/run.ts';

/** Builds what ships and packages it. @returns what the packager printed, with the list of files */
export async function makeVsix(target: string): Promise<string> {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // Everything is in the bundles, and the pictures of the README travel along.
  const flags = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  const { code, output } = await runNode(vsce, ['package', ...flags, '--out', target], { cwd: root });
  if (code !== 0) throw new Fault(`Copydesk couldn’t be packaged:\n  ${output.trim()}`);
  return output.trim();
}

/** The name under which this version is handed out. */
export async function vsixName(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return `copydesk-${version}.vsix`;
}
