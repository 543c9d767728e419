import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import type { SitePath } from './files.ts';
import { rivalriesOf } from './writers.ts';

const BASE: Texts = {
  'config.php':
    "<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}', 'extends' => '_layouts.post'], 'pages' => ['path' => '{-title}', 'extends' => '_layouts.post']]];",
  'source/_layouts/post.blade.php': "@yield('content')",
};
const titled = (title: string) => `---\ntitle: ${title}\n---\n`;

async function rivalries(texts: Texts, path: string) {
  const { site } = await openSite({ ...BASE, ...texts });
  return rivalriesOf(path as SitePath, site).map(({ output, others, winner }) => [output, ...others, winner]);
}

test('sources of one file of the site', async () => {
  const cases: readonly (readonly [Texts, string, readonly (readonly string[])[]])[] = [
    [{ 'source/_posts/a.md': '' }, 'source/_posts/a.md', []],
    [
      { 'source/_posts/2023/a.md': '', 'source/_posts/2024/a.md': '' },
      'source/_posts/2023/a.md',
      [['blog/a/index.html', 'source/_posts/2024/a.md', 'source/_posts/2024/a.md']],
    ],
    [
      { 'source/_posts/café.md': '', 'source/_posts/cafe.md': '' },
      'source/_posts/café.md',
      [['blog/cafe/index.html', 'source/_posts/cafe.md', 'source/_posts/café.md']],
    ],
    [{ 'source/_posts/A.md': '', 'source/_posts/a.md': '' }, 'source/_posts/a.md', []],
    [
      { 'source/_pages/a.md': titled('Same'), 'source/_pages/b.md': titled('Same') },
      'source/_pages/a.md',
      [['same/index.html', 'source/_pages/b.md', 'source/_pages/b.md']],
    ],
    [
      // One item to Jigsaw, although the titles differ.
      { 'source/_pages/a.md': titled('One'), 'source/_pages/a.markdown': titled('Other') },
      'source/_pages/a.markdown',
      [['one/index.html', 'source/_pages/a.md', 'source/_pages/a.md']],
    ],
    [
      { 'source/_posts/a.md': '', 'source/blog/a.blade.php': '<p>A</p>' },
      'source/_posts/a.md',
      [['blog/a/index.html', 'source/blog/a.blade.php', 'source/blog/a.blade.php']],
    ],
    [
      { 'source/_posts/a.md': '', 'source/blog/a/index.html': '<p>A</p>' },
      'source/_posts/a.md',
      [['blog/a/index.html', 'source/blog/a/index.html', 'source/blog/a/index.html']],
    ],
    [
      // The second page of a list.
      {
        'source/_posts/2.md': '',
        'source/_posts/b.md': '',
        'source/blog.blade.php': '---\npagination:\n  collection: posts\n  perPage: 1\n---\n',
      },
      'source/_posts/2.md',
      [['blog/2/index.html', 'source/blog.blade.php', 'source/blog.blade.php']],
    ],
    [{ 'source/_posts/a.md': '', 'source/_posts/_a.md': '' }, 'source/_posts/a.md', []],
    [{ 'source/_posts/a.md': '', 'source/_posts/a.MD': '' }, 'source/_posts/a.md', []],
  ];
  for (const [texts, path, expected] of cases) {
    assert.deepEqual(await rivalries(texts, path), expected, Object.keys(texts).join(', '));
  }
});

test('what a filter drops isn’t known', async () => {
  const config =
    "<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}', 'extends' => '_layouts.post', 'filter' => fn ($p) => $p->live]]];";
  const texts = { 'config.php': config, 'source/_posts/1/a.md': '', 'source/_posts/2/a.md': '' };
  assert.deepEqual(await rivalries(texts, 'source/_posts/1/a.md'), []);
});

test('a change concerns the rivals that a post had and those that it gets', async () => {
  const a = 'source/_pages/a.md' as SitePath;
  const b = 'source/_pages/b.md' as SitePath;
  const c = 'source/_pages/c.md' as SitePath;
  const store = await openSite({ ...BASE, [a]: titled('One'), [b]: titled('One'), [c]: titled('Two') });
  assert.deepEqual(store.changeText(a, titled('Two')), new Set([b, c, a]));
  assert.deepEqual(rivalriesOf(b, store.site), []);
  assert.deepEqual(
    rivalriesOf(c, store.site).map(({ others }) => others),
    [[a]],
  );
  assert.deepEqual(store.changeText(a, titled('Three')), new Set([c, a]));
  assert.deepEqual(rivalriesOf(c, store.site), []);
  store.changeText(a, titled('Two'));
  assert.deepEqual(await store.deleteFile(c), new Set([c, a]));
  assert.deepEqual(rivalriesOf(a, store.site), []);
});
