import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsIn, withFrontMatter } from '../../../../test/rule-site.ts';
import { post, table } from '../../../../test/rule-table.ts';

const FIELDS = ['title: A', 'keywords: a', 'date: 2025-02-03'];

describe('address/collision', () => {
  table('address/collision', [
    { name: 'is silent about an address of its own', post: post(...FIELDS), at: [] },
    {
      name: 'sees a permalink that another post has',
      post: post('permalink: lamp.html', ...FIELDS),
      texts: { 'source/_posts/lamp.md': post('permalink: lamp.html', ...FIELDS) },
      at: ['lamp.html'],
      effect: 'post-lost',
      says: /`source\/_posts\/lamp\.md`: `\/lamp\.html`/,
    },
    {
      name: 'says which one is kept',
      post: post('permalink: lamp.html', ...FIELDS),
      texts: { 'source/_posts/drum.md': post('permalink: lamp.html', ...FIELDS) },
      at: ['lamp.html'],
      effect: 'reader-sees',
      says: /readers see only this one/,
    },
    {
      name: 'knows that one of two pages is left',
      post: post(...FIELDS).replace('_layouts.post', '{web: _layouts.post, print: _layouts.post}'),
      texts: { 'source/posts/example/web.blade.php': '<p></p>' },
      at: ['---'],
      effect: 'reader-sees',
    },
  ]);

  it('names both posts', async () => {
    const found = await problemsIn({
      'source/_posts/2024/lamp.md': withFrontMatter('Lit.'),
      'source/_posts/2025/lamp.md': withFrontMatter('Lit again.'),
    });
    assert.deepEqual(
      found.map(({ path, message, effect }) => [path, message, effect]),
      [
        [
          'source/_posts/2024/lamp.md',
          'This has the same address as `source/_posts/2025/lamp.md`: `/posts/lamp/`. `source/_posts/2025/lamp.md` is built later, so readers never see this one.',
          'post-lost',
        ],
        [
          'source/_posts/2025/lamp.md',
          'This has the same address as `source/_posts/2024/lamp.md`: `/posts/lamp/`. It is built later, so readers see only this one.',
          'reader-sees',
        ],
      ],
    );
  });
});
