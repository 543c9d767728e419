import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { fieldOf } from '../post/fields.ts';
import { parsePost } from '../post/parse-post.ts';
import { lintPost } from '../rules/lint.ts';
import type { SitePath } from '../site/files.ts';
import type { Site } from '../site/site.ts';
import { textOf } from './draft.ts';
import { composePost } from './new-post.ts';
import { freePath, targetOf } from './post-target.ts';
import { oneLine } from './write-value.ts';

const now = Date.UTC(2026, 10, 23, 14, 5, 6);
const layout = { 'source/_layouts/post.blade.php': "@yield('content')" };
const config = "<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}']]];";

async function siteOf(posts: Texts, php = config): Promise<Site> {
  const files = Object.entries(posts).map(([name, text]) => [`source/_posts/${name}`, text]);
  return (await openSite({ 'config.php': php, ...layout, ...Object.fromEntries(files) })).site;
}

function compose(site: Site, title: string, more: { writer?: string; body?: string } = {}): string {
  const collection = site.jigsaw?.collections[0];
  return textOf(composePost({ site, collection, title, writer: more.writer, body: more.body ?? '', now }));
}

const front = (lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n\n`;

test('the first post of a site has the layout and what is required', async () => {
  assert.equal(
    compose(await siteOf({}), 'Low Tide at Noon'),
    front([
      'extends: _layouts.post',
      'section: content',
      'title: Low Tide at Noon',
      'date: 2026-11-23 14:05:06',
      'keywords: tide',
    ]),
  );
});

test('fields come in the order and the form of the collection’s posts', async () => {
  const post = (name: string) =>
    `---\ndate: '2026-01-02'\nextends: _layouts.post\ntitle: "${name}"\nauthor: kim\ndescription: >\n  Words.\ntags: [a]\nkeywords:\n  - wild\nfeatured: false\nimage: /${name}.png\n---\nText.\n`;
  const site = await siteOf({ 'a.md': post('a'), 'b.md': post('b'), 'c.md': post('c') });
  assert.equal(
    compose(site, 'Say "Lamp"'),
    front([
      "date: '2026-11-23'",
      'extends: _layouts.post',
      'title: "Say \\"Lamp\\""',
      'author: kim',
      'description: >-',
      '  ',
      'tags: [a]',
      'keywords:',
      '  - lamp',
      'featured: false',
      'image: ',
    ]),
  );
});

test('a field that few posts have, and one that the collection gives, are left out', async () => {
  const php =
    "<?php return ['collections' => ['posts' => ['extends' => '_layouts.post', 'mood' => 'calm']]];";
  const post = (more: string) => `---\ntitle: T\ndate: 2026-01-02\nkeywords: x\nmood: wild${more}\n---\n`;
  const site = await siteOf({ 'a.md': post('\nrare: 1'), 'b.md': post('er'), 'c.md': post('est') }, php);
  assert.equal(compose(site, 'Lamp'), front(['title: Lamp', 'date: 2026-11-23', 'keywords: lamp']));
});

test('the author is the writer as the site spells the name, or else the last post’s', async () => {
  const post = (author: string, day: number) =>
    `---\nextends: _layouts.post\ntitle: T\nauthor: ${author}\ndate: 2026-01-0${day}\nkeywords: x\n---\n`;
  const site = await siteOf({
    'a.md': post('kim-lee', 1),
    'b.md': post('ada', 2),
    'c.md': post('kim-lee', 1),
  });
  assert.match(compose(site, 'T', { writer: 'Kim Lee' }), /^author: kim-lee$/m);
  assert.match(compose(site, 'T', { writer: 'Someone Else' }), /^author: ada$/m);
  assert.match(compose(site, 'T'), /^author: ada$/m);
});

test('Tab leads to what is guessed or empty, from top to bottom, and at last to the text', async () => {
  const post =
    '---\nextends: _layouts.post\nsection: content\nimage: /a.png\ntitle: "T"\nslug: t\ndate: 2026-01-01\nauthor: \'kim\'\nkeywords: x\n---\n';
  const site = await siteOf({ 'a.md': post, 'b.md': post.replace('/a', '/b') });
  const stops = (site: Site, title: string, writer?: string) =>
    composePost({ site, collection: site.jigsaw?.collections[0], title, writer, body: '', now })
      .filter((piece) => typeof piece !== 'string')
      .map(({ stop, text }) => `${stop}: ${text}`);
  assert.deepEqual(stops(site, 'Low Tide'), ['field: ', 'field: kim', 'field: tide', 'body: ']);
  assert.deepEqual(stops(site, 'Low Tide', 'Kim'), ['field: ', 'field: kim', 'field: tide', 'body: ']);
  // Of emoji no keyword can be made, and no part of an address.
  assert.deepEqual(stops(site, '🎉'), ['field: ', 'field: ', 'field: kim', 'field: ', 'body: ']);
  assert.deepEqual(stops(await siteOf({}), '🎉'), ['field: ', 'body: ']);
});

test('a new post says nothing wrong but what only its writer can mend', async () => {
  const site = await siteOf({});
  const rulesFor = (title: string) => {
    const post = parsePost('source/_posts/new.md' as SitePath, compose(site, title));
    return lintPost(post, site, now).map(({ rule, message }) => `${rule}: ${message.args.join()}`);
  };
  assert.deepEqual(rulesFor('Low Tide'), []);
  // Of emoji no keyword can be made.
  assert.equal(rulesFor('🎉').length, 1);
});

test('any title is read back as it was written', async () => {
  const site = await siteOf({});
  const styles = ['T', "'T'", '"T"', '>\n  T', '|\n  T'];
  const sites = await Promise.all(
    styles.map((title) =>
      siteOf({ 'a.md': `---\nextends: _layouts.post\ntitle: ${title}\ndate: 1\nkeywords: x\n---\n` }),
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[-|'"\\#:{}@`> a-]{1,12}$/)),
      fc.constantFrom(site, ...sites),
      (title, each) => {
        fc.pre(oneLine(title) !== '');
        const post = parsePost('source/_posts/new.md' as SitePath, compose(each, title));
        assert.equal(post.frontMatter?.problem, undefined);
        assert.equal(String(fieldOf(post, 'title')?.node.value), oneLine(title));
      },
    ),
    { numRuns: 500 },
  );
});

