import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog'];
const date = (written: string) => post(...REST, `date: ${written}`);

const YEARS = Object.fromEntries(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => [`source/_posts/${name}.md`, date('2024')]),
);

describe('date/not-in-seconds', () => {
  table('date/not-in-seconds', [
    { name: 'is silent about seconds', post: date('1714521600'), at: [] },
    { name: 'is silent about seconds before 1970 and shortly after', post: date('-14182940'), at: [] },
    {
      name: 'sees milliseconds',
      post: date('1714521600000'),
      at: ['1714521600000'],
      severity: 'error',
      says: /year 56301/,
      fixed: date('2024-05-01 00:00:00'),
    },
    {
      name: 'sees a day without hyphens',
      post: date('20240501'),
      at: ['20240501'],
      severity: 'warning',
      says: /1970/,
      fixed: date('2024-05-01'),
    },
    { name: 'sees a year', post: date('2024'), at: ['2024'], says: /1970/, fixed: date('2024-01-01') },
    { name: 'is silent about eight digits that are no day', post: date('20241399'), at: [] },
    { name: 'is silent where the site’s posts write years', post: date('2024'), texts: YEARS, at: [] },
  ]);
});
