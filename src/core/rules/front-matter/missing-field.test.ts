import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsWith } from '../../../../test/rule-site.ts';
import { post, TOLERANT, table } from '../../../../test/rule-table.ts';
import { applyEdits } from '../../text/text-edit.ts';

const WHOLE = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];

describe('front-matter/missing-field', () => {
  table('front-matter/missing-field', [
    { name: 'is silent when all are there', post: post(...WHOLE), at: [] },
    {
      name: 'points at the opening dashes, and writes the date in the site’s form',
      post: post('title: Fog', 'keywords: fog'),
      at: ['---'],
      fixed: post('title: Fog', 'keywords: fog', 'date: 2026-01-15'),
    },
    {
      name: 'points at an empty value',
      post: post('title: ""', 'keywords: fog', 'date: 2025-02-03'),
      at: ['""'],
    },
    {
      name: 'takes a field without a value for an empty one',
      post: post('title: Fog', 'keywords:', 'date: 2025-02-03'),
      at: [''],
      fixed: post('title: Fog', 'keywords: fog, lamp, lit', 'date: 2025-02-03'),
    },
    {
      name: 'heeds what the collection gives',
      post: post('keywords: fog', 'date: 2025-02-03'),
      texts: {
        'config.php':
          "<?php return ['collections' => ['posts' => ['title' => 'News', 'path' => 'p/{filename}']]];",
      },
      at: [],
    },
    {
      name: 'heeds what copydesk.json requires',
      post: post('title: Fog', 'date: 2025-02-03'),
      texts: { 'copydesk.json': '{"required": ["title"]}' },
      at: [],
    },
    {
      name: 'changes nothing of the post for a field that only the writer can fill',
      post: post(...WHOLE),
      texts: { 'copydesk.json': '{"required": ["author"]}' },
      at: ['---'],
      fixed: post(...WHOLE),
    },
    { name: 'leaves a front matter that can’t be read to its mistake', post: post('title: a: b'), at: [] },
    {
      name: 'sees a post without front matter',
      post: 'The lamp was lit.\n',
      at: ['The lamp was lit.'],
      effect: 'build-fails',
      says: /`extends`, `title`.*can’t be built/,
      fixed:
        '---\nextends: _layouts.post\ntitle: Example\ndate: 2026-01-15\nkeywords: lamp, lit\n---\n\nThe lamp was lit.\n',
    },
    {
      name: 'sees that nothing names a layout either',
      post: 'The lamp was lit.\n',
      texts: TOLERANT,
      at: ['The lamp was lit.'],
      effect: 'post-lost',
      says: /gets no page.*`extends`, `title`/,
    },
    {
      name: 'leaves a value that has a name to the writer',
      post: post('title: &name', 'keywords: fog', 'date: 2025-02-03'),
      at: [''],
      fixed: post('title: &name', 'keywords: fog', 'date: 2025-02-03'),
    },
    {
      name: 'leaves a field under another name to that name',
      post: post('Title: Fog', 'keywords: fog', 'date: 2025-02-03'),
      at: [],
    },
    {
      name: 'sees nothing, written out',
      post: post('title: ~', 'keywords: fog', 'date: 2025-02-03'),
      at: ['~'],
    },
  ]);
});

describe('“Don’t require … on this site”', () => {
  const cases: readonly [name: string, config: string | undefined, after: string][] = [
    ['makes copydesk.json', undefined, '{\n  "required": [\n    "title",\n    "date"\n  ]\n}\n'],
    [
      'changes the list',
      '{\n  // Ours.\n  "required": ["keywords"]\n}\n',
      '{\n  // Ours.\n  "required": []\n}\n',
    ],
    [
      'changes the collection’s list',
      '{"collections": {"posts": {"required": ["keywords"]}}}',
      '{"collections": {"posts": {"required": []}}}',
    ],
    [
      'changes what is said of the field',
      '{"required": [], "fields": {"keywords": {"required": true}}}',
      '{"required": [], "fields": {"keywords": {"required": false}}}',
    ],
  ];

  for (const [name, config, after] of cases) {
    it(name, async () => {
      const texts = config === undefined ? {} : { 'copydesk.json': config };
      const [problem] = await problemsWith(post('title: Fog', 'date: 2025-02-03'), texts);
      const last = problem?.fixes.at(-1);
      const [change] = last?.files ?? [];
      assert.ok(last?.confirmation, 'it is asked first, as it holds for other posts');
      const changed = applyEdits(config ?? '', change?.edit(config) ?? []);
      assert.equal(change?.path, 'copydesk.json');
      assert.equal(changed, after);
      assert.deepEqual(
        await problemsWith(post('title: Fog', 'date: 2025-02-03'), { 'copydesk.json': changed }),
        [],
      );
    });
  }
});
