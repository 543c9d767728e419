import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];

/** What copydesk.json says of the field `mood`. */
const asks = (constraint: object) => ({ 'copydesk.json': JSON.stringify({ fields: { mood: constraint } }) });
const mood = (written: string) => post(...REST, `mood: ${written}`);

describe('front-matter/field-value', () => {
  table('front-matter/field-value', [
    { name: 'is silent where nothing is asked', post: mood('grey'), at: [] },
    { name: 'is silent about an empty field', post: mood(''), texts: asks({ type: 'list' }), at: [] },
    {
      name: 'wants a text',
      post: mood('2024'),
      texts: asks({ type: 'text' }),
      at: ['2024'],
      severity: 'error',
      fixed: mood("'2024'"),
    },
    { name: 'takes a text', post: mood('grey'), texts: asks({ type: 'text' }), at: [] },
    {
      name: 'wants a list',
      post: mood('grey, wet'),
      texts: asks({ type: 'list' }),
      at: ['grey, wet'],
      fixed: mood('[grey, wet]'),
    },
    {
      name: 'wants a number',
      post: mood("'3'"),
      texts: asks({ type: 'number' }),
      at: ["'3'"],
      fixed: mood('3'),
    },
    { name: 'takes a fraction for a number', post: mood('3.5'), texts: asks({ type: 'number' }), at: [] },
    {
      name: 'wants a yes or no',
      post: mood('yes'),
      texts: asks({ type: 'boolean' }),
      at: ['yes'],
      fixed: mood('true'),
    },
    {
      name: 'wants a date',
      post: mood("'2024-05-01'"),
      texts: asks({ type: 'date' }),
      at: ["'2024-05-01'"],
      fixed: mood('2024-05-01'),
    },
    {
      name: 'wants one of some values',
      post: mood('gray'),
      texts: asks({ enum: ['grey', 'green'] }),
      at: ['gray'],
      says: /`grey` or `green`/,
    },
    {
      name: 'wants each item to be one of some values',
      post: mood('[grey, wett]'),
      texts: asks({ enum: ['grey', 'wet'] }),
      at: ['wett'],
      fixed: mood('[grey, wet]'),
    },
    {
      name: 'wants a pattern',
      post: mood('Grey'),
      texts: asks({ pattern: '^[a-z]+$' }),
      at: ['Grey'],
      fixed: null,
    },
    {
      name: 'says one thing of one value',
      post: mood('[a]'),
      texts: asks({ type: 'text', enum: ['b'] }),
      at: ['[a]'],
    },
    {
      name: 'heeds what the collection asks first',
      post: mood('grey'),
      texts: {
        'copydesk.json': JSON.stringify({
          fields: { mood: { type: 'list' } },
          collections: { posts: { fields: { mood: { type: 'text' } } } },
        }),
      },
      at: [],
    },
  ]);
});
