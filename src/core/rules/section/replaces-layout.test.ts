import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const FIELDS = ['title: A', 'keywords: a', 'date: 2025-02-03'];

describe('section/replaces-layout', () => {
  table('section/replaces-layout', [
    {
      name: 'sees a section that the layout fills',
      post: post('section: body', ...FIELDS),
      at: ['body'],
      severity: 'warning',
      fixed: post('section: content', ...FIELDS),
    },
    { name: 'is silent about the gap', post: post('section: content', ...FIELDS), at: [] },
    { name: 'is silent about another gap', post: post('section: notes', ...FIELDS), at: [] },
    {
      name: 'is silent about the outer layout’s own gap',
      post: post('section: body', ...FIELDS).replace('_layouts.post', '_layouts.main'),
      at: [],
    },
    {
      name: 'is silent where the layout leaves no gap of its own',
      post: post('section: body', ...FIELDS).replace('_layouts.post', '_layouts.plain'),
      texts: {
        'source/_layouts/plain.blade.php':
          "@extends('_layouts.main') @section('body') Nothing yet. @endsection",
      },
      at: [],
    },
  ]);
});
