import { describe } from 'node:test';
import { TOLERANT, table } from '../../../../test/rule-table.ts';

describe('front-matter/not-a-map', () => {
  table('front-matter/not-a-map', [
    {
      name: 'sees a text',
      post: '---\nA note\n---\nText.\n',
      at: ['A note'],
      texts: TOLERANT,
      effect: 'post-lost',
    },
    {
      name: 'sees a list',
      post: '---\n- a\n- b\n---\nText.\n',
      at: ['- a\n- b'],
      texts: TOLERANT,
      effect: 'post-lost',
    },
    {
      name: 'says what the site’s code stops at',
      post: '---\nA note\n---\nText.\n',
      at: ['A note'],
      effect: 'build-fails',
      says: /format\(\) on bool/,
    },
    { name: 'is silent about none', post: '---\n---\nText.\n', at: [] },
    { name: 'is silent about fields', post: '---\ntitle: A\n---\nText.\n', at: [] },
  ]);
});
