import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const WHOLE = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];

describe('front-matter/missing-field', () => {
  table('front-matter/missing-field', [
    { name: 'is silent when all are there', post: post(...WHOLE), at: [] },
    {
      name: 'points at the opening dashes, and writes the date in the site’s form',
      post: post('title: Fog', 'keywords: fog'),
      at: ['---'],
      fixed: post('title: Fog', 'keywords: fog', 'date: 2026-01-15'),
    },
    {
      name: 'points at an empty value',
      post: post('title: ""', 'keywords: fog', 'date: 2025-02-03'),
      at: ['""'],
    },
    {
      name: 'takes a field without a value for an empty one',
      post: post('title: Fog', 'keywords:', 'date: 2025-02-03'),
      at: [''],
      fixed: post('title: Fog', 'keywords: fog, lamp, lit', 'date: 2025-02-03'),
    },
    {
      name: 'heeds what the collection gives',
      post: post('keywords: fog', 'date: 2025-02-03'),
      texts: {
        'config.php':
          "<?php return ['collections' => ['posts' => ['title' => 'News', 'path' => 'p/{filename}']]];",
      },
      at: [],
    },
    {
      name: 'heeds what copydesk.json requires',
      post: post('title: Fog', 'date: 2025-02-03'),
      texts: { 'copydesk.json': '{"required": ["title"]}' },
      at: [],
    },
    {
      name: 'has no fix for a field that only the writer can fill',
      post: post(...WHOLE),
      texts: { 'copydesk.json': '{"required": ["author"]}' },
      at: ['---'],
      fixed: null,
    },
    { name: 'leaves a front matter that can’t be read to its mistake', post: post('title: a: b'), at: [] },
    {
      name: 'sees a post without front matter',
      post: 'The lamp was lit.\n',
      at: ['The lamp was lit.', 'The lamp was lit.', 'The lamp was lit.'],
      fixed: '---\ntitle: Example\n---\n\nThe lamp was lit.\n',
    },
  ]);
});
