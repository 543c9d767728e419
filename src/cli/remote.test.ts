import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type OddServer, oddServer } from '../../test/web/odd-server.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'copydesk-remote-'));
after(() => rmSync(folder, { recursive: true }));

let server: OddServer;
before(async () => {
  server = await oddServer();
});
after(() => server[Symbol.asyncDispose]());

const SITE = {
  'config.php': "<?php return ['collections' => ['posts' => []]];",
  'source/_layouts/post.blade.php': "<img src='{{ $page->image }}'>@yield('content')",
};
for (const [path, content] of Object.entries(SITE)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
mkdirSync(join(folder, 'source/_posts'));

const POST = `---
extends: _layouts.post
title: Tides
image: http://charts.net/nothing.png
---
The [tides](http://charts.net/gone), [the same](http://charts.net/gone#bay), [here](http://charts.net/page),
[busy](http://full.net/busy), [mine](http://localhost:3000/x) and ![a chart](http://charts.net/page.png).
`;

/** Runs the command with this machine's odd server as the whole web, by way of a proxy. */
async function copydesk(...args: readonly string[]) {
  writeFileSync(join(folder, 'source/_posts/tides.md'), POST);
  const proxy = `http://127.0.0.1:${server.port}`;
  const child = spawn(process.execPath, [main, 'check', ...args], {
    cwd: folder,
    env: { ...process.env, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: '' },
  });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ]);
  return { stdout, stderr, status };
}

test('check asks nobody by itself', async () => {
  const { stdout } = await copydesk();
  assert.doesNotMatch(stdout, /remote/);
  assert.deepEqual(server.asked, []);
});

test('check --remote says what is gone, and what could not be checked', async () => {
  const { stdout, stderr, status } = await copydesk('--remote', '--format', 'json');
  assert.equal(stderr, '');
  const { problems, remote } = JSON.parse(stdout);
  assert.equal(status, 1);
  assert.deepEqual(
    problems
      .filter(({ rule }: { rule: string }) => rule.includes('remote'))
      .map(({ rule, start }: { rule: string; start: { line: number } }) => [start.line, rule]),
    [
      [4, 'image/remote-not-found'],
      [6, 'link/remote-not-found'],
      [6, 'link/remote-not-found'],
      [7, 'image/remote-not-an-image'],
    ],
  );
  assert.deepEqual(remote, { addresses: 5, unsure: [{ address: 'http://full.net/busy', why: 'busy' }] });
  assert.deepEqual(
    server.asked.filter((each) => each.includes('localhost')),
    [],
  );
  assert.match(String(server.headers['user-agent']), /^Copydesk\/\d/);
});

test('check --remote-cache asks for nothing twice', async () => {
  const cache = join(folder, 'answers.json');
  await copydesk('--remote', '--remote-cache', cache);
  assert.equal(JSON.parse(readFileSync(cache, 'utf8')).answers.length, 4);
  const before = server.asked.length;
  const { stdout } = await copydesk('--remote', '--remote-cache', cache);
  assert.deepEqual(server.asked.slice(before), ['HEAD full.net/busy']);
  assert.match(stdout, /link\/remote-not-found/);
  assert.match(stdout, /could not be checked.*\n {2}http:\/\/full\.net\/busy/i);
});

test('--remote-cache alone is refused', async () => {
  const { stderr, status } = await copydesk('--remote-cache', 'x.json');
  assert.equal(status, 2);
  assert.match(stderr, /--remote-cache needs --remote/);
});
