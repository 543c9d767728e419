import { type SpawnOptions, spawn } from 'node:child_process';
import { owned } from './owned.ts';

export interface Ran {
  readonly code: number;
  /** Standard output and error, in the order they came. */
  readonly output: string;
}

/** Runs a program to its end, without a shell. It is stopped when we are. */
export async function run(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Ran> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  await using _ = owned({}, async () => void child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  return { code, output };
}

/** Runs a package's own JavaScript with this Node, which needs no shell and no `.cmd` file on any system. */
export function runNode(
  script: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Ran> {
  return run(process.execPath, [script, ...args], options);
}
