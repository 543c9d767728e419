import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog'];
const date = (written: string) => post(...REST, `date: ${written}`);

describe('date/far-future', () => {
  table('date/far-future', [
    { name: 'is silent about today', post: date('2026-01-15'), at: [] },
    { name: 'is silent about next summer', post: date('2026-07-01'), at: [] },
    {
      name: 'sees the year after next',
      post: date('2028-01-15'),
      at: ['2028-01-15'],
      severity: 'information',
    },
    {
      name: 'is silent where a filter may keep the post back',
      post: date('2028-01-15'),
      texts: {
        'config.php':
          "<?php return ['collections' => ['posts' => ['path' => 'p/{filename}', 'filter' => function ($item) { return $item->date < time(); }]]];",
      },
      at: [],
    },
  ]);
});
