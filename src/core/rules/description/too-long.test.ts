import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];

describe('description/too-long', () => {
  table('description/too-long', [
    { name: 'is silent about none', post: post(...REST), at: [] },
    {
      name: 'is silent about a hundred and sixty characters',
      post: post(...REST, `description: ${'a'.repeat(160)}`),
      at: [],
    },
    {
      name: 'sees one more',
      post: post(...REST, `description: ${'a'.repeat(161)}`),
      at: ['description'],
      severity: 'information',
    },
    {
      name: 'counts a line break of a folded text as one',
      post: post(...REST, 'description: >', `  ${'a'.repeat(80)}`, `  ${'a'.repeat(79)}`),
      at: [],
    },
    {
      name: 'is silent where the site prints none',
      post: post(...REST, `description: ${'a'.repeat(200)}`),
      texts: { 'source/_layouts/main.blade.php': '@yield("body")' },
      at: [],
    },
  ]);
});
