import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['keywords: fog', 'date: 2025-02-03'];

describe('front-matter/not-text', () => {
  table('front-matter/not-text', [
    {
      name: 'takes `false` for none',
      post: post('title: Fog', 'description: false', 'keywords: fog', 'date: 2025-02-03'),
      at: [],
    },
    { name: 'is silent about a text', post: post('title: Fog', ...REST), at: [] },
    {
      name: 'is silent about a text of two lines',
      post: post('title: The fog', '  came in', ...REST),
      at: [],
    },
    {
      name: 'is silent about a number that is printed as it is written',
      post: post('title: 1984', ...REST),
      at: [],
    },
    {
      name: 'is silent about words that only look like a yes or no',
      post: post('title: no', ...REST),
      at: [],
    },
    {
      name: 'sees a date',
      post: post('title: 2024-05-01', ...REST),
      at: ['2024-05-01'],
      says: /1714521600/,
      fixed: post("title: '2024-05-01'", ...REST),
    },
    {
      name: 'sees a truth',
      post: post('title: true', ...REST),
      at: ['true'],
      says: /“1”/,
      fixed: post("title: 'true'", ...REST),
    },
    {
      name: 'sees a number that loses its nought',
      post: post('title: 1.10', ...REST),
      at: ['1.10'],
      says: /“1.1”/,
    },
    {
      name: 'sees brackets',
      post: post('title: [WIP]', ...REST),
      at: ['[WIP]'],
      severity: 'error',
      effect: 'build-fails',
      fixed: post("title: '[WIP]'", ...REST),
    },
    {
      name: 'sees a list',
      post: post('title: Fog', 'description:', '  - a', '  - b', ...REST),
      at: ['- a\n  - b'],
      fixed: null,
    },
    {
      name: 'is silent about a list that the site may want',
      post: post('title: Fog', 'author: [Ana, Bo]', ...REST),
      at: [],
    },
  ]);
});
