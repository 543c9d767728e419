import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import { movedFiles, siteAfter } from './moves.ts';
import { redirectsOf } from './page-redirects.ts';

const texts = {
  'config.php': `<?php return ['collections' => [
    'posts' => ['path' => 'blog/{date|Y}/{filename}', 'extends' => '_layouts.post'],
    'talks' => ['path' => fn ($page) => 'talks/' . $page->id, 'extends' => '_layouts.post'],
  ]];`,
  'source/_layouts/post.blade.php': "@yield('content')",
  'source/_posts/one.md': '---\ntitle: One\ndate: 2025-01-01\n---\n',
  'source/_posts/2024/two.md': '---\ntitle: Two\ndate: 2024-01-01\n---\n',
  'source/_talks/three.md': '---\ntitle: Three\n---\n',
  'source/assets/a.png': '',
};

async function redirects(from: string, to: string) {
  const { site } = await openSite(texts);
  const moved = movedFiles(site, [{ from: from as SitePath, to: to as SitePath }]);
  return redirectsOf(site, siteAfter(site, moved), moved);
}

test('a renamed post leaves its old address', async () => {
  assert.deepEqual(await redirects('source/_posts/one.md', 'source/_posts/uno.md'), [
    { from: '/blog/2025/one', to: '/blog/2025/uno' },
  ]);
});

test('nothing is left where the address stays, is computed, or is no page’s', async () => {
  assert.deepEqual(await redirects('source/_posts/2024', 'source/_posts/old'), []);
  assert.deepEqual(await redirects('source/_talks/three.md', 'source/_talks/drei.md'), []);
  assert.deepEqual(await redirects('source/assets/a.png', 'source/assets/b.png'), []);
});

test('a post with another date leaves its old address, too', async () => {
  const one = 'source/_posts/one.md' as SitePath;
  const before = await openSite(texts);
  const after = await openSite({ ...texts, [one]: '---\ntitle: One\ndate: 2026-01-01\n---\n' });
  assert.deepEqual(redirectsOf(before.site, after.site, new Map([[one, one]])), [
    { from: '/blog/2025/one', to: '/blog/2026/one' },
  ]);
});
