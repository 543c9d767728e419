import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const HEAD = '---\nextends: _layouts.post\ntitle: A\n---\n';

describe('front-matter/body-starts-with-dashes', () => {
  table('front-matter/body-starts-with-dashes', [
    { name: 'is silent about a text that starts with a word', post: post('title: A'), at: [] },
    {
      name: 'sees a part that is taken for fields',
      post: `${HEAD}\n---\nkicker: Extra\n---\n\nText.\n`,
      at: ['---'],
      effect: 'reader-sees',
      fixed: `${HEAD}\n***\nkicker: Extra\n---\n\nText.\n`,
    },
    {
      name: 'sees a part that can’t be read as fields',
      post: `${HEAD}---\n\nNote: he said: no\n\n---\n\nText.\n`,
      at: ['---'],
      effect: 'build-fails',
      says: /colon cannot be used/,
    },
    {
      name: 'sees that nothing is left',
      post: `${HEAD}---\n# Text\n---\n`,
      at: ['---'],
      effect: 'post-lost',
    },
    {
      name: 'sees a longer line',
      post: `${HEAD}-----\nText: a\n---\nMore.\n`,
      at: ['---'],
      fixed: `${HEAD}***\nText: a\n---\nMore.\n`,
    },
    { name: 'is silent when no dashes follow', post: `${HEAD}---\nText.\n`, at: [] },
    {
      name: 'is silent when a line of text comes first',
      post: `${HEAD}Text.\n\n---\n\nMore.\n\n---\n`,
      at: [],
    },
  ]);
});
