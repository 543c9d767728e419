import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uriPath, windowPath } from './window.ts';

test('a window’s address survives spaces, signs and accents', () => {
  const folder = process.platform === 'win32' ? 'C:\\my site\\50% é#1' : '/my site/50% é#1';
  const path = windowPath('127.0.0.1:80', 'abc', { folder, extensions: [folder], tests: folder });
  const query = new URL(path, 'http://127.0.0.1').searchParams;
  assert.equal(query.get('tkn'), 'abc');
  assert.equal(query.get('folder'), uriPath(folder));
  const workspace = windowPath('127.0.0.1:80', 'abc', { folder: '/a/b.code-workspace', extensions: [] });
  assert.match(
    new URL(workspace, 'http://127.0.0.1').searchParams.get('workspace') ?? '',
    /\/a\/b\.code-workspace$/,
  );
  const payload = JSON.parse(query.get('payload') ?? '') as readonly (readonly [string, string])[];
  assert.deepEqual(
    payload.map(([key, value]) => [key, decodeURIComponent(new URL(value).pathname)]),
    [
      ['extensionDevelopmentPath', uriPath(folder)],
      ['extensionTestsPath', uriPath(folder)],
    ],
  );
});
