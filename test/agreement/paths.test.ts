import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, readCases } from './paths.ts';

const cases = await readCases(new URL('../golden/paths.json', import.meta.url));

test('addresses are those that Jigsaw writes', (t) => {
  const results = cases.map((golden) => ({ golden, ...compare(golden) }));
  const right = results.filter(({ golden, verdict }) => {
    const computed = /^php:(?:static )?(?:fn|function)\b/.test(golden.collection.path ?? '');
    return verdict === 'agrees' || (verdict === 'unknown' && computed);
  });
  const unknown = results.filter(({ verdict }) => verdict === 'unknown');
  const percent = ((100 * right.length) / results.length).toFixed(1);
  t.diagnostic(
    `paths: ${right.length} of ${results.length} agree (${percent} %), ${unknown.length} of them unknown`,
  );
  const wrong = results.filter((result) => !right.includes(result));
  for (const { golden, expected, actual } of wrong) {
    t.diagnostic(`${golden.name}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
  assert.deepEqual(
    wrong.map(({ golden }) => golden.name),
    [],
  );
});
