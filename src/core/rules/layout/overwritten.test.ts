import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsIn } from '../../../../test/rule-site.ts';
import { post, table } from '../../../../test/rule-table.ts';

const PRINT = { 'source/_layouts/print.blade.php': "@yield('content')" };
const withLayouts = (layouts: string) =>
  post('title: A', 'keywords: a', 'date: 2025-02-03').replace('_layouts.post', layouts);

describe('layout/overwritten', () => {
  table('layout/overwritten', [
    {
      name: 'sees a list',
      post: withLayouts('[_layouts.post, _layouts.print]'),
      texts: PRINT,
      at: ['[_layouts.post, _layouts.print]'],
      effect: 'reader-sees',
      says: /\/posts\/example\/1\//,
    },
    { name: 'is silent about a list of one', post: withLayouts('[_layouts.post]'), texts: PRINT, at: [] },
    {
      name: 'is silent about a map',
      post: withLayouts('{web: _layouts.post, print: _layouts.print}'),
      texts: PRINT,
      at: [],
    },
  ]);

  it('sees a map in a page outside the collections', async () => {
    const page =
      '---\nextends: {web: _layouts.main, print: _layouts.print}\nsection: body\ntitle: Team\n---\n';
    const found = await problemsIn({ ...PRINT, 'source/team.md': page });
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'layout/overwritten').map(({ message }) => message),
      [
        'A page outside the collections has only one address, `/team/`, so only the last layout’s page is kept. Name just one layout.',
      ],
    );
  });
});
