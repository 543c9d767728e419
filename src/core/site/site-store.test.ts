import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryFiles, type Texts } from '../../../test/memory-files.ts';
import { NOTHING } from './change.ts';
import type { SitePath } from './files.ts';
import { habitsIn } from './site.ts';
import { SiteStore } from './site-store.ts';

const CONFIG = "<?php return ['collections' => ['posts' => ['extends' => '_layouts.post']]];";
const titled = (title: string) => `---\ntitle: ${title}\n---\n`;
const path = (text: string) => text as SitePath;
const A = path('source/_posts/a.md');
const TEXTS: Texts = {
  'config.php': CONFIG,
  'source/_layouts/post.blade.php': "@yield('content')",
  [A]: titled('A'),
  'source/assets/a.png': '',
};

/** Files that note what is read of them, can be slow, and can refuse. */
class WatchedFiles extends MemoryFiles {
  read_: SitePath[] = [];
  refused = new Set<string>();
  /** Reading waits for it. */
  gate: Promise<void> = Promise.resolve();

  override async read(file: SitePath): Promise<string | undefined> {
    this.read_.push(file);
    const text = this.texts.get(file);
    await this.gate;
    return this.refused.has(file) ? undefined : text;
  }

  /** What has been read since the last call. */
  taken(): readonly SitePath[] {
    return this.read_.splice(0);
  }
}

async function open(texts: Texts = TEXTS) {
  const files = new WatchedFiles(texts);
  const store = await SiteStore.open(files, 'jigsaw', []);
  files.taken();
  return { files, store, titleOf: (post: SitePath) => store.site.posts.get(post)?.text };
}

test('images come and go without being read', async () => {
  const { files, store } = await open();
  const image = path('source/assets/b.png');
  files.texts.set(image, 'many bytes');
  assert.deepEqual(await store.update([image]), { paths: new Set(), files: new Set([image]) });
  assert.ok(store.site.files.has(image));
  assert.deepEqual(await store.update([image]), NOTHING);
  files.texts.delete(image);
  await store.update([image]);
  assert.ok(!store.site.files.has(image));
  assert.deepEqual(files.taken(), []);
});

test('a file that can’t be read for now is not gone', async () => {
  const { files, store, titleOf } = await open();
  files.refused.add(A);
  assert.deepEqual(await store.update([A]), NOTHING);
  assert.equal(titleOf(A), titled('A'));
  files.kindOf = async () => 'unknown' as never;
  assert.deepEqual(await store.update([A]), NOTHING);
});

test('settings that are what they were leave all as it is', async () => {
  const { files, store } = await open({ ...TEXTS, 'copydesk.json': '{}' });
  const before = store.site;
  assert.deepEqual(await store.update([path('config.php'), path('copydesk.json')]), NOTHING);
  assert.equal(store.site, before);
  assert.deepEqual([...files.taken()].sort(), ['config.php', 'copydesk.json']);
});

test('another copydesk.json counts without the site being read', async () => {
  const { files, store } = await open();
  files.texts.set('copydesk.json', '{ "required": ["title"] }');
  const { posts } = store.site;
  assert.equal((await store.update([path('copydesk.json')])).paths, 'all');
  assert.deepEqual(store.site.config.required, ['title']);
  assert.equal(store.site.posts, posts);
  assert.ok(!files.taken().includes(A));
  files.texts.delete('copydesk.json');
  await store.update([path('copydesk.json')]);
  assert.notDeepEqual(store.site.config.required, ['title']);
});

test('a mistake in config.php is told, and the site stays what it was until it is mended', async () => {
  const { files, store } = await open();
  const { posts, jigsaw } = store.site;
  files.texts.set('config.php', CONFIG.replace('];', ''));
  assert.deepEqual((await store.update([path('config.php')])).paths, new Set(['config.php']));
  assert.equal(store.site.settings[0]?.problems.length, 1);
  assert.equal(store.site.posts, posts);
  assert.equal(store.site.jigsaw, jigsaw);
  files.texts.set('config.php', CONFIG.replace('posts', 'stories'));
  assert.equal((await store.update([path('config.php')])).paths, 'all');
  assert.equal(store.site.settings[0]?.problems.length, 0);
  assert.equal(store.site.jigsaw?.collections[0]?.name, 'stories');
});

