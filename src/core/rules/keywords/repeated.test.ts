import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'date: 2025-02-03'];

describe('keywords/repeated', () => {
  table('keywords/repeated', [
    { name: 'is silent when each is there once', post: post(...REST, 'keywords: fog, horn'), at: [] },
    {
      name: 'sees one in a text',
      post: post(...REST, 'keywords: fog, horn, fog, lamp'),
      at: ['fog'],
      severity: 'information',
      fixed: post(...REST, 'keywords: fog, horn, lamp'),
    },
    {
      name: 'sees one with other capital letters',
      post: post(...REST, 'keywords: fog, Fog'),
      at: ['Fog'],
      fixed: post(...REST, 'keywords: fog'),
    },
    {
      name: 'sees one in a folded text',
      post: post(...REST, 'keywords: >-', '  fog, fog horn,', '  lamp, fog  horn'),
      at: ['fog  horn'],
      fixed: post(...REST, 'keywords: >-', '  fog, fog horn,', '  lamp'),
    },
    {
      name: 'sees one in quotes',
      post: post(...REST, "keywords: 'fog, horn, fog'"),
      at: ['fog'],
      fixed: post(...REST, "keywords: 'fog, horn'"),
    },
    {
      name: 'sees one in brackets',
      post: post(...REST, 'keywords: [fog, horn, "fog"]'),
      at: ['"fog"'],
      fixed: post(...REST, 'keywords: [fog, horn]'),
    },
    {
      name: 'sees one in a list of lines',
      post: post(...REST, 'keywords:', '  - fog # thick', '  - horn', '  - fog # thin', 'author: A'),
      at: ['fog'],
      fixed: post(...REST, 'keywords:', '  - fog # thick', '  - horn', 'author: A'),
    },
    {
      name: 'sees each of several',
      post: post(...REST, 'keywords: a1, b1, a1, b1'),
      at: ['a1', 'b1'],
      fixed: post(...REST, 'keywords: a1, b1, b1'),
    },
    {
      name: 'looks at tags and categories too',
      post: post(...REST, 'keywords: fog', 'tags: [a1, a1]', 'categories: [harbour, harbour]'),
      at: ['a1', 'harbour'],
    },
    { name: 'leaves other fields alone', post: post(...REST, 'keywords: fog', 'moods: [a1, a1]'), at: [] },
    { name: 'leaves words within names alone', post: post(...REST, 'keywords: fog, fog horn, horn'), at: [] },
  ]);
});
