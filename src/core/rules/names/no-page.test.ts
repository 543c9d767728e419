import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const post = (names: string) => withFrontMatter('Text.').replace('[lighthouse]', names);

describe('names/no-page', () => {
  table('names/no-page', [
    {
      name: 'sees a name without a file, and proposes one',
      post: post('[lighthouse, harbor]'),
      at: ['harbor'],
      fixed: post('[lighthouse, harbour]'),
    },
    {
      name: 'knows that letter case counts',
      post: post('[Harbour]'),
      at: ['Harbour'],
      fixed: post('[harbour]'),
    },
    { name: 'is silent about names with a file', post: post('[lighthouse, harbour]'), at: [] },
    {
      name: 'is silent where most names aren’t files’ names',
      post: post('[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s]'),
      at: [],
    },
  ]);
});
