import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import type { SitePath } from '../site/files.ts';
import { type WhyNoPage, whyNoPage } from './why-no-page.ts';

const cases: readonly (readonly [what: string, text: string, expected: WhyNoPage])[] = [
  ['a whole post', '---\nextends: _layouts.post\ntitle: A\n---\nText.\n', { why: 'not-built' }],
  ['nothing', '', { why: 'empty' }],
  ['blank lines', '\n \n', { why: 'empty' }],
  ['a text alone', 'Text.\n', { why: 'no-layout' }],
  ['front matter without a layout', '---\ntitle: A\n---\nText.\n', { why: 'no-layout' }],
  ['an empty layout', '---\nextends:\ntitle: A\n---\nText.\n', { why: 'no-layout' }],
  [
    'a layout that isn’t there',
    '---\nextends: _layouts.pots\ntitle: A\n---\nText.\n',
    { why: 'layout-missing', layout: '_layouts.pots' },
  ],
  ['a mistake', "---\nextends: _layouts.post\ntitle: 'A\n---\nText.\n", { why: 'front-matter' }],
  [
    'one layout below another that isn’t there',
    '---\nextends: _layouts.torn\ntitle: A\n---\nText.\n',
    { why: 'layout-missing', layout: '_layouts.gone' },
  ],
];

const { site } = await openSite({
  'config.php': `<?php return ['collections' => ['posts' => ['path' => 'blog/{filename}']]];`,
  'source/_layouts/post.blade.php': '@yield("content")',
  'source/_layouts/torn.blade.php': '@extends("_layouts.gone")',
  ...Object.fromEntries(cases.map(([, text], index) => [`source/_posts/${index}.md`, text])),
});

for (const [index, [what, , expected]] of cases.entries()) {
  test(`${what} has no page: ${expected.why}`, () => {
    const post = site.posts.get(`source/_posts/${index}.md` as SitePath);
    assert.ok(post);
    assert.deepEqual(whyNoPage(post, site), expected);
  });
}
