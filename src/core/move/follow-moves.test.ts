import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';
import { applyEdits } from '../text/text-edit.ts';
import { FollowedMoves } from './follow-moves.ts';
import { type Move, movedFiles, siteAfter } from './moves.ts';

const CONFIG = `<?php return ['baseUrl' => 'https://quay.news', 'collections' => [
  'posts' => ['path' => 'blog/{filename}', 'extends' => '_layouts.post'],
  'news' => ['path' => 'news/{date|Y/m}/{-title}', 'extends' => '_layouts.post'],
  'talks' => ['path' => fn ($page) => 'talks/' . md5($page->title), 'extends' => '_layouts.post'],
]];`;

const POST = 'source/_posts/one.md';

const SITE: Texts = {
  'config.php': CONFIG,
  'source/_layouts/post.blade.php': "<main>@yield('content')</main>",
  'source/_posts/two.md': '---\ntitle: Two\n---\nText\n',
  'source/_news/flood.md': '---\ntitle: The Flood\ndate: 2025-03-01\n---\nText\n',
  'source/_talks/birds.md': '---\ntitle: Birds\n---\nText\n',
  'source/about.md': '---\nextends: _layouts.post\n---\nText\n',
  'source/assets/img/quay.jpg': '',
  'source/assets/img/net mending.jpg': '',
  'source/_posts/beside.jpg': '',
  'source/assets/style.css': '',
};

const move = (from: string, to: string): Move => ({ from: from as SitePath, to: to as SitePath });

function edited(site: Site, moves: readonly Move[]): Record<string, string> {
  const moved = movedFiles(site, moves);
  const follow = new FollowedMoves(site, siteAfter(site, moved), moved);
  const changed: Record<string, string> = {};
  for (const path of follow.concerned()) {
    const edits = path === undefined ? [] : follow.editsOf(path);
    const text = path && (site.posts.get(path)?.text ?? site.jigsaw?.textOf(path));
    if (path && text !== undefined && edits.length > 0) changed[path] = applyEdits(text, edits);
  }
  return changed;
}

/** What becomes of the text of a post when files move. */
async function afterMoves(text: string, moves: readonly Move[], texts: Texts = {}): Promise<string> {
  const { site } = await openSite({ ...SITE, [POST]: text, ...texts });
  return edited(site, moves)[POST] ?? text;
}

const image = move('source/assets/img/quay.jpg', 'source/assets/pics/mole.jpg');
const post = move('source/_posts/two.md', 'source/_posts/deux.md');

