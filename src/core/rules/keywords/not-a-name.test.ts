import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'date: 2025-02-03'];

describe('keywords/not-a-name', () => {
  table('keywords/not-a-name', [
    { name: 'is silent about names', post: post(...REST, 'keywords: fog', 'tags: [fog, 2024]'), at: [] },
    {
      name: 'sees a colon',
      post: post(...REST, 'keywords: fog', 'tags:', '  - fog', '  - weather: fog'),
      at: ['weather: fog'],
      fixed: post(...REST, 'keywords: fog', 'tags:', '  - fog', "  - 'weather: fog'"),
    },
    {
      name: 'sees one in brackets',
      post: post(...REST, 'keywords: fog', 'tags: [fog, {weather: fog}]'),
      at: ['{weather: fog}'],
    },
    {
      name: 'sees a sentence that is alone',
      post: post(...REST, 'keywords: fog', 'tags:', '  - the keeper said: fog'),
      at: ['the keeper said: fog'],
    },
    {
      name: 'is silent about a list of things with fields',
      post: post(...REST, 'keywords: fog', 'tags:', '  - name: fog', '  - name: horn'),
      at: [],
    },
    {
      name: 'sees keywords that are fields',
      post: post(...REST, 'keywords:', '  weather: fog', '  sound: horn', 'tags: {fog: true}'),
      at: ['weather: fog\n  sound: horn'],
      says: /not keywords/,
    },
    {
      name: 'sees a list in the list',
      post: post(...REST, 'keywords: fog', 'tags: [fog, [horn]]'),
      at: ['[horn]'],
    },
  ]);
});
