import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findDate, printDate } from './printed-date.ts';

const seconds = Date.UTC(2025, 10, 4, 6, 30) / 1000;
const later = Date.UTC(2026, 1, 28) / 1000;

const cases: readonly (readonly [text: string, language: string | undefined, after: string | undefined])[] = [
  ['November 4, 2025', 'en', 'February 28, 2026'],
  ['\n  By the desk · 4 November 2025 · 2 min read', 'en', '\n  By the desk · 28 February 2026 · 2 min read'],
  ['Tuesday, November 4th, 2025', undefined, 'Saturday, February 28th, 2026'],
  ['04/11/2025', undefined, '28/02/2026'],
  ['11/04/2025', undefined, '02/28/2026'],
  ['04.11.2025', 'de', '28.02.2026'],
  ['4. November 2025', 'de', '28. Februar 2026'],
  ['4 novembre 2025', 'fr', '28 février 2026'],
  ['2025年11月4日', 'ja', '2026年2月28日'],
  ['2025-11-04T06:30:00+00:00', undefined, '2026-02-28T00:00:00+00:00'],
  ['Nov 2025', undefined, 'Feb 2026'],
  ['In Nov 2025 it rained', undefined, undefined],
  ['November 3, 2025', undefined, 'February 27, 2026'],
  ['November 2, 2025', undefined, undefined],
  ['114/11/20256', undefined, undefined],
  ['4 November 2024', undefined, undefined],
  ['no date', undefined, undefined],
];

for (const [text, language, after] of cases) {
  test(`a date as a site prints it: ${text.trim()}`, () => {
    const found = findDate(text, seconds, language);
    const printed = found && printDate(found.format, later);
    assert.equal(found && text.slice(0, found.start) + printed + text.slice(found.end), after);
  });
}

test('a moment that no calendar goes to has no date', () => {
  for (const moment of [Number.NaN, Number.POSITIVE_INFINITY, 9e15]) {
    assert.equal(findDate('November 4, 2025', moment, 'en'), undefined);
    assert.equal(printDate({ php: 'c', offset: 0 }, moment), undefined);
  }
});

test('a language that is none is no language', () => {
  assert.equal(findDate('5. blah 2025', seconds, 'x_y z'), undefined);
});

test('any text is read, and what is found prints itself again', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -1e10, max: 1e10 }), (text, moment) => {
      const found = findDate(text, moment, 'fr');
      if (found) assert.equal(printDate(found.format, moment), text.slice(found.start, found.end));
    }),
  );
});
