import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['keywords: fog', 'date: 2025-02-03'];

describe('front-matter/misspelt-field', () => {
  table('front-matter/misspelt-field', [
    {
      name: 'is silent about the right names',
      post: post('title: Fog', 'description: It came.', ...REST),
      at: [],
    },
    {
      name: 'sees swapped letters',
      post: post('tilte: Fog', ...REST),
      at: ['tilte'],
      severity: 'error',
      fixed: post('title: Fog', ...REST),
    },
    {
      name: 'sees a letter too few',
      post: post('title: Fog', 'desciption: It came.', ...REST),
      at: ['desciption'],
      fixed: post('title: Fog', 'description: It came.', ...REST),
    },
    {
      name: 'sees a singular of what every post has',
      post: post('title: Fog', 'keyword: fog', 'date: 2025-02-03'),
      at: ['keyword'],
      fixed: post('title: Fog', 'keywords: fog', 'date: 2025-02-03'),
    },
    {
      name: 'sees capital letters',
      post: post('Title: Fog', ...REST),
      at: ['Title'],
      fixed: post('title: Fog', ...REST),
    },
    {
      name: 'keeps quotes',
      post: post("'Title': Fog", ...REST),
      at: ["'Title'"],
      fixed: post("'title': Fog", ...REST),
    },
    {
      name: 'says that the post gets no page',
      post: '---\nextneds: _layouts.post\ntitle: Fog\nkeywords: fog\ndate: 2025-02-03\n---\nText.\n',
      at: ['extneds'],
      severity: 'error',
      effect: 'post-lost',
    },
    {
      name: 'is silent when the right name is there too',
      post: post('title: Fog', 'titel: Nebel', ...REST),
      at: [],
    },
    {
      name: 'is silent about a field that several posts have, however many have the other one',
      post: post('title: Fog', 'featured-image:', ...REST),
      texts: Object.fromEntries(
        Array.from({ length: 80 }, (_, index) => [
          `source/_posts/${index}.md`,
          post(`title: ${index}`, index < 5 ? 'featured-image:' : 'feature_image: /a.jpg', ...REST),
        ]),
      ),
      at: [],
    },
    {
      name: 'is silent about a name that the site’s code uses',
      post: post('tile: a', ...REST),
      texts: { 'source/_layouts/main.blade.php': '{{ $page->tile }} {{ $page->title }} @yield("body")' },
      at: [],
    },
    {
      name: 'is silent about a name that copydesk.json knows',
      post: post('titel: a', ...REST),
      texts: { 'copydesk.json': '{"fields": {"titel": {"type": "text"}}}' },
      at: [],
    },
    {
      name: 'is silent about a name that other posts use',
      post: post('titles: a', ...REST),
      texts: Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [`source/_posts/${name}.md`, post('titles: a', ...REST)]),
      ),
      at: [],
    },
    {
      name: 'is silent about the plural of a rare field',
      post: post('title: Fog', 'images: [a]', ...REST),
      texts: { 'source/_posts/a.md': post('title: A', 'image: /assets/img/lens.jpg', ...REST) },
      at: [],
    },
    {
      name: 'is silent about another word',
      post: post('title: Fog', 'mood: grey', 'weather: fog', 'subtitle: a', ...REST),
      at: [],
    },
  ]);
});
