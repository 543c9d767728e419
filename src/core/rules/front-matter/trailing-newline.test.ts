import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['keywords: fog', 'date: 2025-02-03'];

describe('front-matter/trailing-newline', () => {
  table('front-matter/trailing-newline', [
    { name: 'is silent about one line', post: post('title: Fog', ...REST), at: [] },
    {
      name: 'sees a folded text',
      post: post('title: >', '  Fog', ...REST),
      at: ['>'],
      severity: 'information',
      fixed: post('title: >-', '  Fog', ...REST),
    },
    {
      name: 'sees one that keeps its line breaks',
      post: post('title: >+', '  Fog', '', ...REST),
      at: ['>+'],
      fixed: post('title: >-', '  Fog', '', ...REST),
    },
    {
      name: 'sees one that says how deep it is',
      post: post('title: >2', '  Fog', ...REST),
      at: ['>2'],
      fixed: post('title: >2-', '  Fog', ...REST),
    },
    { name: 'is silent about one without', post: post('title: >-', '  Fog', ...REST), at: [] },
    {
      name: 'is silent about the last field, which loses it anyway',
      post: post(...REST, 'title: >', '  Fog'),
      at: [],
    },
    {
      name: 'is silent about longer texts',
      post: post('title: Fog', 'description: >', '  It came in.', ...REST),
      at: [],
    },
    {
      name: 'is silent where the site takes the ends off',
      post: post('title: >', '  Fog', ...REST),
      texts: {
        'source/_layouts/post.blade.php': "{{ trim((string) $page->title) }} @yield('content')",
        'source/_layouts/main.blade.php': '{{ trim($page->title) }} @yield("body")',
        'source/_layouts/category.blade.php': '@yield("content")',
        'source/index.blade.php': '',
      },
      at: [],
    },
  ]);
});