test('posts that stay the same over a reading of the site are kept as they are', async () => {
  const { files, store } = await open();
  const post = store.site.posts.get(A);
  files.texts.set('config.php', CONFIG.replace('];', ", 'pretty' => false];"));
  await store.update([path('config.php')]);
  assert.equal(store.site.posts.get(A), post);
});

for (const changed of ['config.php', A]) {
  test(`what is typed while ${changed} is being read is newer than what was read`, async () => {
    const { files, store, titleOf } = await open();
    let go = (): void => undefined;
    files.gate = new Promise((resolve) => {
      go = resolve;
    });
    files.texts.set(A, titled('from the disk'));
    files.texts.set('config.php', `${CONFIG} // changed`);
    const reading = store.update([path(changed)]);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    store.changeText(A, titled('typed'));
    go();
    await reading;
    assert.equal(titleOf(A), titled('typed'));
  });
}

test('the disk is read once at a time, and what waits is looked at together', async () => {
  const { files, store } = await open();
  let go = (): void => undefined;
  files.gate = new Promise((resolve) => {
    go = resolve;
  });
  files.texts.set('config.php', `${CONFIG} // one`);
  const first = store.update([path('config.php')]);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  files.texts.set('config.php', `${CONFIG} // two`);
  const waiting = Array.from({ length: 5 }, () => store.update([path('config.php'), A]));
  assert.equal(new Set(waiting).size, 1);
  assert.notEqual(waiting[0], first);
  go();
  await Promise.all([first, ...waiting]);
  assert.equal(store.site.settings[0]?.text, `${CONFIG} // two`);
  assert.equal(files.taken().filter((each) => each === A).length, 3);
});

test('a reading that fails doesn’t stop the next one', async () => {
  const { files, store, titleOf } = await open();
  const { kindOf } = files;
  files.kindOf = () => Promise.reject(new Error('a bug'));
  await assert.rejects(store.update([A]), /a bug/);
  files.kindOf = kindOf;
  files.texts.set(A, titled('B'));
  await store.update([A]);
  assert.equal(titleOf(A), titled('B'));
});

test('a folder takes all along that is in it, when it goes and when it comes', async () => {
  const { files, store } = await open({ ...TEXTS, 'source/_posts/old/b.md': titled('B') });
  const [from, to] = [path('source/_posts/old/b.md'), path('source/_posts/new/b.md')];
  files.texts.delete(from);
  files.texts.set(to, titled('B'));
  const change = await store.update([path('source/_posts/old'), path('source/_posts/new')]);
  assert.deepEqual(change, { paths: new Set([from, to]), files: new Set([from, to]) });
  assert.deepEqual([...store.site.posts.keys()].sort(), [A, to].sort());
});

test('a layout that comes or goes reads nothing else', async () => {
  const { files, store } = await open();
  const layout = path('source/_layouts/other.blade.php');
  files.texts.set(layout, "@yield('content')");
  assert.equal((await store.update([layout])).paths, 'all');
  assert.ok(store.site.jigsaw?.layoutNames.includes('_layouts.other'));
  assert.deepEqual(files.taken(), [layout]);
  files.texts.delete(layout);
  await store.update([layout]);
  assert.ok(!store.site.jigsaw?.layoutNames.includes('_layouts.other'));
  assert.deepEqual(files.taken(), []);
});

test('a layout’s text leaves the config and the posts’ habits as they were read', async () => {
  const { store } = await open();
  const { config } = store.site.jigsaw ?? {};
  const habits = habitsIn(store.site, 'posts');
  assert.equal(store.changeText(path('source/_layouts/post.blade.php'), "<b>@yield('content')").paths, 'all');
  assert.equal(store.site.jigsaw?.config, config);
  assert.equal(habitsIn(store.site, 'posts'), habits);
});
