import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { parsePost } from '../post/parse-post.ts';
import { PostContext } from '../rules/context.ts';
import { lint } from '../rules/lint.ts';
import type { SitePath } from '../site/files.ts';
import { english } from '../text/message.ts';
import { checklistOf } from './checklist.ts';

const now = Date.UTC(2026, 5, 1);
const { site } = await openSite({
  'config.php': "<?php return ['collections' => ['posts' => ['path' => 'blog/{date|Y}/{filename}']]];",
  'source/_layouts/post.blade.php': "{{ $page->title }}{{ $page->description }}@yield('content')",
  'source/img/a.png': '',
  'source/_posts/other.md':
    '---\nextends: _layouts.post\ntitle: Other\ndate: 2026-01-01\nkeywords: x\ndescription: Words.\nimage: /img/a.png\n---\nText.\n',
});

function list(text: string): readonly string[] {
  const post = parsePost('source/_posts/new.md' as SitePath, text);
  const context = new PostContext(post, site, now);
  return checklistOf(context, lint(context)).map(({ status, label }) => `${status}: ${english(label)}`);
}

const front = (more: string, body = 'Low tide.') => `---\nextends: _layouts.post\n${more}\n---\n${body}\n`;

test('a post that is ready has everything done', () => {
  const whole =
    'title: Low Tide\ndate: 2026-05-01\nkeywords: [tide, noon]\ndescription: It came at six.\nimage: /img/a.png';
  assert.deepEqual(list(front(whole, 'Low tide.\n\n![Boats](/img/a.png)')), [
    'done: 2 words, 1 min read',
    'done: A title of 8 characters',
    'done: 2 keywords',
    'done: Dated 2026-05-01',
    'done: A description of 15 characters',
    'done: It has an image for lists and for when it is shared',
    'done: Readers will find it at /blog/2026/new',
    'done: The image in its text is there',
  ]);
});

test('a new post is told what stops it, and what would improve it', () => {
  const found = list(front('title: Low Tide\ndate: 2026-07-01\ndescription:', ''));
  assert.deepEqual(found, [
    'stops: This post has no `keywords`. Every post here needs this field.',
    'stops: Nothing is written yet.',
    'done: A title of 8 characters',
    'improves: Its date, 2026-07-01, is still to come, but the site will show the post as soon as it is built.',
    'improves: There is no description for lists and search results.',
    'improves: There is no image for lists or for when the post is shared.',
    'done: Readers will find it at /blog/2026/new',
  ]);
});

test('an address isn’t done while a part of it is missing or wrong', () => {
  const has = (more: string) => list(front(more)).some((each) => each.includes('Readers will find it'));
  const start = 'title: Low Tide\nkeywords: sea';
  assert.ok(has(`${start}\ndate: 2026-05-01`));
  assert.ok(!has(start));
  assert.ok(!has(`${start}\ndate: 2026-02-31`));
  assert.ok(has('keywords: sea\ndate: 2026-05-01'));
});

test('keywords that only say the title again could be better', () => {
  const keywords = (names: string) =>
    list(front(`title: Low Tide\ndate: 2026-05-01\nkeywords: ${names}`)).find((each) => /keyword/.test(each));
  const better =
    'improves: All its keywords are words of its title. Are there others that say what it is about?';
  assert.equal(keywords('tide'), better);
  assert.equal(keywords('[Low Tide, low]'), better);
  assert.equal(keywords('tide, noon'), 'done: 2 keywords');
  assert.equal(keywords('⚓'), 'done: 1 keyword');
});

test('what has a problem isn’t done', () => {
  const found = list(front('title: Low Tide\ndate: 2029-07-01\nkeywords: x, x', '![](/gone.png)'));
  for (const part of ['keyword', 'Dated', 'images', 'still to come'])
    assert.ok(!found.some((each) => each.startsWith('done') && each.includes(part)), part);
  assert.ok(
    found.some((each) => each.startsWith('stops: ') && each.includes('gone.png')),
    found.join('\n'),
  );
});

test('a date that the site can’t read stops a post', () => {
  const found = list(front('title: Low Tide\ndate: next sunny Tuesday\nkeywords: x'));
  assert.ok(
    found.some((each) => each.startsWith('stops: This is text, not a date')),
    found.join('\n'),
  );
});

test('a text of pictures alone is written; one of comments alone isn’t', () => {
  const whole = 'title: Low Tide\ndate: 2026-05-01\nkeywords: [tide, noon]';
  const about = (body: string) => list(front(whole, body)).filter((each) => /\bwords|written/.test(each));
  assert.deepEqual(about('![Boats](/img/a.png)'), ['done: No words, only pictures or other media']);
  assert.deepEqual(about('<video src="/img/a.mp4"></video>'), [
    'done: No words, only pictures or other media',
  ]);
  for (const body of ['```\nlow tide\n```', '🎉', '<svg><path d="M0 0"/></svg>', '[](https://example.org)'])
    assert.deepEqual(about(body), ['done: 0 words, 0 min read'], body);
  for (const body of ['', '<!-- later -->'])
    assert.deepEqual(about(body), ['stops: Nothing is written yet.'], body);
});

test('images are said to be there only where that is known', () => {
  const whole = 'title: Low Tide\ndate: 2026-05-01\nkeywords: [tide, noon]';
  const about = (body: string) => list(front(whole, body)).filter((each) => /image.* there/.test(each));
  assert.deepEqual(about('![Boats](/img/a.png) ![Sea](/img/a.png)'), [
    'done: All 2 images in its text are there',
  ]);
  assert.deepEqual(about('![Boats](/img/a.png) ![Sea](https://example.org/a.png)'), []);
  const lone = parsePost('home/me/lone.md' as SitePath, front(whole, '![Boats](a.png)'));
  const context = new PostContext(lone, undefined, now);
  assert.ok(!checklistOf(context, lint(context)).some(({ label }) => / there/.test(english(label))));
});

test('pages and authors need neither date nor description', () => {
  const post = parsePost('source/about.md' as SitePath, front('title: About'));
  const context = new PostContext(post, site, now);
  assert.deepEqual(
    checklistOf(context, lint(context)).map(({ id }) => id),
    ['text', 'title', 'address'],
  );
});

test('every check has a name of its own', () => {
  const text = front('title: A\ndate: 2026-05-01\nkeywords: x', '<img src=""><img src=""><img src="">');
  const post = parsePost('source/_posts/new.md' as SitePath, text);
  const context = new PostContext(post, site, now);
  const ids = checklistOf(context, lint(context)).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});
