// `npm start [-- SITE] [-- --port N]`: a real VS Code in the browser, with Copydesk at work on a site.
import { existsSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command } from './machine/command.ts';
import { openInBrowser } from './machine/default-browser.ts';
import { Fault } from './machine/fault.mjs';
import { root, sampleSite } from './machine/places.ts';
import { copyInto, type RunFolder, runFolder } from './machine/run-folder.ts';
import { buildOrExplain } from './parts/build.ts';
import { openFrontDoor } from './vscode/front-door.ts';
import { startServer } from './vscode/server.ts';
import { windowPath } from './vscode/window.ts';

const usage = 'Use: npm start -- [path/to/site] [--port N] [--no-browser]';

/** A window that opens the sample site begins with its readme, whose links open posts to be edited. */
const welcome = { 'workbench.startupEditor': 'readme', 'markdown.preview.openMarkdownLinks': 'inEditor' };

await command(async () => {
  const { site, port, browser } = wishes();
  if (site !== undefined) mustBeFolder(site);
  await using run = await runFolder();
  console.log('• Building Copydesk …');
  await buildOrExplain();
  const folder = await siteToOpen(site, run);
  const settings = site === undefined ? welcome : {};
  await using server = await startServer(run, { settings });
  const window = (host: string) => windowPath(host, server.token, { folder, extensions: [root] });
  await using door = await openFrontDoor(server, window, port);
  const address = `http://127.0.0.1:${door.port}/`;
  console.log(greeting(address, site === undefined));
  if (browser && openInBrowser(address)) console.log('Your browser is opening it.');
  throw new Fault(`VS Code’s server has ended:\n  ${await server.ended}`);
}, 0);

interface Wishes {
  readonly site: string | undefined;
  readonly port: number | undefined;
  readonly browser: boolean;
}

function wishes(): Wishes {
  const { values, positionals } = readArguments();
  const [site, extra] = positionals;
  if (extra !== undefined) throw new Fault(`One site at a time. ${usage}`);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Fault(`“${values.port}” isn’t a port; those are numbers from 1 to 65535.`);
  }
  // npm runs us in the project's folder and leaves the one that the user is in here.
  const { INIT_CWD: from = process.cwd() } = process.env;
  return { site: site === undefined ? undefined : resolve(from, site), port, browser: !values['no-browser'] };
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string' }, 'no-browser': { type: 'boolean' } },
    });
  } catch (error) {
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new Fault(`${what}. ${usage}`);
  }
}

/** @throws Fault before anything is built or downloaded for a folder that isn't there. */
function mustBeFolder(site: string): void {
  if (!statSync(site, { throwIfNoEntry: false })?.isDirectory())
    throw new Fault(`There is no folder ${site}.`);
}

/** The writer's own folder as it is, or a copy of the sample site, thrown away at the end. */
async function siteToOpen(site: string | undefined, run: RunFolder): Promise<string> {
  if (site === undefined) {
    const copy = await copyInto(run, sampleSite);
    await copyFile(join(import.meta.dirname, 'vscode', 'try-this.md'), join(copy, 'readme.md'));
    return copy;
  }
  if (!existsSync(join(site, 'config.php'))) {
    console.log(
      `• ${site} has no config.php, so it doesn’t look like a Jigsaw site. Opening it all the same.`,
    );
  }
  return site;
}

function greeting(address: string, isSample: boolean): string {
  const lines = isSample
    ? [
        'This is a copy of the sample site, thrown away at the end: try whatever you like.',
        'The window says what to try, too.',
        '',
        '  1. Ctrl+P, type “us-blames”, Enter: a post with one mistake.',
        '  2. Ctrl+Shift+M: the Problems panel says which. Ctrl+. on it offers to fix it.',
        '  3. F1, “Copydesk: Open Preview to the Side”, then type on.',
        '  4. F1, “Copydesk: New Post”.',
      ]
    : [
        'This is your own site: what you save there is saved.',
        '',
        '  1. Open a post. Ctrl+Shift+M shows what is wrong with it.',
        '  2. F1, “Copydesk: Open Preview to the Side”.',
        '  3. F1, “Copydesk: New Post”.',
      ];
  return `\nCopydesk is running in VS Code at\n\n    ${address}\n\n${lines.join('\n')}\n\nCtrl+C here stops it.\n`;
}
