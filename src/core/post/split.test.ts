import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slice } from '../text/span.ts';
import { type Parts, split } from './split.ts';

function texts(text: string, parts: Parts | undefined) {
  return parts && { yaml: slice(text, parts.yaml), body: slice(text, parts.body) };
}

const CASES: readonly { text: string; yaml?: string; body?: string }[] = [
  { text: '' },
  { text: '---' },
  { text: '---\n' },
  { text: '---\na: b\n' },
  { text: '\ufeff---\na: b\n---\n' },
  { text: '\n---\na: b\n---\n' },
  { text: '---\na: b\n ---\n' },
  { text: '---\n---', yaml: '', body: '' },
  { text: '---\n\n\n---\nBody\n', yaml: '', body: 'Body\n' },
  { text: '---\na: b\n---\nBody\n', yaml: 'a: b', body: 'Body\n' },
  { text: '---\r\na: b\r\n---\r\n\r\nBody\r\n', yaml: 'a: b', body: 'Body\r\n' },
  { text: '---\ra: b\r---\rBody', yaml: 'a: b', body: 'Body' },
  { text: '---a: b\n---Body', yaml: 'a: b', body: 'Body' },
  { text: '---|a: b|---||| Body', yaml: 'a: b', body: 'Body' },
  { text: '---\na: Score |--- north\n---\nBody', yaml: 'a: Score', body: 'north\n---\nBody' },
  { text: '---\na: |\n  x\n---\n  y\n---\nBody', yaml: 'a: |\n  x', body: 'y\n---\nBody' },
  { text: '---\na: b\n----\nBody', yaml: 'a: b', body: '-\nBody' },
  { text: '---\n---\na: b\n---\nBody', yaml: '---\na: b', body: 'Body' },
  { text: '--- \t\n\va: b \0\n--- \n\f Body', yaml: 'a: b', body: '\f Body' },
  { text: '---\n\u00a0a: b\n---\n\u00a0Body', yaml: '\u00a0a: b', body: '\u00a0Body' },
];

for (const { text, ...expected } of CASES) {
  test(`splits ${JSON.stringify(text)}`, () => {
    assert.deepEqual(texts(text, split(text)), expected.yaml === undefined ? undefined : expected);
  });
}

const PIECES = ['---', '-', '\n', '\r\n', '\r', '|', ' ', '\t', 'a', ': ', '😀', '\0'];
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

test('splits any text as the pattern of FrontYAML does', () => {
  const pattern = /^---[\r\n|]*([\s\S]*?)[\r\n|]+---[\r\n|]*([\s\S]*)$/;
  fc.assert(
    fc.property(anyText, (text) => {
      const match = pattern.exec(text);
      const expected = match && {
        yaml: (match[1] ?? '').replace(/^[ \t\n\v\r\0]+|[ \t\n\v\r\0]+$/g, ''),
        body: (match[2] ?? '').replace(/^[ \t\n\v\r\0]+/, ''),
      };
      assert.deepEqual(texts(text, split(text)), expected ?? undefined);
    }),
    { numRuns: 2000 },
  );
});

test('the parts are disjoint and in order', () => {
  fc.assert(
    fc.property(anyText, fc.nat(5), (text, from) => {
      const parts = split(text, from);
      if (parts === undefined) return;
      const { opener, yaml, closer, body } = parts;
      const offsets = [
        from,
        opener.start,
        opener.end,
        yaml.start,
        yaml.end,
        closer.start,
        closer.end,
        body.start,
        body.end,
      ];
      assert.deepEqual(
        offsets,
        offsets.toSorted((a, b) => a - b),
      );
      assert.equal(slice(text, opener), '---');
      assert.equal(slice(text, closer), '---');
      assert.equal(body.end, text.length);
    }),
  );
});
