import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { parsePost } from '../../core/post/parse-post.ts';
import type { SitePath } from '../../core/site/files.ts';
import { decodeToPage, type LookName } from '../../protocol/messages.ts';
import { composeDocument } from './compose.ts';

const config = `<?php return ['collections' => [
  'posts' => ['path' => 'blog/{filename}', 'author' => 'staff', 'extends' => '_layouts.post'],
  'authors' => ['path' => 'authors/{filename}'],
  'sections' => [],
]];`;
const texts = {
  'config.php': config,
  'source/_layouts/post.blade.php': `<title>{{ $page->title }}</title>@yield('content')`,
  'source/_authors/staff.md': '---\ntitle: The Staff\n---\n',
  'source/_sections/harbour.md': '---\ntitle: The Harbour\n---\n',
  'source/assets/a.png': '',
  'source/assets/B.PNG': '',
  'source/_assets/hidden.png': '',
  'source/_posts/beside.png': '',
};

const files = {
  addressOf: (path: string) => `webview:/${path}`,
  sizeOf: (path: string) => (path.endsWith('a.png') ? { width: 3, height: 2 } : undefined),
};

/** What the page is sent for a post with this text. */
async function compose(
  text: string,
  { path = 'source/_posts/tide.md', last = undefined as Last, isTyping = false } = {},
) {
  const document = await send(text, 'article', { path, last, isTyping });
  assert.ok(document.content.look === 'article');
  return { ...document.content, lineCount: document.lineCount };
}

/** The cards of a post with this text. */
async function cardsOf(text: string, { last = undefined as Last, isTyping = false } = {}) {
  const { content } = await send(text, 'cards', { path: 'source/_posts/tide.md', last, isTyping });
  assert.ok(content.look === 'cards');
  return content;
}

async function send(
  text: string,
  look: LookName,
  { path, last, isTyping }: { readonly path: string; readonly last: Last; readonly isTyping: boolean },
) {
  const { site } = await openSite({ ...texts, [path]: text });
  const post = site.posts.get(path as SitePath) ?? parsePost(path as SitePath, text);
  const composing = {
    post,
    site,
    uri: `file:///${path}`,
    language: 'en-GB',
    files,
    last,
    isTyping,
    dressing: undefined,
  };
  const document = composeDocument(composing, look);
  const sent = decodeToPage({ type: 'show', document: { ...document, sequence: 0 } });
  assert.ok(sent.ok && sent.value.type === 'show');
  return document;
}
type Last = Parameters<typeof composeDocument>[0]['last'];

test('the head says what the front matter, the collection and its items say', async () => {
  const { head } = await compose(
    `---
title: >
  High
  Water
description: It came at six.
date: 2025-11-04T06:30:00Z
keywords: tide, quay
sections: [harbour, unheard-of]
image: /assets/a.png
image_alt: A quay
---
Text.

${'Word '.repeat(220)}

    Code is not read.
`,
  );
  assert.deepEqual(head, {
    minutes: 2,
    title: { text: 'High Water', line: 1 },
    description: { text: 'It came at six.', line: 4 },
    date: { text: '4 November 2025', iso: '2025-11-04T06:30:00.000Z', line: 5 },
    keywords: {
      names: [
        { text: 'tide', slug: 'tide' },
        { text: 'quay', slug: 'quay' },
      ],
      line: 6,
    },
    kicker: {
      names: [
        { text: 'The Harbour', slug: 'harbour' },
        { text: 'unheard-of', slug: 'unheard-of' },
      ],
      line: 7,
    },
    image: {
      address: '/assets/a.png',
      picture: { kind: 'local', url: 'webview:/source/assets/a.png', size: { width: 3, height: 2 } },
      alt: 'A quay',
      caption: undefined,
      line: 8,
    },
    author: { text: 'The Staff', names: [{ text: 'The Staff', slug: 'staff' }], line: 0 },
  });
});

test('a date is shown as Jigsaw reads it, or as it is written', async () => {
  const date = async (written: string) => (await compose(`---\ndate: ${written}\n---\n`)).head.date?.text;
  assert.equal(await date('1603328389.1629581'), '22 October 2020');
  assert.equal(await date('2025-02-01'), '1 February 2025');
  assert.equal(await date('"2025-02-01"'), '2025-02-01');
  assert.equal(await date('soon'), 'soon');
  assert.equal(await date('99999999999999999'), '99999999999999999');
  assert.equal(await date(''), undefined);
});

test('empty fields are missing', async () => {
  const { head } = await compose('---\ntitle:\ndescription: ""\nkeywords: []\nimage: ~\nsections: {}\n---\n');
  assert.deepEqual(
    Object.entries(head).filter(([, value]) => value !== undefined),
    [['author', { text: 'The Staff', names: [{ text: 'The Staff', slug: 'staff' }], line: 0 }]],
  );
});

