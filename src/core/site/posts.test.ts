import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { NOTHING } from './change.ts';
import type { SitePath } from './files.ts';
import { postCollections } from './posts.ts';

const CONFIG = "<?php return ['collections' => ['posts' => []]];";
const TEXT = '---\ntitle: Storm\n---\nWind.';

test('posts are what a writer writes, wherever a slip puts it', async () => {
  const cases: readonly (readonly [path: string, text: string, isPost: boolean])[] = [
    ['source/_posts/storm.md', 'Wind.', true],
    ['source/_posts/storm.blade.php', 'Wind.', true],
    ['source/_posts/_storm.md', 'Wind.', true],
    ['source/_posts/Storm.MD', 'Wind.', true],
    ['source/_posts/storm.mkd', TEXT, true],
    ['source/_posts/storm', TEXT, true],
    ['source/_posts/storm.html', TEXT, true],
    ['source/_posts/storm.html', '<p>Wind.</p>', false],
    ['source/_posts/storm.txt', 'Wind.', false],
    ['source/_posts/storm.png', TEXT, false],
    ['source/_posts/data.json', TEXT, false],
    ['source/about.md', 'Wind.', true],
    ['source/about.html', TEXT, false],
    ['source/_drafts/storm.md', TEXT, true],
    ['source/_partials/wind.md', 'Wind.', false],
    ['source/_layouts/post.blade.php', TEXT, false],
    ['readme.md', TEXT, false],
  ];
  for (const [path, text, expected] of cases) {
    const { site } = await openSite({ 'config.php': CONFIG, [path]: text });
    assert.equal(site.posts.has(path as SitePath), expected, `${path}: ${text}`);
  }
});

test('a collection whose addresses hold the date holds posts', async () => {
  for (const [path, expected] of [
    ['{date|Y}/{filename}', true],
    ['{-date}', true],
    ['{date_start|ym}', false],
  ] as const) {
    const { site } = await openSite({
      'config.php': `<?php return ['collections' => ['camps' => ['path' => '${path}']]];`,
    });
    assert.equal(postCollections(site).length === 1, expected, path);
  }
});

test('a collection with dates holds posts if any of them has a page', async () => {
  const dated = '---\ntitle: Term 1\ndate: 2025-02-03\n---\n';
  for (const [settings, texts, expected] of [
    ["'sort' => 'date'", { 'one.md': dated, 'two.md': dated }, false],
    ["'sort' => 'date'", { 'one.md': dated }, false],
    ["'path' => 'terms/{filename}'", { 'one.md': dated }, true],
    ["'extends' => '_layouts.term'", { 'one.md': dated }, true],
    ['...terms()', { 'one.md': dated }, true],
    ['', { 'one.md': dated, 'two.md': dated.replace('title', 'extends: _layouts.term\ntitle') }, true],
    ['', { 'one.md': dated, 'two.blade.php': `${dated}@extends('_layouts.term')` }, true],
    ['', { 'one.md': dated, 'two.blade.md': dated }, false],
  ] as const) {
    const files = Object.entries(texts).map(([name, text]) => [`source/_terms/${name}`, text] as const);
    const { site } = await openSite({
      'config.php': `<?php return ['collections' => ['terms' => [${settings}]]];`,
      ...Object.fromEntries(files),
    });
    assert.equal(postCollections(site).length === 1, expected, `${settings} ${Object.keys(texts)}`);
  }
});

test('where the collections can’t be known, front matter in a folder of one makes a post', async () => {
  for (const config of [
    "<?php return ['collections' => collections()];",
    "<?php return ['collections' => function () { return []; }];",
    "<?php return ['collections' => [",
  ]) {
    const { site } = await openSite({
      'config.php': config,
      'source/_layouts/post.blade.php': TEXT,
      'source/_partials/wind.blade.php': 'Wind.',
      'source/_posts/storm.md': TEXT,
      'source/_posts/calm.md': `\n${TEXT}`,
      'source/_posts/plain.md': 'Wind.',
      'source/_stories/storm.blade.php': TEXT,
    });
    assert.deepEqual(
      [...site.posts.keys()],
      ['source/_posts/storm.md', 'source/_posts/calm.md', 'source/_stories/storm.blade.php'],
    );
  }
});

test('a new Blade post is a post at once', async () => {
  const store = await openSite({ 'config.php': CONFIG });
  const path = 'source/_posts/storm.blade.php' as SitePath;
  assert.notDeepEqual(store.changeText(path, TEXT), NOTHING);
  assert.ok(store.site.posts.has(path));
});