const cases: readonly (readonly [what: string, moves: readonly Move[], before: string, after: string])[] = [
  ['an image in Markdown', [image], '![a](/assets/img/quay.jpg "t")', '![a](/assets/pics/mole.jpg "t")'],
  ['one in angle brackets', [image], '![a](</assets/img/quay.jpg>)', '![a](</assets/pics/mole.jpg>)'],
  [
    'a definition that two use',
    [image],
    '![a][q] ![b][q]\n\n[q]: /assets/img/quay.jpg',
    '![a][q] ![b][q]\n\n[q]: /assets/pics/mole.jpg',
  ],
  ['a definition that none uses', [image], '[q]: /assets/img/quay.jpg', '[q]: /assets/pics/mole.jpg'],
  [
    'an image in HTML',
    [image],
    '<img src="/assets/img/quay.jpg?v=1">',
    '<img src="/assets/pics/mole.jpg?v=1">',
  ],
  [
    'candidates of a srcset',
    [image],
    '<img src=x srcset="/assets/img/quay.jpg 1x, /b.jpg 2x, /assets/img/quay.jpg 3x">',
    '<img src=x srcset="/assets/pics/mole.jpg 1x, /b.jpg 2x, /assets/pics/mole.jpg 3x">',
  ],
  [
    'an address in a style',
    [image],
    '<p style="background: url(\'/assets/img/quay.jpg\')">x</p>',
    '<p style="background: url(\'/assets/pics/mole.jpg\')">x</p>',
  ],
  ['a link to an image', [image], '[a](/assets/img/quay.jpg)', '[a](/assets/pics/mole.jpg)'],
  [
    'the site’s own address in front',
    [image],
    '![a]({{ $page->baseUrl }}/assets/img/quay.jpg)',
    '![a]({{ $page->baseUrl }}/assets/pics/mole.jpg)',
  ],
  ['a relative address', [image], '![a](../../assets/img/quay.jpg)', '![a](../../assets/pics/mole.jpg)'],
  [
    'an encoded name',
    [move('source/assets/img/net mending.jpg', 'source/assets/img/net drying.jpg')],
    '![a](/assets/img/net%20mending.jpg)',
    '![a](/assets/img/net%20drying.jpg)',
  ],
  ['a name in codes', [image], '![a](/assets/img/%71%75%61%79.jpg)', '![a](/assets/pics/mole.jpg)'],
  [
    'the folder of the image',
    [move('source/assets/img', 'source/media')],
    '![a](/assets/img/quay.jpg) ![b](/assets/style.css)',
    '![a](/media/quay.jpg) ![b](/assets/style.css)',
  ],
  [
    'two moves at once',
    [image, post],
    '![a](/assets/img/quay.jpg)[b](/blog/two)',
    '![a](/assets/pics/mole.jpg)[b](/blog/deux)',
  ],
  [
    'two images that swap names',
    [
      move('source/assets/img/quay.jpg', 'source/assets/img/net mending.jpg'),
      move('source/assets/img/net mending.jpg', 'source/assets/img/quay.jpg'),
    ],
    '![a](/assets/img/quay.jpg)![b](/assets/img/net%20mending.jpg)',
    '![a](/assets/img/net%20mending.jpg)![b](/assets/img/quay.jpg)',
  ],
  ['a post’s address', [post], '[b](/blog/two)', '[b](/blog/deux)'],
  ['with a slash at its end', [post], '[b](/blog/two/#part)', '[b](/blog/deux/#part)'],
  ['with its file', [post], '[b](/blog/two/index.html?x)', '[b](/blog/deux/index.html?x)'],
  ['relative to the page', [post], '[b](../two/)', '[b](../deux/)'],
  [
    'a post that goes to another collection',
    [move('source/_news/flood.md', 'source/_posts/flood.md')],
    '[b](/news/2025/03/the-flood)',
    '[b](/blog/flood)',
  ],
  [
    'a post whose name is no part of its address',
    [move('source/_news/flood.md', 'source/_news/x.md')],
    '[b](/news/2025/03/the-flood)',
    '[b](/news/2025/03/the-flood)',
  ],
  [
    'an address with the site’s own host',
    [post],
    '[b](https://quay.news/blog/two/?q)',
    '[b](https://quay.news/blog/deux/?q)',
  ],
  ['a page', [move('source/about.md', 'source/us/about.md')], '[b](/about)', '[b](/us/about)'],
  [
    'a file beside the text, which only editors find',
    [move('source/_posts/beside.jpg', 'source/_posts/img/by.jpg')],
    '![a](beside.jpg)',
    '![a](img/by.jpg)',
  ],
  [
    'what leads elsewhere',
    [image, post],
    '[a](https://x.org/blog/two) [b](/blog/twofold) [c](#two) `![](/assets/img/quay.jpg)`',
    '[a](https://x.org/blog/two) [b](/blog/twofold) [c](#two) `![](/assets/img/quay.jpg)`',
  ],
  [
    'what is computed',
    [image],
    '![a]({{ $page->img }}/assets/img/quay.jpg)',
    '![a]({{ $page->img }}/assets/img/quay.jpg)',
  ],
  [
    'an image that leaves the site',
    [move('source/assets/img/quay.jpg', 'source/_assets/quay.jpg')],
    '![a](/assets/img/quay.jpg)',
    '![a](/assets/img/quay.jpg)',
  ],
];

for (const [what, moves, before, after] of cases) {
  test(`follows ${what}`, async () => {
    const head = '---\ntitle: One\n---\n';
    assert.equal(await afterMoves(`${head}${before}\n`, moves), `${head}${after}\n`);
  });
}

const FIELDS: readonly (readonly [before: string, after: string])[] = [
  ['image: /assets/img/quay.jpg', 'image: /assets/pics/mole.jpg'],
  ["cover_image: '/assets/img/quay.jpg' # x", "cover_image: '/assets/pics/mole.jpg' # x"],
  ['gallery:\n  - src: "/assets/img/quay.jpg"', 'gallery:\n  - src: "/assets/pics/mole.jpg"'],
  ['og: {image: /assets/img/quay.jpg}', 'og: {image: /assets/pics/mole.jpg}'],
  ['redirect_from: /blog/two', 'redirect_from: /blog/two'],
  ['path: /assets/img/quay.jpg', 'path: /assets/img/quay.jpg'],
  ['title: quay.jpg', 'title: quay.jpg'],
];

for (const [before, after] of FIELDS) {
  test(`in front matter, \`${before}\` becomes \`${after}\``, async () => {
    const text = (field: string) => `---\ntitle: One\n${field}\n---\nText\n`;
    assert.equal(await afterMoves(text(before), [image, post]), text(after));
  });
}

