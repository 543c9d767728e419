import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsIn } from '../../../../test/rule-site.ts';
import { TOLERANT, table } from '../../../../test/rule-table.ts';

const FIELDS = 'title: The boat\nkeywords: boat\ndate: 2025-02-03\n';
const POST = `---\n${FIELDS}---\nLate.\n`;
const COLLECTION = {
  'config.php':
    "<?php return ['collections' => ['posts' => ['extends' => '_layouts.post', 'path' => 'p/{filename}']], 'getDate' => fn ($page) => new DateTime()];",
};

describe('layout/missing', () => {
  table('layout/missing', [
    {
      name: 'sees that nothing names a layout',
      post: POST,
      at: ['---'],
      effect: 'post-lost',
      fixed: `---\n${FIELDS}extends: _layouts.post\n---\nLate.\n`,
    },
    {
      name: 'sees an empty name',
      post: `---\nextends:\n${FIELDS}---\nLate.\n`,
      at: [''],
      fixed: `---\nextends: _layouts.post\n${FIELDS}---\nLate.\n`,
    },
    { name: 'sees an empty list', post: `---\nextends: []\n${FIELDS}---\nLate.\n`, at: ['[]'] },
    { name: 'leaves a text without any field to that mistake', post: 'Late.\n', at: [] },
    {
      name: 'sees it where no field is required',
      post: 'Late.\n',
      texts: { 'copydesk.json': '{ "required": [] }' },
      at: ['Late.'],
      severity: 'error',
    },
    { name: 'is silent where the collection names a layout', post: POST, texts: COLLECTION, at: [] },
    {
      name: 'sees that the collection’s layout is taken away',
      post: `---\nextends: ~\n${FIELDS}---\nLate.\n`,
      texts: { ...TOLERANT, ...COLLECTION },
      at: ['~'],
      says: /cancels/,
      fixed: `---\nextends: _layouts.post\n${FIELDS}---\nLate.\n`,
    },
    {
      name: 'is silent where the config is computed',
      post: POST,
      texts: { 'config.php': '<?php return load();' },
      at: [],
    },
    {
      name: 'is silent where the collection’s settings are computed',
      post: POST,
      texts: { 'config.php': "<?php return ['collections' => ['posts' => settings()]];" },
      at: [],
    },
    { name: 'leaves front matter that isn’t seen to its own rule', post: `\n${POST}`, at: [] },
    {
      name: 'leaves front matter that can’t be read to its own rule',
      post: POST.replace('The', '"The'),
      at: [],
    },
  ]);

  it('takes a collection without layouts for data of other pages, but for posts', async () => {
    const config =
      "<?php return ['collections' => ['posts' => [], 'people' => [], 'terms' => [], 'pages' => []]];";
    const item = (name: string) => `---\nname: ${name}\n---\nKeeps the lamp.`;
    const found = await problemsIn({
      'config.php': config,
      'source/_people/ada.md': item('Ada'),
      'source/_people/ben.md': item('Ben'),
      'source/_terms/autumn.md': '---\ndate: 2025-02-03\n---\nEight weeks.',
      'source/_pages/team.md': item('Team'),
      'source/_pages/map.md': '---\nextends: _layouts.post\n---\nHere.',
      'source/_posts/storm.md': POST,
      'source/_posts/wind.md': POST,
    });
    const missing = found.filter(({ rule }) => rule === 'layout/missing');
    assert.deepEqual(
      new Set(missing.map(({ path }) => path)),
      new Set(['source/_pages/team.md', 'source/_posts/storm.md', 'source/_posts/wind.md']),
    );
  });

  it('takes a page for less when it has no front matter', async () => {
    const found = await problemsIn({
      'source/readme.md': '# Read me',
      'source/team.md': '---\ntitle: Team\n---\nTwo keepers.',
      'source/empty.md': '---\ntitle: Empty\n---\n',
      'source/list.blade.md': '---\npagination:\n  collection: posts\n---\n',
    });
    assert.deepEqual(
      found.map(({ path, rule, severity, effect }) => [path, rule, severity, effect]),
      [
        ['source/readme.md', 'layout/missing', 'information', 'post-lost'],
        ['source/team.md', 'layout/missing', 'error', 'post-lost'],
        ['source/empty.md', 'layout/missing', 'error', 'reader-sees'],
      ],
    );
  });
});
