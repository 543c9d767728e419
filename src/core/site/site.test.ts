import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryFiles, openSite } from '../../../test/memory-files.ts';
import { NOTHING } from './change.ts';
import { FileIndex } from './file-index.ts';
import { type Entry, ROOT, type SitePath, sitePath } from './files.ts';
import { findSites, generatorOf } from './find-sites.ts';
import { habitsIn } from './site.ts';
import { SiteStore } from './site-store.ts';

const LAYOUT = "@yield('content')";
const CONFIG =
  "<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}', 'sort' => '-date'], 'authors']];";
const post = (more = '') =>
  `---\nextends: _layouts.post\ntitle: A\ndate: 2025-01-02\nkeywords: one, two\n${more}---\nText\n`;
const TEXTS = {
  'config.php': CONFIG,
  'source/_layouts/post.blade.php': LAYOUT,
  'source/_posts/a.md': post(),
  'source/_authors/staff.md': '---\ntitle: Staff\n---\n',
  'source/assets/img/A b.png': '',
};

const path = (text: string) => text as SitePath;

test('a path stays in the site', () => {
  assert.equal(sitePath('./a//b/../c\\d'), 'a/c/d');
  assert.equal(sitePath('../a'), undefined);
  assert.equal(sitePath('a/../..'), undefined);
});

test('files are found in any letter case and any Unicode form', () => {
  const index = new FileIndex([path('source/É.png'.normalize('NFD')), path('source/b/c.png')]);
  assert.ok(index.has('source/É.png'.normalize('NFC')));
  assert.ok(!index.has('source/é.png'));
  assert.equal(index.ignoringCase('SOURCE/é.PNG').length, 1);
  assert.deepEqual(index.named('C.PNG'), ['source/b/c.png']);
  assert.deepEqual(index.inFolder('source/b'), ['source/b/c.png']);
  assert.ok(!index.without([path('source/b/c.png')]).has('source/b/c.png'));
  assert.ok(index.with(path('x')).has('x'));
});

test('what the folders of a workspace are', async () => {
  const composer = '{"require": {"tightenco/jigsaw": "^1.8"}}';
  for (const [texts, expected] of [
    [TEXTS, 'jigsaw'],
    [{ 'composer.json': composer, 'content/a.md': '' }, 'jigsaw'],
    [{ 'source/_layouts/main.blade.php': '' }, 'jigsaw'],
    [{ 'copydesk.json': '{}' }, 'other'],
    [{ 'config.php': '<?php return [];' }, undefined],
    [{ 'composer.json': '{}', 'source/a.md': '' }, undefined],
    [{}, undefined],
  ] as const) {
    assert.equal(await generatorOf(new MemoryFiles(texts), ROOT), expected);
  }
});

test('several sites in one folder are found, and none in packages', async () => {
  const at = (folder: string) =>
    Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`${folder}/${name}`, text]));
  const files = new MemoryFiles({
    ...at('sites/one'),
    ...at('sites/two'),
    ...at('vendor/three'),
    ...at('.cache/four'),
  });
  assert.deepEqual(await findSites(files), [
    { path: 'sites/one', generator: 'jigsaw' },
    { path: 'sites/two', generator: 'jigsaw' },
  ]);
});

test('each folder is listed once while sites are looked for', async () => {
  const listed: string[] = [];
  class Listed extends MemoryFiles {
    override async entries(folder: SitePath): Promise<readonly Entry[]> {
      listed.push(folder);
      return await super.entries(folder);
    }
  }
  const texts = { 'a/b/copydesk.json': '{}', 'a/c/d/note.md': '', 'e/composer.json': '{}' };
  assert.deepEqual(await findSites(new Listed(texts)), [{ path: 'a/b', generator: 'other' }]);
  assert.deepEqual(listed, ['', 'a', 'e', 'a/b', 'a/c', 'a/c/d']);
});

test('a store takes over what changes, and says whom it concerns', async () => {
  const files = new MemoryFiles(TEXTS);
  const store = await SiteStore.open(files, 'jigsaw', []);
  assert.deepEqual([...store.site.posts.keys()].sort(), ['source/_authors/staff.md', 'source/_posts/a.md']);
  const before = store.site;

  const a = path('source/_posts/a.md');
  assert.deepEqual(store.changeText(a, post('x: 1\n')), { paths: new Set([a]), files: new Set() });
  assert.deepEqual(store.changeText(a, post('x: 1\n')), NOTHING);
  assert.notEqual(store.site, before);
  assert.equal(before.posts.get(a)?.text, post());

  const [b, c] = [path('source/_posts/b.md'), path('source/_posts/2025/c.md')];
  files.texts.set(b, post());
  assert.deepEqual(await store.update([b]), { paths: new Set([b]), files: new Set([b]) });
  assert.equal(store.site.posts.size, 3);
  files.texts.set(c, post());
  assert.deepEqual((await store.update([path('source/_posts/2025')])).files, new Set([c]));
  assert.ok(store.site.posts.has(c));
  files.texts.delete(c);
  assert.deepEqual((await store.update([path('source/_posts/2025')])).files, new Set([c]));
  assert.ok(!store.site.posts.has(c));

  files.texts.set('config.php', '<?php return [];');
  assert.equal((await store.update([path('config.php')])).paths, 'all');
  assert.deepEqual(store.site.jigsaw?.collections, []);
  assert.deepEqual(await store.update([path('node_modules/x/config.php')]), NOTHING);
});

test('habits are what the posts of a collection agree on', async () => {
  const { site } = await openSite({
    ...TEXTS,
    'source/_posts/b.md': post(),
    'source/_posts/c.md': '---\ndate: 1700000000\n---\n',
  });
  const habits = habitsIn(site, 'posts');
  assert.equal(habits.posts, 3);
  assert.equal(habits.dateForm, 'day');
  assert.equal(habits.fields.get('date')?.count, 3);
  assert.deepEqual(
    [...(habits.fields.get('keywords')?.values ?? [])],
    [
      ['one', 2],
      ['two', 2],
    ],
  );
  assert.equal(habitsIn(site, 'posts'), habits);
});

for (const [name, texts] of Object.entries({
  'a site without config.php': {
    'source/_layouts/post.blade.php': LAYOUT,
    'source/about.md': '---\nextends: _layouts.post\n---\nA',
  },
  'a config with a syntax error': { ...TEXTS, 'config.php': '<?php return [' },
  'a copydesk.json that is none': { ...TEXTS, 'copydesk.json': '{ "required": 7, ' },
  'an empty folder': {},
})) {
  test(`${name} is read`, async () => {
    const store = await openSite(texts);
    assert.ok(store.site.posts.size <= 3);
  });
}
