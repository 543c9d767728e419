import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['keywords: fog', 'date: 2025-02-03'];

describe('title/too-long', () => {
  table('title/too-long', [
    {
      name: 'is silent about seventy characters',
      post: post(`title: ${'fog '.repeat(17)}fo`, ...REST),
      at: [],
    },
    {
      name: 'sees one more',
      post: post(`title: ${'fog '.repeat(17)}fog`, ...REST),
      at: ['title'],
      severity: 'information',
      says: /71 characters/,
    },
    { name: 'counts characters as people do', post: post(`title: ${'📖'.repeat(70)}`, ...REST), at: [] },
    {
      name: 'is silent where the site prints no title',
      post: post(`title: ${'fog '.repeat(20)}`, ...REST),
      texts: {
        'source/_layouts/main.blade.php': '@yield("body")',
        'source/_layouts/post.blade.php': '@yield("content")',
        'source/_layouts/category.blade.php': '',
        'source/index.blade.php': '',
      },
      at: [],
    },
  ]);
});
