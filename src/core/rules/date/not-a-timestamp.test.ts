import { describe } from 'node:test';
import { post, TOLERANT, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog'];

/** A date as it is written wrong, and as the fix writes it in a site that writes days. */
function mended(wrong: string, right: string): { readonly post: string; readonly fixed: string } {
  return { post: post(...REST, `date: ${wrong}`), fixed: post(...REST, `date: ${right}`) };
}

const TEXTS = Object.fromEntries(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => [
    `source/_posts/${name}.md`,
    post('title: Fog', 'keywords: fog', 'date: "2024-05-01"'),
  ]),
);

describe('date/not-a-timestamp', () => {
  table('date/not-a-timestamp', [
    { name: 'is silent about a day', post: post(...REST, 'date: 2024-05-01'), at: [] },
    {
      name: 'is silent about a time with a zone',
      post: post(...REST, 'date: 2024-05-01T10:30:00+02:00'),
      at: [],
    },
    { name: 'is silent about a Unix time', post: post(...REST, 'date: 1714521600'), at: [] },
    {
      name: 'is silent about a fraction that the site takes',
      post: post(...REST, 'date: 1603328389.1629581'),
      texts: TOLERANT,
      at: [],
    },
    {
      name: 'sees a fraction that the site’s code stops at',
      ...mended('1603328389.1629581', '1603328389'),
      at: ['1603328389.1629581'],
      effect: 'build-fails',
      says: /whole seconds/,
    },
    {
      name: 'takes a fraction off a time',
      ...mended('2024-05-01T10:30:00.250Z', '2024-05-01T10:30:00Z'),
      at: ['2024-05-01T10:30:00.250Z'],
    },
    { name: 'is silent about an empty one', post: post(...REST, 'date:'), at: [] },
    {
      name: 'takes the quotes off a day',
      ...mended("'2024-05-01'", '2024-05-01'),
      at: ["'2024-05-01'"],
      severity: 'error',
      effect: 'build-fails',
      says: /Call to a member function format\(\) on bool/,
    },
    {
      name: 'warns where only the order of the posts suffers',
      ...mended("'2024-05-01'", '2024-05-01'),
      texts: TOLERANT,
      at: ["'2024-05-01'"],
      severity: 'warning',
      effect: 'reader-sees',
      says: /wrong place in every list/,
    },
    {
      name: 'is silent about a Unix time in quotes, which PHP takes for a number',
      post: post(...REST, 'date: "1714521600"'),
      at: [],
    },
    {
      name: 'adds the seconds',
      ...mended('2024-05-01 10:30', '2024-05-01 10:30:00'),
      at: ['2024-05-01 10:30'],
      says: /Without seconds/,
    },
    { name: 'reads slashes', ...mended('2024/05/01', '2024-05-01'), at: ['2024/05/01'] },
    {
      name: 'reads slashes with the day first where it must be the day',
      ...mended('13/05/2024', '2024-05-13'),
      at: ['13/05/2024'],
    },
    {
      name: 'reads slashes with the month first where both will do',
      ...mended('04/05/2024', '2024-04-05'),
      at: ['04/05/2024'],
    },
    { name: 'reads words', ...mended('May 1, 2024', '2024-05-01'), at: ['May 1, 2024'] },
    {
      name: 'reads a zone by name',
      ...mended('2024-05-01 10:00:00 UTC', '2024-05-01 10:00:00'),
      at: ['2024-05-01 10:00:00 UTC'],
    },
    {
      name: 'has no fix for what is no date at all',
      post: post(...REST, 'date: next spring, perhaps'),
      at: ['next spring, perhaps'],
      fixed: null,
    },
    { name: 'sees a list', post: post(...REST, 'date: [2024-05-01]'), at: ['[2024-05-01]'], fixed: null },
    {
      name: 'is silent where the site’s posts write texts',
      post: post(...REST, "date: '2024-05-01'"),
      texts: { ...TOLERANT, ...TEXTS },
      at: [],
    },
  ]);
});
