import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSite } from '../../../../test/memory-files.ts';
import { problemsWith, withFrontMatter } from '../../../../test/rule-site.ts';
import type { SitePath } from '../files.ts';
import { placementOf } from '../placement.ts';
import { isKnown } from '../unknown.ts';
import { fitsMask, maskOfUnread } from './unknown-pages.ts';

const config = (settings: string, more = '') =>
  `<?php return ['collections' => ['posts' => [${settings}], 'authors' => []], ${more}];`;

/** Front matter that can't be read, with these lines in it. */
const unread = (...lines: readonly string[]) =>
  `${['---', 'title: Fog: the horn', 'extends: _layouts.post', ...lines, '---'].join('\n')}\nText.\n`;

async function maskIn(php: string, path: string, text: string) {
  const { site } = await openSite({ 'config.php': php, 'source/_layouts/post.blade.php': '', [path]: text });
  const post = site.posts.get(path as SitePath);
  assert.ok(post && site.jigsaw);
  return { site, post, mask: maskOfUnread(post, site.jigsaw.collectionOf(post.path), site.jigsaw.config) };
}

const POST = 'source/_posts/Fog Horn.md';

for (const [settings, mask, lines = [], path = POST] of [
  ['', 'posts/fog-horn'],
  ["'path' => 'stories'", 'stories/fog-horn'],
  ["'path' => '/stories/{filename}/'", 'stories/Fog Horn'],
  ["'path' => 'stories/{-filename}'", 'stories/fog-horn'],
  ["'path' => '{date|Y/m}/{-filename}'", '*fog-horn'],
  ["'path' => 'stories/{date|Y/m}/{-filename}'", 'stories*fog-horn'],
  ["'path' => 'stories/{date|Y/m}-{_filename}/{lang}'", 'stories*-fog_horn*'],
  ["'path' => '{collection}/{filename}'", 'posts/fog', [], 'source/_posts/2024/fog.md'],
  ["'path' => '{relativePath}/{filename}'", '2024/fog', [], 'source/_posts/2024/fog.md'],
  ["'path' => 'stories/{-title}'", 'stories*'],
  ["'path' => '{source}'", '*'],
  ["'path' => 'p/{filename}'", 'p/a b', [], 'source/_posts/a%20b.md'],
  ['', 'posts/cafe', [], 'source/_posts/café.md'],
  ["'transliterate' => false", 'posts/café', [], 'source/_posts/café.md'],
  ["'transliterate' => env('A')", 'posts/*', [], 'source/_posts/café.md'],
  ["'path' => fn ($page) => 'p/' . $page->slug()", 'p/*'],
  ["'path' => ['web' => 'p/{filename}', 'feed' => 'f/{filename}']", '*'],
  ['', '*', ['permalink: fog.html']],
  ['', '*', ['"path": fog']],
  ['', '*', ['{path : fog}']],
  ["'path' => 'stories/{filename}'", 'stories*', ['filename: fog']],
  ["'permalink' => 'fog.html'", '*'],
  ['', 'posts/fog-horn', ['xpath: x', 'paths: x', 'the path']],
  ['', 'about', [], 'source/about.md'],
  ['', 'help/about', [], 'source/help/about.blade.md'],
  ['', '*', ['permalink: fog.html'], 'source/about.md'],
  ['', 'help*', ['pagination:'], 'source/help/about.blade.md'],
  ['', 'about', ['path: x'], 'source/about.md'],
] as const) {
  test(`${[path, settings, ...lines].join(' | ')} may be at ${mask}`, async () => {
    assert.equal((await maskIn(config(settings), path, unread(...lines))).mask, mask);
  });
}

test('a path for all of the site’s pages counts where the collection has none', async () => {
  const { mask } = await maskIn(config('', "'path' => 'all/{filename}'"), 'source/_posts/fog.md', unread());
  assert.equal(mask, 'all/fog');
});

for (const [mask, fits, fitsNot] of [
  ['*', ['a', 'a/b.html'], []],
  ['blog/*', ['blog/a', 'blog/a/index.html'], ['a', 'blogs/a', 'a/blog/b']],
  ['blog/fog', ['blog/fog', 'blog/fog.html', 'blog/fog/index.html'], ['blog/foghorn', 'blog/a/fog', 'fog']],
  ['blog*fog', ['blog/2024/fog', 'blog/fog/a', 'blog/foggy/fog.html'], ['blog/foghorn', 'blog', 'fog']],
  ['*fog', ['fog', 'a/fog/index.html'], ['foghorn', 'a/b']],
  ['a*b*c', ['a/b/c', 'abc', 'a/c/b/c'], ['a/c/b', 'a/b', 'b/c']],
  ['a*b*', ['a/b', 'ab/c'], ['a/c']],
] as const) {
  test(`what ${mask} stands for`, () => {
    for (const each of fits) assert.ok(fitsMask(mask, each), each);
    for (const each of fitsNot) assert.ok(!fitsMask(mask, each), each);
  });
}

test('wherever a post is, its text would have let it be', async () => {
  const token = fc.constantFrom(
    ...[
      '{filename}',
      '{-filename}',
      '{-title}',
      '{title}',
      '{date|Y/m}',
      '{lang}',
      '{collection}',
      '{_author}',
    ],
  );
  const pattern = fc.array(fc.oneof(token, fc.constantFrom('/', '-', 'blog', 'blog/', '.x')), {
    maxLength: 6,
  });
  const line = fc.constantFrom(
    ...[
      'title: Fog + horn',
      'title: ""',
      'date: 2024-02-03',
      'lang: de',
      'author: "../x"',
      'filename: other',
    ],
    ...['path: own/{title}', 'permalink: own.html', 'collection: c'],
  );
  const name = fc.constantFrom('fog', 'Fog Horn', 'a+b', 'café', 'index', '2024/fog', 'v1.2', '100%25');
  let written = 0;
  await fc.assert(
    fc.asyncProperty(pattern, fc.uniqueArray(line), name, fc.boolean(), async (path, lines, file, pretty) => {
      const php = config(
        `'path' => '${path.join('')}', 'extends' => '_layouts.post'`,
        `'pretty' => ${pretty}`,
      );
      const text = `---\n${lines.join('\n')}\n---\n`;
      const { site, post, mask } = await maskIn(php, `source/_posts/${file}.md`, text);
      const { outputs } = placementOf(post, site);
      if (!isKnown(outputs)) return;
      written += outputs.length;
      for (const output of outputs) assert.ok(fitsMask(mask, output.path), `${mask}: ${output.path}`);
    }),
    { numRuns: 400 },
  );
  assert.ok(written > 300);
});

test('a post that can’t be read silences the links that may lead to it, and no others', async () => {
  const links = ['posts/fog', 'posts/foghorn', 'authors/mia', 'gone'].map((path) => `[x](/${path})`);
  for (const [path, silent] of [
    ['source/_posts/fog.md', '/posts/fog'],
    ['source/_posts/foghorn.md', '/posts/foghorn'],
    ['source/_authors/mia.md', '/authors/mia'],
    ['source/gone.md', '/gone'],
    ['source/gone.blade.php', '/gone'],
  ] as const) {
    const found = await problemsWith(withFrontMatter(links.join(' ')), {
      'config.php': config("'path' => 'posts/{filename}'", "'getDate' => fn ($page) => new DateTime()"),
      [path]: unread(),
    });
    const dead = found.filter(({ rule }) => rule === 'link/not-found').map(({ at }) => at);
    assert.deepEqual(
      dead,
      ['/posts/fog', '/posts/foghorn', '/authors/mia', '/gone'].filter((each) => each !== silent),
      path,
    );
  }
});
