import { describe } from 'node:test';
import { table } from '../../../../test/rule-table.ts';

const FIELDS = 'title: Fog\nkeywords: fog\ndate: 2025-02-03\n---\nText.\n';

describe('layout/not-found', () => {
  table('layout/not-found', [
    { name: 'is silent about one that exists', post: `---\nextends: _layouts.post\n${FIELDS}`, at: [] },
    { name: 'takes slashes too', post: `---\nextends: _layouts/post\n${FIELDS}`, at: [] },
    {
      name: 'proposes a similar name',
      post: `---\nextends: _layouts.posst\n${FIELDS}`,
      at: ['_layouts.posst'],
      effect: 'build-fails',
      fixed: `---\nextends: _layouts.post\n${FIELDS}`,
    },
    {
      name: 'keeps the quotes',
      post: `---\nextends: '_layouts.pst'\n${FIELDS}`,
      at: ["'_layouts.pst'"],
      fixed: `---\nextends: '_layouts.post'\n${FIELDS}`,
    },
    {
      name: 'proposes nothing where nothing is similar',
      post: `---\nextends: newspaper\n${FIELDS}`,
      at: ['newspaper'],
      fixed: null,
    },
    {
      name: 'names what a layout lacks',
      post: `---\nextends: _layouts.torn\n${FIELDS}`,
      texts: {
        'source/_layouts/torn.blade.php':
          "@extends('_layouts.gone')\n@section('body')@yield('content')@endsection",
      },
      at: ['_layouts.torn'],
      says: /_layouts\.gone/,
      fixed: null,
    },
    {
      name: 'is silent about a layout that is computed',
      post: `---\nextends: _layouts.any\n${FIELDS}`,
      texts: {
        'source/_layouts/any.blade.php':
          "@extends($page->parent)\n@section('body')@yield('content')@endsection",
      },
      at: [],
    },
  ]);
});
