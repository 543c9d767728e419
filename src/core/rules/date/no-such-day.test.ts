import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog'];
const date = (written: string) => post(...REST, `date: ${written}`);

describe('date/no-such-day', () => {
  table('date/no-such-day', [
    { name: 'is silent about a leap day', post: date('2024-02-29'), at: [] },
    { name: 'is silent about the last of a month', post: date('2024-1-31 10:00:00'), at: [] },
    {
      name: 'sees a day too many',
      post: date('2023-02-29'),
      at: ['2023-02-29'],
      says: /2023-03-01/,
      fixed: date('2023-02-28'),
    },
    {
      name: 'keeps the time',
      post: date('2024-06-31 10:00:00'),
      at: ['2024-06-31'],
      fixed: date('2024-06-30 10:00:00'),
    },
    { name: 'sees day nought', post: date('2024-06-00'), at: ['2024-06-00'], says: /2024-05-31/ },
    { name: 'is silent where a zone moves the day', post: date('2024-02-29T23:30:00-05:00'), at: [] },
  ]);
});
