import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MemoryFiles, openSite, type Texts } from '../../../test/memory-files.ts';
import type { SitePath } from './files.ts';
import { SiteStore } from './site-store.ts';
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
  const texts = { ...BASE, [a]: titled('One'), [b]: titled('One'), [c]: titled('Two') };
  const files = new MemoryFiles(texts);
  const store = await SiteStore.open(files, 'jigsaw', []);
  assert.deepEqual(rivalriesOf(c, store.site), []);
  assert.deepEqual(store.changeText(a, titled('Two')).paths, new Set([b, c, a]));
  assert.deepEqual(rivalriesOf(b, store.site), []);
  assert.deepEqual(
    rivalriesOf(c, store.site).map(({ others }) => others),
    [[a]],
  );
  assert.deepEqual(store.changeText(a, titled('Three')).paths, new Set([c, a]));
  assert.deepEqual(rivalriesOf(c, store.site), []);
  store.changeText(a, titled('Two'));
  files.texts.delete(c);
  assert.deepEqual((await store.update([c])).paths, new Set([c, a]));
  assert.deepEqual(rivalriesOf(a, store.site), []);
});

test('what is handed on from snapshot to snapshot is what a fresh look would find', async () => {
  const paths = [
    ...['source/_posts/a.md', 'source/_posts/x/a.md', 'source/_pages/a.md', 'source/_pages/a.markdown'],
    ...['source/_pages/b.md', 'source/a.blade.php', 'source/blog.blade.php', 'source/blog/a/index.html'],
  ];
  const texts = [titled('A'), titled('B'), '', '---\npagination:\n  collection: posts\n  perPage: 1\n---\n'];
  const step = fc.record({
    path: fc.constantFrom(...paths),
    text: fc.option(fc.constantFrom(...texts), { nil: undefined }),
    typed: fc.boolean(),
  });
  const found = (store: SiteStore) =>
    paths.map((path) =>
      rivalriesOf(path as SitePath, store.site).map(({ output, others, winner }) => [
        output,
        [...others].sort(),
        winner,
      ]),
    );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const files = new MemoryFiles(BASE);
      const store = await SiteStore.open(files, 'jigsaw', []);
      found(store);
      for (const { path, text, typed } of steps) {
        if (text === undefined) files.texts.delete(path);
        else files.texts.set(path, text);
        if (typed && text !== undefined) store.changeText(path as SitePath, text);
        await store.update([path as SitePath]);
        assert.deepEqual(found(store), found(await SiteStore.open(files, 'jigsaw', [])));
      }
    }),
    { numRuns: 60 },
  );
});
