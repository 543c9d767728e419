import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from 'dom-serializer';
import { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { openSite } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import { Addresses } from './addresses.ts';
import { moveNeighbours, neighboursOf } from './neighbours.ts';

const text = (title: string, date: string) =>
  `---\nextends: _layouts.post\ntitle: ${title}\ndate: ${date}\n---\nText.\n`;
const texts = {
  'config.php': `<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}'], 'authors' => []]];`,
  'source/_layouts/post.blade.php': `@yield('content')`,
  'source/_authors/me.md': text('Me', '2025-01-15'),
  'source/_posts/one.md': text('One', '2025-01-01'),
  'source/_posts/two.md': text('Two', '2025-02-01'),
  'source/_posts/three.md': text('Three', '2025-03-01'),
  'source/_posts/four.md': text('Four', '2025-04-01'),
};

const links: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'a pair',
    '<nav><a href="/blog/two">← Two</a><a href="/blog/four/" title="Next: Four">Four →</a></nav>',
    '<nav><a href="/blog/three">← Three</a></nav>',
  ],
  [
    'each in a frame of its own',
    '<nav><div><a href="/blog/two"><b>Two</b></a></div><div><a href="/blog/four">Four</a></div></nav>',
    '<nav><div><a href="/blog/three"><b>Three</b></a></div></nav>',
  ],
  [
    'a list of posts is left alone',
    '<ul><li><a href="/blog/one">One</a></li><li><a href="/blog/two">Two</a></li><li><a href="/blog/three">Three</a></li></ul>',
    '',
  ],
  ['a link in the body', '<div data-cd-body><p><a href="/blog/two">Two</a></p></div>', ''],
  ['a link in other words', '<p><a href="/blog/two">Home</a></p>', ''],
];

for (const [name, before, after] of links) {
  test(`links to the posts beside another one: ${name}`, async () => {
    const { site } = await openSite(texts);
    const near = (post: string) => {
      const found = site.posts.get(`source/_posts/${post}.md` as SitePath);
      assert.ok(found);
      return neighboursOf(found, site);
    };
    const page = parseDocument(before);
    const body = page.children.find((each) => each instanceof Element && 'data-cd-body' in each.attribs);
    const place = body instanceof Element ? body : new Element('div', {});
    const addresses = new Addresses('blog/three/index.html', page);
    moveNeighbours(page, place, addresses, { own: near('three'), shown: near('four') });
    assert.equal(render(page, { encodeEntities: 'utf8' }), after === '' ? before : after);
  });
}

test('a post’s neighbours are those of its collection, by date', async () => {
  const { site } = await openSite(texts);
  const post = site.posts.get('source/_posts/two.md' as SitePath);
  assert.ok(post);
  const { earlier, later } = neighboursOf(post, site);
  assert.deepEqual(earlier, { title: 'One', path: 'blog/one/index.html' });
  assert.deepEqual(later, { title: 'Three', path: 'blog/three/index.html' });
});
