import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];

describe('section/unknown', () => {
  table('section/unknown', [
    { name: 'is silent when the layout prints it', post: post('section: notes', ...REST), at: [] },
    { name: 'is silent when none is named', post: post(...REST), at: [] },
    {
      name: 'proposes a similar name',
      post: post('section: contnt', ...REST),
      at: ['contnt'],
      effect: 'post-lost',
      fixed: post('section: content', ...REST),
    },
    {
      name: 'sees an empty one',
      post: post('section:', ...REST),
      at: [''],
      fixed: post('section: content', ...REST),
    },
    {
      name: 'sees a section that is only asked for',
      post: post('section: aside', ...REST),
      texts: { 'source/_layouts/post.blade.php': "@hasSection('aside')x@endif @yield('content')" },
      at: ['aside'],
    },
    {
      name: 'is silent when a view’s name is computed',
      post: post('section: aside', ...REST),
      texts: { 'source/_layouts/post.blade.php': '@include($page->kind) @yield("content")' },
      at: [],
    },
  ]);
});
