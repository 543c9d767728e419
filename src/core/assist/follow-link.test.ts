import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { english } from '../text/message.ts';
import { followLink } from './follow-link.ts';

const text = (title: string, body: string) => `---\nextends: _layouts.post\ntitle: ${title}\n---\n${body}\n`;

const { site } = await openSite({
  'config.php': `<?php return ['baseUrl' => 'https://ledger.example', 'collections' => ['posts' => ['path' => 'blog/{filename}']]];`,
  'source/_layouts/post.blade.php': '<main id="main">@yield("content")</main>',
  'source/_posts/one.md': text('One', '## Soup {#soup}'),
  'source/_posts/two.md': text('Two', 'Text.'),
  'source/assets/list.pdf': '',
  'source/_partials/note.md': 'Note.',
});
const one = site.posts.get('source/_posts/one.md' as SitePath);

/** What following a link comes to, in a line. */
function followed(href: string, seen: boolean): string {
  assert.ok(one);
  const found = followLink(href, one, site, seen);
  switch (found.kind) {
    case 'outside':
      return `outside ${found.url}`;
    case 'file':
      return `file ${found.path}`;
    case 'here':
      return `here “${found.fragment}”`;
    case 'nothing':
      return `${english(found.why)}${found.path === undefined ? '' : ` → ${found.path}`}`;
  }
}

describe('followLink', () => {
  for (const [href, expected, seen = false] of [
    ['https://a.example/x', 'outside https://a.example/x'],
    ['//a.example/x', 'outside https://a.example/x'],
    ['mailto:desk@ledger.example', 'outside mailto:desk@ledger.example'],
    ['/blog/two', 'file source/_posts/two.md'],
    ['https://ledger.example/blog/two#a', 'file source/_posts/two.md'],
    ['/assets/list.pdf', 'file source/assets/list.pdf'],
    ['/blog/one#soup', 'here “soup”'],
    ['#soup', 'here “soup”'],
    ['?page=2', 'here “”'],
    ['#salad', 'No heading or other place of this page is called “salad”, so readers land at its top.', true],
    [
      '#main',
      'No heading or other place of this text is called “main”. The layout or a script may bring it.',
      true,
    ],
    ['', 'This link has no address.'],
    ['/blog/three', 'This site has no post or file at the address /blog/three.'],
    ['/blog/twos', 'This site has no post or file at the address /blog/twos. Did you mean /blog/two/?'],
    [
      'two.md',
      'Readers get “page not found” at two.md: on the built site this is /blog/two/. → source/_posts/two.md',
    ],
    [
      '/blog/Two',
      'Readers get “page not found” at /blog/Two: on the built site this is /blog/two/, and letter case counts. → source/_posts/two.md',
    ],
    [
      '../_partials/note.md',
      'Readers get “page not found” at ../_partials/note.md: source/_partials/note.md is left out of the built site. → source/_partials/note.md',
    ],
    ['{{ $page->next }}', 'Only the build knows where {{ $page->next }} leads.'],
    ['C:\\list.pdf', 'C:\\list.pdf is a file on your own computer, not on the site.'],
    ['ftp://a.example/', 'Addresses such as ftp://a.example/ are not opened from a preview.'],
  ] as const) {
    it(`${href || 'nothing'}`, () => assert.equal(followed(href, seen), expected));
  }

  it('follows a lone post’s link to what lies beside it, and no other', () => {
    const lone = parsePost('home/me/lone.md' as SitePath, text('Lone', 'Text.'));
    assert.deepEqual(followLink('list.pdf', lone, undefined), { kind: 'file', path: 'home/me/list.pdf' });
    assert.equal(followLink('/list.pdf', lone, undefined).kind, 'nothing');
  });
});
