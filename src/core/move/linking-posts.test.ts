import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import { linkingPosts } from './linking-posts.ts';

const post = (body: string) => `---\nextends: _layouts.post\ntitle: A\ndate: 2026-01-01\n---\n${body}\n`;

async function linkers(pattern: string): Promise<readonly string[]> {
  const { site } = await openSite({
    'config.php': `<?php return ['collections' => ['posts' => ['path' => ${pattern}]]];`,
    'source/_layouts/post.blade.php': "@yield('content')",
    'source/_posts/tide.md': post('[itself](/blog/tide)'),
    'source/_posts/plain.md': post('[a](/blog/tide) and [again](/blog/tide/#noon)'),
    'source/_posts/coded.md': post('[a](/blog/%74ide)'),
    'source/_posts/picture.md': post('![a](/blog/tide.png) [b](/blog/tide-table) The tide.'),
    'source/_posts/code.md': post('`[a](/blog/tide)`'),
    'source/about.md': post('<a href="/blog/tide/">a</a>'),
  });
  const to = site.posts.get('source/_posts/tide.md' as SitePath);
  assert.ok(to);
  return [...linkingPosts(to, site)].flatMap((each) => each?.path ?? []).sort();
}

test('posts and pages that link to a post are found, and no others', async () => {
  assert.deepEqual(await linkers("'blog/{filename}'"), [
    'source/_posts/coded.md',
    'source/_posts/plain.md',
    'source/about.md',
  ]);
});

test('nothing is said of a post whose address only the build knows', async () => {
  assert.deepEqual(await linkers('fn ($page) => secret($page)'), []);
});
