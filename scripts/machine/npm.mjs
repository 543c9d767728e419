import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { causeOf, Fault } from './fault.mjs';

/**
 * Runs npm quietly, and turns its failure into a sentence. The npm that started us is used again; on Windows
 * a bare `npm` is a .cmd file, which only a shell can start, so there the arguments must need no quoting.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
export async function npm(args, cwd) {
  const { npm_execpath: ours = '' } = process.env;
  const [command, first] = basename(ours) === 'npm-cli.js' ? [process.execPath, [ours]] : ['npm', []];
  const shell = command === 'npm' && process.platform === 'win32';
  const child = spawn(command, [...first, ...args], { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  // On Ctrl+C npm would go on for a while in the background; nothing half-made counts as installed.
  const stop = () => void child.kill();
  process.once('exit', stop);
  let said = '';
  const hear = (/** @type {Buffer} */ chunk) => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  }).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'ENOENT')
      throw new Fault('npm isn’t on the PATH. It comes with Node: https://nodejs.org');
    throw error;
  });
  process.removeListener('exit', stop);
  if (code === 0) return;
  const lines = said.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const excerpt = (lines.length > 0 ? lines : said.split('\n')).slice(0, 5).join('\n  ');
  throw new Fault(
    `${causeOf(said) ?? 'npm failed.'}\n  npm ${args.join(' ')} (in ${cwd}) said:\n  ${excerpt}`,
  );
}
