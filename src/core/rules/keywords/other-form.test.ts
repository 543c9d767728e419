import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'date: 2025-02-03'];

/** More posts than the stock site has, with lists for keywords. */
const LISTS = Object.fromEntries(
  Array.from({ length: 60 }, (_, number) => [
    `source/_posts/list-${number}.md`,
    post('title: Fog', 'date: 2025-02-03', 'keywords: [fog, horn]'),
  ]),
);

describe('keywords/other-form', () => {
  table('keywords/other-form', [
    { name: 'is silent about the usual form', post: post(...REST, 'keywords: fog, horn'), at: [] },
    {
      name: 'is silent about a folded text where others are on one line',
      post: post(...REST, 'keywords: >', '  fog, horn'),
      at: [],
    },
    {
      name: 'sees a list',
      post: post(...REST, 'keywords:', '  - fog', "  - 'horn'"),
      at: ['keywords'],
      severity: 'information',
      fixed: post(...REST, 'keywords: fog, horn'),
    },
    {
      name: 'sees a text',
      post: post(...REST, 'keywords: fog, horn'),
      texts: LISTS,
      at: ['keywords'],
      fixed: post(...REST, 'keywords: [fog, horn]'),
    },
    {
      name: 'has no fix that would lose a comma',
      post: post(...REST, "keywords: ['fog, thick', horn]"),
      at: ['keywords'],
      fixed: null,
    },
    {
      name: 'has no fix that would lose a comment',
      post: post(...REST, 'keywords:', '  - fog # thick', '  - horn'),
      at: ['keywords'],
      fixed: null,
    },
    {
      name: 'is silent where the site has no habit',
      post: post(...REST, 'tags: [fog, horn]', 'keywords: fog'),
      at: [],
    },
  ]);
});
