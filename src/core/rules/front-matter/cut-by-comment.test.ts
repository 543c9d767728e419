import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['keywords: fog', 'date: 2025-02-03'];

describe('front-matter/cut-by-comment', () => {
  table('front-matter/cut-by-comment', [
    { name: 'is silent without a comment', post: post('title: Fog', ...REST), at: [] },
    {
      name: 'sees a number',
      post: post('title: Fog #2', ...REST),
      at: ['#2'],
      fixed: post("title: 'Fog #2'", ...REST),
    },
    {
      name: 'asks about a note beside a headline',
      post: post('title: Fog # and the sea', ...REST),
      at: ['# and the sea'],
      severity: 'information',
      fixed: post("title: 'Fog # and the sea'", ...REST),
    },
    {
      name: 'is silent about notes',
      post: post('title: Fog # TODO', 'description: Fog # and the sea', ...REST),
      at: [],
    },
    {
      name: 'sees a word',
      post: post('title: The #fog hashtag', ...REST),
      at: ['#fog hashtag'],
      fixed: post("title: 'The #fog hashtag'", ...REST),
    },
    {
      name: 'sees a value that is nothing but a comment',
      post: post('title: #2 fog', ...REST),
      at: ['#2 fog'],
      fixed: post("title: '#2 fog'", ...REST),
    },
    {
      name: 'sees a colour in a field of the site’s own',
      post: post('title: Fog', 'accent: #ffcc00', ...REST),
      at: ['#ffcc00'],
      fixed: post('title: Fog', "accent: '#ffcc00'", ...REST),
    },
    {
      name: 'sees an item of a list',
      post: post('title: Fog', 'date: 2025-02-03', 'keywords:', '  - fog #2', '  - horn'),
      at: ['#2'],
      fixed: post('title: Fog', 'date: 2025-02-03', 'keywords:', "  - 'fog #2'", '  - horn'),
    },
    {
      name: 'sees an item that is nothing but a comment',
      post: post('title: Fog', 'date: 2025-02-03', 'keywords:', '  - #fog', '  - horn'),
      at: ['#fog'],
      fixed: post('title: Fog', 'date: 2025-02-03', 'keywords:', "  - '#fog'", '  - horn'),
    },
    { name: 'leaves a comment alone', post: post('title: Fog # draft', ...REST), at: [] },
    {
      name: 'leaves a remark at another value alone',
      post: post('title: Fog', 'date: 2025-02-03 #2', 'weight: 3 #4', 'keywords: fog'),
      at: [],
    },
    { name: 'leaves quotes alone', post: post("title: 'Fog #2'", ...REST), at: [] },
    { name: 'leaves a `#` within a word alone', post: post('title: C#7 and F#', ...REST), at: [] },
    {
      name: 'leaves the head of a block alone',
      post: post('title: Fog', 'description: > #2', '  Fog.', ...REST),
      at: [],
    },
  ]);
});
