import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { align } from './align.ts';

test('an inserted block leaves its neighbours paired', () => {
  assert.deepEqual(align(['a', 'b', 'c'], ['a', 'new', 'b', 'c']), [
    [0, 0],
    [1, 2],
    [2, 3],
  ]);
});

test('a removed block leaves its neighbours paired', () => {
  assert.deepEqual(align(['a', 'b', 'c'], ['a', 'c']), [
    [0, 0],
    [2, 1],
  ]);
});

test('nothing in common, nothing paired', () => {
  assert.deepEqual(align(['a'], ['b']), []);
  assert.deepEqual(align([], ['b']), []);
});

test('texts too long to compare are not compared', () => {
  const long = Array.from({ length: 2100 }, (_, index) => String(index));
  assert.deepEqual(align(long, long), []);
});

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('pairs are equal, ascend on both sides, and no pair more would fit', () => {
  fc.assert(
    fc.property(keys, keys, (from, to) => {
      const pairs = align(from, to);
      let last: readonly [number, number] = [-1, -1];
      for (const [i, j] of pairs) {
        assert.equal(from[i], to[j]);
        assert.ok(i > last[0] && j > last[1]);
        last = [i, j];
      }
      assert.equal(pairs.length, longest(from, to));
    }),
  );
});

/** The length of a longest common subsequence, by trying. */
function longest(from: readonly string[], to: readonly string[]): number {
  const [head, ...rest] = from;
  if (head === undefined) return 0;
  const index = to.indexOf(head);
  const without = longest(rest, to);
  return index < 0 ? without : Math.max(without, 1 + longest(rest, to.slice(index + 1)));
}
