import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const BY_DATE = {
  'config.php':
    "<?php return ['collections' => ['posts' => ['path' => 'p/{date|Y}/{-title}']], 'getDate' => fn ($page) => new DateTime()];",
};

describe('address/breaks-build', () => {
  table('address/breaks-build', [
    { name: 'is silent', post: post('title: A', 'keywords: a', 'date: 2025-02-03'), texts: BY_DATE, at: [] },
    {
      name: 'sees an empty field',
      post: post('title: A', 'keywords: a', 'date: ~'),
      texts: BY_DATE,
      at: ['~'],
      effect: 'build-fails',
      says: /The key 'date' does not exist\./,
    },
    {
      name: 'is silent about one that isn’t there',
      post: post('title: A', 'keywords: a'),
      texts: BY_DATE,
      at: [],
    },
    {
      name: 'sees a list',
      post: post('title: [A, B]', 'keywords: a', 'date: 2025-02-03'),
      texts: BY_DATE,
      at: ['[A, B]'],
      says: /mb_strtolower\(\)/,
    },
    {
      name: 'sees a name that no disk takes',
      post: post(`title: ${'a'.repeat(300)}`, 'keywords: a', 'date: 2025-02-03'),
      texts: BY_DATE,
      at: ['---'],
      says: /File name too long/,
    },
    {
      name: 'sees a permalink that is a list',
      post: post('title: A', 'keywords: a', 'date: 2025-02-03', 'permalink: [a]'),
      at: ['[a]'],
    },
    {
      name: 'leaves a missing layout to its own rule',
      post: post('title: A', 'keywords: a', 'date: 2025-02-03').replace('post', 'pst'),
      at: [],
    },
  ]);
});
