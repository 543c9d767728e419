import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMinutes, minutesAt, paceOf, wordsIn } from './reading-time.ts';

const texts: readonly (readonly [text: string, minutes: number | undefined])[] = [
  ['4 min read', 4],
  ['A 12-minute read', 12],
  ['Lesezeit: 5 Minuten', 5],
  ['Lecture : 3 minutes', 3],
  ['7 min. de lectura', 7],
  ['5分で読めます', 5],
  ['4 November 2025 · 6 mins', 6],
  ['4 miniatures', undefined],
  ['No minutes', undefined],
  ['At 12:30 min', undefined],
  [
    'It took them 40 minutes to reach the slip, and the tide was as high as it had ever been there.',
    undefined,
  ],
];

for (const [text, minutes] of texts) {
  test(`minutes in a text: ${text}`, () => assert.equal(findMinutes(text)?.minutes, minutes));
}

test('the pace of one text tells the time of another', () => {
  const pace = paceOf(5, wordsIn(`<p>${'word '.repeat(1000)}</p>`));
  assert.deepEqual(pace, { rate: 200, rounding: 'ceil' });
  assert.equal(pace && minutesAt(pace, 401), 3);
  assert.equal(pace && minutesAt(pace, 0), 1);
});

test('minutes that no reader would need say something else', () => {
  assert.equal(paceOf(40, 320), undefined);
  assert.equal(paceOf(1, 4000), undefined);
});

test('words are counted as readers see them', () => {
  assert.equal(wordsIn('<p title="not these">The quay’s <b>one</b><br>slip</p>'), 4);
  assert.equal(wordsIn('<p>港の新聞</p>'), 2);
});
