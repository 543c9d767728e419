import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutToWidth } from './cut.ts';

/** Every letter is 10 pixels wide. */
const measure = (text: string) => [...text].length * 10;

for (const [text, most, shown] of [
  ['High water', 100, 'High water'],
  ['High water at six', 100, 'High …'],
  ['High water at six', 120, 'High water …'],
  ['High water at six', 110, 'High …'],
  ['Hochwasserstandsmeldung', 100, 'Hochwass …'],
  ['満潮は六時です', 60, '満潮は六 …'],
  ['', 100, ''],
] as const) {
  test(`of “${text}”, ${most} pixels show “${shown}”`, () => {
    const cut = cutToWidth(text, most, measure);
    assert.deepEqual(cut, { text: shown, width: measure(text), isCut: shown !== text });
  });
}

test('what is shown always fits, where an ellipsis does', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 20, max: 400 }), (text, most) => {
      assert.ok(measure(cutToWidth(text, most, measure).text) <= most);
    }),
  );
});
