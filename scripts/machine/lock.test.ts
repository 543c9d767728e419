import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isAlive, locked } from './lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
after(() => rmSync(folder, { recursive: true }));

test('one at a time, and the lock is gone afterwards', async (t) => {
  const { mock } = t.mock.method(console, 'log', () => {});
  const file = join(folder, 'a', 'one.lock');
  const seen: string[] = [];
  const work = (name: string) =>
    locked(file, 'the other', async () => {
      seen.push(`${name} in`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${name} out`);
    });
  await Promise.all([work('first'), work('second')]);
  assert.deepEqual(seen, ['first in', 'first out', 'second in', 'second out']);
  assert.equal(existsSync(file), false);
  assert.match(String(mock.calls[0]?.arguments[0]), /Waiting for the other .*process \d+/);
});

test('work that fails frees the lock', async () => {
  const file = join(folder, 'failing.lock');
  await assert.rejects(
    locked(file, 'x', () => Promise.reject(new Error('no'))),
    /no/,
  );
  assert.equal(await locked(file, 'x', async () => 'yes'), 'yes');
});

test('a lock whose process is gone counts for nothing', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const file = join(folder, 'stale.lock');
  writeFileSync(file, String(pid));
  assert.equal(isAlive(pid), false);
  assert.equal(await locked(file, 'x', async () => 'taken'), 'taken');
});
