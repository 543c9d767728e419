import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryFiles, type Texts } from '../../../test/memory-files.ts';
import type { SitePath } from './files.ts';
import { servedAt } from './served.ts';
import { SiteStore } from './site-store.ts';

const TEXTS: Texts = {
  'config.php': "<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}']]];",
  'source/_layouts/post.blade.php': "@yield('content')",
  'source/_posts/a.md': '---\ntitle: A\n---\n',
};

const settings = (file: string) => JSON.stringify({ redirects: { file } });

async function open(texts: Texts) {
  const files = new MemoryFiles({ ...TEXTS, ...texts });
  const store = await SiteStore.open(files, 'jigsaw', []);
  /** Whether an address that the site has no file for may lead somewhere. */
  const leads = (path: string) => servedAt(path, store.site).kind !== 'nothing';
  const write = async (path: string, text: string | undefined) => {
    if (text === undefined) files.texts.delete(path);
    else files.texts.set(path, text);
    return await store.update([path as SitePath]);
  };
  return { store, leads, write };
}

for (const [file, text] of [
  ['redirects.yml', '/blog/old: /blog/a\n'],
  ['static/_redirects', '/blog/old /blog/a 301\n'],
  ['nginx/redirects.map', '"~^/blog/old/?$" "/blog/a";\n'],
  ['deploy/redirects.json', '{ "/blog/old": "/blog/a" }'],
  ['source/.htaccess', 'RedirectMatch 301 "^/blog/old/?$" "/blog/a"\n'],
] as const) {
  test(`what ${file} redirects, which copydesk.json names, leads somewhere`, async () => {
    const { leads } = await open({ [file]: text, 'copydesk.json': settings(file) });
    assert.deepEqual(['blog/old', 'blog/new'].map(leads), [true, false]);
  });
}

test('a file of redirects that nobody reads leads nowhere', async () => {
  const { leads } = await open({ 'redirects.yml': '/blog/old: /blog/a\n' });
  assert.equal(leads('blog/old'), false);
});

test('a file of redirects may come, change and go', async () => {
  const { leads, write } = await open({ 'copydesk.json': settings('static/moved.yml') });
  assert.equal(leads('blog/old'), false);
  assert.equal((await write('static/moved.yml', '/blog/old: /blog/a\n')).paths, 'all');
  assert.equal(leads('blog/old'), true);
  await write('static/moved.yml', '/blog/older: /blog/a\n');
  assert.deepEqual(['blog/old', 'blog/older'].map(leads), [false, true]);
  await write('static/moved.yml', undefined);
  assert.equal(leads('blog/older'), false);
});

test('another file may be named for redirects', async () => {
  const moved = { 'a/_redirects': '/blog/old /blog/a\n', 'b/_redirects': '/blog/older /blog/a\n' };
  const { leads, write } = await open({ ...moved, 'copydesk.json': settings('a/_redirects') });
  assert.deepEqual(['blog/old', 'blog/older'].map(leads), [true, false]);
  await write('copydesk.json', settings('b/_redirects'));
  assert.deepEqual(['blog/old', 'blog/older'].map(leads), [false, true]);
  await write('copydesk.json', '{}');
  assert.deepEqual(['blog/old', 'blog/older'].map(leads), [false, false]);
});

test('what an editor shows of a file of redirects counts', async () => {
  const { store, leads } = await open({
    'copydesk.json': settings('static/moved.yml'),
    'static/moved.yml': '# None yet\n',
  });
  store.changeText('static/moved.yml' as SitePath, '/blog/old: /blog/a\n');
  assert.equal(leads('blog/old'), true);
});
