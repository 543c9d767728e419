import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ascending, lineAtTop, topOfLine } from './places.ts';

const places = [
  { line: 0, top: 0 },
  { line: 10, top: 400 },
  { line: 12, top: 500 },
  { line: 20, top: 900 },
];

test('a line that starts a block is at the top of the block', () => {
  assert.equal(topOfLine(places, 10), 400);
  assert.equal(lineAtTop(places, 400), 10);
});

test('a line between two blocks lies between them', () => {
  assert.equal(topOfLine(places, 11), 450);
  assert.equal(lineAtTop(places, 700), 16);
});

test('what lies outside is at the ends', () => {
  assert.equal(topOfLine(places, 99), 900);
  assert.equal(lineAtTop(places, -5), 0);
  assert.equal(lineAtTop(places, 5000), 20);
  assert.equal(topOfLine([], 3), 0);
});

test('a place that goes back is left out', () => {
  const up = { line: 11, top: 300 };
  const same = { line: 12, top: 420 };
  assert.deepEqual(ascending([...places.slice(0, 2), up, same, { line: 12, top: 430 }]), [
    ...places.slice(0, 2),
    same,
  ]);
});

test('there and back is the same line', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 500 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (gaps, share) => {
      let line = 0;
      let top = 0;
      const made = [{ line, top }];
      for (const [lines, pixels] of gaps) {
        line += lines;
        top += pixels;
        made.push({ line, top });
      }
      const wanted = share * line;
      assert.ok(Math.abs(lineAtTop(made, topOfLine(made, wanted)) - wanted) < 1e-6);
    }),
  );
});
