import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { titleOf } from './title.ts';

for (const [field, title] of [
  ['title: Low Tide', 'Low Tide'],
  ['title: >\n  Low\n  Tide', 'Low Tide'],
  ['title: 1984', '1984'],
  ['title: 1.5', '1.5'],
  ['title: 12345678901234567890', '12345678901234567890'],
  ['title: "Low Tide', 'Low Tide'],
  ["title: 'Low Tide", 'Low Tide'],
  ['title: "', undefined],
  ['title: "Low" Tide', '"Low" Tide'],
  ['title: "\\"Low\\" Tide"', '"Low" Tide'],
  ['title: ""', undefined],
  ['title: " "', undefined],
  ['title:', undefined],
  ['title: true', undefined],
  ['title: [a, b]', undefined],
  ['date: 2025-01-01', undefined],
] as const) {
  test(`the title of ${JSON.stringify(field)}`, () => {
    assert.equal(titleOf(parsePost('a.md' as SitePath, `---\n${field}\n---\n`)), title);
  });
}
