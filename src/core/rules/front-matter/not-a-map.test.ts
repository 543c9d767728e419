import { describe } from 'node:test';
import { table } from '../../../../test/rule-table.ts';

describe('front-matter/not-a-map', () => {
  table('front-matter/not-a-map', [
    { name: 'sees a text', post: '---\nA note\n---\nText.\n', at: ['A note'], effect: 'post-lost' },
    { name: 'sees a list', post: '---\n- a\n- b\n---\nText.\n', at: ['- a\n- b'], effect: 'post-lost' },
    { name: 'is silent about none', post: '---\n---\nText.\n', at: [] },
    { name: 'is silent about fields', post: '---\ntitle: A\n---\nText.\n', at: [] },
  ]);
});
