import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSite } from '../../../test/memory-files.ts';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { headTags } from './head-tags.ts';
import { sharingOf } from './sharing.ts';

const config = `<?php return [
  'baseUrl' => '', 'siteName' => 'The Ledger', 'siteDescription' => 'News of the port.', 'siteImage' => '/share.png',
  'collections' => ['posts' => ['path' => 'stories/{filename}']],
  'headline' => function ($page) { return trim((string) $page->title); },
];`;
const path = 'source/_posts/tide.md' as SitePath;

/** What is shared of a post, on a site whose layout has this head. */
async function share(head: string, fields: string, body = 'Up it comes.') {
  const { site } = await openSite({
    'config.php': config,
    'config.production.php': `<?php return ['baseUrl' => 'https://ledger.example/'];`,
    'source/_layouts/post.blade.php': `<head>${head}</head>@yield('content')`,
    [path]: `---\nextends: _layouts.post\n${fields}\n---\n${body}\n`,
  });
  const post = site.posts.get(path);
  assert.ok(post);
  return sharingOf(post, site);
}

const title = 'title: High Water';

for (const [name, content, shown] of [
  ['a field', '{{ $page->title }}', 'High Water'],
  ['a field and the site’s name', '{{ $page->title }} · {{ $page->siteName }}', 'High Water · The Ledger'],
  ['a helper of the config', '{{ $page->headline() }}', 'High Water'],
  [
    'a choice',
    `{{ $page->title ? $page->title . ' | ' : '' }}{{ $page->siteName }}`,
    'High Water | The Ledger',
  ],
  ['what can’t be followed', '{{ Str::title($page->title) }}', 'High Water'],
  ['a section of its own', `@yield('title', 'News')`, 'High Water'],
] as const) {
  test(`the title in search results: ${name}`, async () => {
    assert.equal((await share(`<title>${content}</title>`, title)).search.title.text, shown);
  });
}

test('what stands in for an empty field is shown, and the field is missing', async () => {
  const head = '<meta property="og:image" content="{{ $page->image ?? $page->siteImage }}">';
  const { card } = await share(head, title);
  assert.deepEqual(card.image, { text: '/share.png', field: 'image', missing: true, noTag: false });
  const own = await share(head, `${title}\nimage: /tide.jpg`);
  assert.deepEqual(own.card.image, { text: '/tide.jpg', field: 'image', missing: false, noTag: false });
});

test('the field that the layout asks for is the one to fill', async () => {
  const { card } = await share('<meta content="{{ $page->cover_image }}" property="og:image">', title);
  assert.equal(card.image.field, 'cover_image');
});

test('a layout without a tag prints nothing, whatever the field says', async () => {
  const { card } = await share('<title>x</title>', `${title}\nimage: /tide.jpg`);
  assert.deepEqual(card.image, { text: undefined, field: 'image', missing: false, noTag: true });
});

test('a layout that includes what is computed may print anything', async () => {
  const { card } = await share('@include($head)', `${title}\nimage: /tide.jpg`);
  assert.deepEqual(card.image, { text: '/tide.jpg', field: 'image', missing: false, noTag: false });
});

test('the address is the published site’s, and a feed without a description shows the first words', async () => {
  const { url, siteName, excerpt } = await share('', title, `*Up* it comes. ${'And up. '.repeat(80)}`);
  assert.equal(url, 'https://ledger.example/stories/tide');
  assert.equal(siteName, 'The Ledger');
  assert.match(excerpt, /^Up it comes\. .{200,300}…$/);
});

test('a lone post is shown by its own fields', () => {
  const post = parsePost(path, `---\n${title}\ndescription: It came at six.\nimage: /x.png\n---\nText.`);
  const { url, card, search } = sharingOf(post, undefined);
  assert.equal(url, undefined);
  assert.deepEqual(
    [card.title.text, card.image.text, search.description.text],
    ['High Water', '/x.png', 'It came at six.'],
  );
});

test('tags are found however they are written, and not in comments', () => {
  const found = headTags(`
    <META NAME='Description' CONTENT='{{ $page->a ?? "none" }}'/>
    {{-- <title>x</title> --}} <!-- <meta property="og:title" content="x"> -->
    <meta name="twitter:image" content="{{ $page->img }}">
    <meta charset="utf-8"><meta name="theme-color" content="#fff">
    <title>{{ $page->a > 1 ? 'x' : 'y' }}</title>`);
  assert.deepEqual(found, [
    { tag: 'title', content: `{{ $page->a > 1 ? 'x' : 'y' }}` },
    { tag: 'description', content: '{{ $page->a ?? "none" }}' },
    { tag: 'og:image', content: '{{ $page->img }}' },
  ]);
});

test('any template and any post can be shared', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom(...'<meta"\'{}!@$>-?:()= title\n') }),
      async (head) => {
        assert.ok(await share(head, title));
      },
    ),
    { numRuns: 50 },
  );
});