test('what is written already is the body', async () => {
  const text = compose(await siteOf({}), 'Tide', { body: 'The harbour sleeps. The harbour wakes.\n\n\n' });
  assert.match(
    text,
    /keywords: tide, harbour, sleeps, wakes\n---\n\nThe harbour sleeps\. The harbour wakes\.\n\n$/,
  );
});

test('a target knows its address, and what is in its way', async () => {
  const site = await siteOf({
    'Tide.md': '---\nextends: _layouts.post\n---\n',
    'b.md': '---\nextends: _layouts.post\npermalink: x/moon/index.html\n---\n',
  });
  const at = (name: string, more = '') =>
    targetOf(site, `source/_posts/${name}` as SitePath, `---\nextends: _layouts.post\n${more}---\n`);
  assert.equal(at('moon.md').address?.url, '/blog/moon');
  assert.equal(at('moon.md').sameFile, undefined);
  assert.equal(at('tide.md').sameFile, 'source/_posts/Tide.md');
  assert.equal(at('moon.md').sameAddress, undefined);
  assert.equal(at('moon.md', 'permalink: x/moon/index.html\n').sameAddress, 'source/_posts/b.md');
  assert.equal(at('Tide.markdown').sameAddress, 'source/_posts/Tide.md');
  assert.equal(freePath(site, 'source/_posts' as SitePath, 'tide', '.md'), 'source/_posts/tide-2.md');
});
