import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { check } from './check.ts';
import { formatText } from './format-text.ts';
import { inspect } from './inspect.ts';
import { Remote } from './remote.ts';
import { findUnusedImages } from './unused-images.ts';

const USAGE = `Usage:
  copydesk check [paths…]   checks the posts of the site here, or those at the paths
  copydesk inspect FILE     prints what Copydesk knows about one post, as JSON
  copydesk unused-images [paths…]   lists the images that nothing on the site uses

Options:
  --format text|json   how check and unused-images print what they find (default: text)
  --env NAME           the environment that is built, with config.NAME.php (default: local)
  --remote             asks other websites whether the images and links on them are there
  --remote-cache FILE  keeps their answers in a file, so that the next run asks less
  -h, --help           prints this
  -v, --version        prints the version

Exit code: 0 without errors, 1 with errors in the posts, 2 when it could not run.`;

/** What went wrong with the call itself, as a sentence for the caller. */
class UsageError extends Error {}

/** @returns the exit code. */
async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(argv);
  const [command, ...paths] = positionals;
  if (values.help) return print(USAGE, 0);
  if (values.version) return print(await version(), 0);
  const env = values.env ?? 'local';
  switch (command) {
    case 'check': {
      if (values['remote-cache'] !== undefined && !values.remote)
        throw new UsageError('--remote-cache needs --remote.');
      const agent = `Copydesk/${await version()}`;
      const remote = values.remote ? await Remote.open(agent, values['remote-cache']) : undefined;
      const result = await check(paths.length > 0 ? paths : ['.'], env, remote);
      await remote?.close();
      const isJson = formatOf(values.format) === 'json';
      const text = isJson ? JSON.stringify(result) : formatText(result, process.stdout.isTTY);
      if (result.posts === 0) process.stderr.write('No posts were found there.\n');
      if (values.env !== undefined && !result.knowsEnv)
        process.stderr.write(`There is no config.${env}.php, so the environment “${env}” changes nothing.\n`);
      return print(text, result.problems.some(({ severity }) => severity === 'error') ? 1 : 0);
    }
    case 'inspect': {
      const [file, ...more] = paths;
      if (file === undefined || more.length > 0) throw new UsageError('inspect takes one file.');
      return print(JSON.stringify(await inspect(file, env), null, 2), 0);
    }
    case 'unused-images': {
      const isJson = formatOf(values.format) === 'json';
      const images = await findUnusedImages(paths.length > 0 ? paths : ['.'], env);
      if (isJson) return print(JSON.stringify({ version: 1, images }), 0);
      process.stderr.write(
        `${images.length} ${images.length === 1 ? 'image' : 'images'} that nothing uses.\n`,
      );
      return images.length > 0 ? print(images.join('\n'), 0) : 0;
    }
    case undefined:
      throw new UsageError('Name a command: check, inspect or unused-images.');
    default:
      throw new UsageError(`There is no command “${command}”.`);
  }
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        env: { type: 'string' },
        remote: { type: 'boolean' },
        'remote-cache': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function formatOf(format = 'text'): 'text' | 'json' {
  if (format === 'text' || format === 'json') return format;
  throw new UsageError(`There is no format “${format}”: use text or json.`);
}

async function version(): Promise<string> {
  // Beside the bundle's folder, or two above the sources.
  const beside = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
  const text = await beside('../package.json').catch(() => beside('../../package.json'));
  const manifest: unknown = JSON.parse(text);
  return typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : '';
}

function print(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

// Nearly all that a check reads stays. V8 would still set aside 100 MB and more for what doesn't.
setFlagsFromString('--semi-space-growth-factor=1');

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError ? `\n\n${USAGE}` : '';
  process.stderr.write(`copydesk: ${error instanceof Error ? error.message : String(error)}${usage}\n`);
  process.exitCode = 2;
}
