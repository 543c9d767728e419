import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { compare, figures, readScenarios } from './builds.ts';

test('what becomes of a build is known before it', async (t) => {
  const scenarios = await readScenarios(join(import.meta.dirname, '../golden/builds.json'));
  const results = [];
  for (const scenario of scenarios) results.push(await compare(scenario));
  for (const verdict of ['build-fails', 'post-lost'] as const) {
    const { precision, recall, said, holds, right } = figures(results, verdict);
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    t.diagnostic(
      `${verdict}: ${right} of ${said} said are right (${percent(precision)}), ${right} of ${holds} that hold are said (${percent(recall)})`,
    );
    assert.ok(precision >= 0.99, verdict);
    assert.ok(recall >= 0.95, verdict);
  }
  for (const { name, expected, actual } of results) {
    if (expected !== actual) t.diagnostic(`${name}: ${expected}, not ${actual}`);
  }
});