test('a post that moves takes its relative addresses along', async () => {
  const text = (up: string) =>
    `---\nextends: _layouts.post\n---\n[a](${up}/blog/two/) ![b](${up}/assets/img/quay.jpg) [c](/blog/two) [d](../nowhere)\n`;
  const { site } = await openSite({ ...SITE, 'source/about.md': text('..') });
  assert.deepEqual(edited(site, [move('source/about.md', 'source/us/about.md')]), {
    'source/about.md': text('../..'),
  });
});

test('a post whose date changes its address is followed as one that moves', async () => {
  const texts: Texts = { ...SITE, [POST]: '---\ntitle: One\n---\n[a](/news/2025/03/the-flood/)\n' };
  const flood = 'source/_news/flood.md' as SitePath;
  const before = await openSite(texts);
  const after = await openSite({ ...texts, [flood]: (texts[flood] ?? '').replace('2025-03', '2025-04') });
  const follow = new FollowedMoves(before.site, after.site, new Map([[flood, flood]]));
  assert.deepEqual(
    [...follow.concerned()].filter((path) => path !== undefined),
    [POST, flood],
  );
  const [edit] = follow.editsOf(POST as SitePath);
  assert.equal(edit?.text, '04');
});

const NAMES = fc.constantFrom(
  'a.jpg',
  'b c.png',
  'ä (1).webp',
  '#1 & 50%.gif',
  "it's,[x].jpg",
  'Ä/d.jpg',
  'e/f g.png',
);
const STYLES = fc.constantFrom(
  (address: string) => `![x](${address} "t")`,
  (address: string) => `![x](${address}?v=1#top)`,
  (address: string) => `<img src="${address}">`,
  (address: string) => `<img srcset="${address} 2x, ${address} 3x" src='${address}'>`,
  (address: string, index: number) => `[q${index}]: ${address}\n`,
  (address: string) => `![x]({{ $page->baseUrl }}${address})`,
  (address: string) => `![x](../..${address})`,
);

test('a move there and back leaves every byte as it was', async () => {
  const inFolder = (name: string) => `source/assets/${name}` as SitePath;
  await fc.assert(
    fc.asyncProperty(
      NAMES,
      NAMES,
      fc.array(STYLES, { minLength: 1, maxLength: 4 }),
      async (from, to, styles) => {
        fc.pre(from !== to);
        const address = `/assets/${from.split('/').map(encoded).join('/')}`;
        const text = `---\ntitle: One\nimage: ${address}\n---\n${styles.map((style, index) => style(address, index)).join('\n\n')}\n`;
        const texts = { 'config.php': CONFIG, 'source/_layouts/post.blade.php': "@yield('content')" };
        const first = await openSite({ ...texts, [POST]: text, [inFolder(from)]: '' });
        const there = edited(first.site, [{ from: inFolder(from), to: inFolder(to) }])[POST];
        assert.notEqual(there, undefined);
        assert.equal(there?.includes(address), false);
        const second = await openSite({ ...texts, [POST]: there ?? '', [inFolder(to)]: '' });
        const back = edited(second.site, [{ from: inFolder(to), to: inFolder(from) }])[POST];
        assert.equal(back, text);
      },
    ),
    { numRuns: 60 },
  );
});

function encoded(part: string): string {
  const code = (found: string) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`;
  return part.replace(/[\s#&%,()[\]']/g, code);
}

test('layouts and pages of Blade are followed where an address stands in them as it is', async () => {
  const { site } = await openSite({
    ...SITE,
    'source/_layouts/head.blade.php':
      '<link rel="icon" href="/assets/img/quay.jpg"><img src="{{ asset(\'/assets/img/quay.jpg\') }}"><a href="blog/two">',
    'source/index.blade.php': '<a href="{{ $page->baseUrl }}/blog/two/">Two</a>',
  });
  assert.deepEqual(edited(site, [image, post]), {
    'source/_layouts/head.blade.php':
      '<link rel="icon" href="/assets/pics/mole.jpg"><img src="{{ asset(\'/assets/img/quay.jpg\') }}"><a href="blog/two">',
    'source/index.blade.php': '<a href="{{ $page->baseUrl }}/blog/deux/">Two</a>',
  });
});

test('an address that only the build knows is told of, and nothing is changed for it', async () => {
  const { site } = await openSite({ ...SITE, [POST]: '---\ntitle: One\n---\n[a](/talks/birds)\n' });
  const moved = movedFiles(site, [move('source/_talks/birds.md', 'source/_talks/gulls.md')]);
  const follow = new FollowedMoves(site, siteAfter(site, moved), moved);
  assert.deepEqual(
    follow.served.unknown.map(({ path }) => path),
    ['source/_talks/birds.md'],
  );
  assert.deepEqual(edited(site, [move('source/_talks/birds.md', 'source/_talks/gulls.md')]), {});
});