test('each address of a picture leads where the built site would serve it', async () => {
  const { pictures } = await compose(`---
title: x
---
![](/assets/a.png) ![](/assets/b.png) ![](../assets/a.png) ![](beside.png) ![](/_assets/hidden.png)
![](https://elsewhere.example/a.png) ![](//elsewhere.example/b.png) ![](a%20b.png)

<video src="/assets/a.png" poster="/assets/gone.png"></video>
`);
  assert.deepEqual(pictures, {
    '/assets/a.png': { kind: 'local', url: 'webview:/source/assets/a.png', size: { width: 3, height: 2 } },
    '/assets/b.png': { kind: 'missing' },
    '../assets/a.png': { kind: 'missing' },
    'beside.png': { kind: 'missing' },
    '/_assets/hidden.png': { kind: 'missing' },
    'https://elsewhere.example/a.png': { kind: 'remote', url: 'https://elsewhere.example/a.png' },
    '//elsewhere.example/b.png': { kind: 'remote', url: 'https://elsewhere.example/b.png' },
    'a%20b.png': { kind: 'missing' },
    '/assets/gone.png': { kind: 'missing' },
  });
});

test('blocks know their line of the file', async () => {
  const { html, lineCount } = await compose(
    '---\ntitle: x\n---\n\nOne.\n\n## Two\n\n- a\n- b\n\n<div>\n<p>c</p>\n</div>\n',
  );
  assert.match(html, /<p data-line="4" data-line-end="5">One/);
  assert.match(html, /<h2 data-line="6" data-line-end="7">Two/);
  assert.match(html, /<li data-line="9"[^>]*>b/);
  assert.match(html, /<p data-line="12">c/);
  assert.equal(lineCount, 15);
});

test('a body in HTML is shown as it is', async () => {
  const { html } = await compose('---\ntitle: x\n---\n<p>*One* &amp; two</p>\n', {
    path: 'source/about.html',
  });
  assert.equal(html, '<p data-line="3">*One* &amp; two</p>\n');
});

test('while a value is half-written, the fields behind it stay as they were', async () => {
  const last = await compose('---\ntitle: Old\ndate: 2025-02-01\n---\n');
  const { head } = await compose('---\ntitle: New\ndescription: "half\ndate: 2025-02-01\n---\n', { last });
  assert.equal(head.title?.text, 'New');
  assert.equal(head.date?.text, '1 February 2025');
});

test('nothing is said of an address that is half-typed, until the writer rests', async () => {
  const half = '---\nimage: /assets/a.pn\n---\n![](/assets/a.pn) ![](/old.png)';
  const old = await compose('---\ntitle: x\n---\n![](/old.png)');
  const { head, pictures } = await compose(half, { last: old, isTyping: true });
  assert.equal(head.image?.picture.kind, 'unfinished');
  assert.equal(pictures['/assets/a.pn']?.kind, 'unfinished');
  assert.equal(pictures['/old.png']?.kind, 'missing');
  const rested = await compose(half, { last: { look: 'article', head, html: '', pictures } });
  assert.equal(rested.head.image?.picture.kind, 'missing');
});

test('a lone post shows the pictures beside it', () => {
  const post = parsePost('home/me/tide.md' as SitePath, '---\nextends: x\n---\n![](quay.png) ![](/quay.png)');
  const uri = 'file:///home/me/tide.md';
  const composing = {
    post,
    site: undefined,
    uri,
    language: 'en',
    files,
    last: undefined,
    isTyping: false,
    dressing: undefined,
  };
  const { content } = composeDocument(composing, 'article');
  assert.ok(content.look === 'article');
  assert.deepEqual(content.pictures['quay.png'], {
    kind: 'local',
    url: 'webview:/home/me/quay.png',
    isGuess: true,
  });
});

for (const text of [
  '',
  '---',
  '---\n---',
  '---\n: [\n---\n<',
  '\u0000',
  '---\ntitle: {{ x }}\n---\n{{ y }}',
]) {
  test(`any text can be shown: ${JSON.stringify(text)}`, async () => {
    assert.equal(typeof (await compose(text)).html, 'string');
  });
}

for (const [mistake, text] of [
  ['a value that is no YAML', '---\n"title: High Water\n---\nSome words.'],
  ['no closing dashes', '---\ntitle: High Water\ndate: 2025-11-05\n\nSome words.'],
  ['a blank line above the dashes', '\n---\ntitle: High Water\ndate: 2025-11-05\n---\nSome words.'],
] as const) {
  test(`cards don’t take for missing what can’t be read: ${mistake}`, async () => {
    const { unreadable, social, search, feed } = await cardsOf(text);
    assert.ok(unreadable);
    for (const shown of [social.title, search.title, feed.title, feed.date]) {
      assert.ok(shown.state === 'unread' || shown.text === 'High Water', JSON.stringify(shown));
    }
    const before = await cardsOf('---\ntitle: High Water\ndate: 2025-11-05\n---\nSome words.');
    assert.ok(!before.unreadable);
    const { unreadable: said, ...typed } = await cardsOf(text, { last: before, isTyping: true });
    assert.ok(!said);
    assert.equal(typed.search.title.text, 'High Water');
  });
}
