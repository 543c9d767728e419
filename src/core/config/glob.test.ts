import assert from 'node:assert/strict';
import { test } from 'node:test';
import { globMatcher } from './glob.ts';

const cases: readonly (readonly [glob: string, paths: string, others: string])[] = [
  [
    'source/_posts/archive/**',
    'source/_posts/archive/a.md source/_posts/archive/b/.c.md',
    'source/_posts/a.md',
  ],
  ['**/*.md', 'a.md a/b/c.md', 'a.txt'],
  ['source/*.md', 'source/a.md source/.a.md', 'source/b/a.md'],
  ['source/**/old-*', 'source/old-a.md source/a/b/old-b.md', 'source/older/a.md'],
  ['./source/a.md', 'source/a.md', 'source/aXmd'],
  ['a?.md', 'ab.md', 'a.md a/.md abc.md'],
  ['{a,b/**}/c.md', 'a/c.md b/x/c.md', 'd/c.md'],
  ['{a,{b,c}}.md', 'a.md b.md c.md', 'd.md {a.md'],
  ['[a-c]x.md', 'ax.md cx.md', 'dx.md'],
  ['[!a-c]x.md', 'dx.md', 'ax.md /x.md'],
  ['a\\*b.md', 'a*b.md', 'axb.md'],
  ['a{b.md', 'a{b.md', 'ab.md'],
  ['a(b)+$.md', 'a(b)+$.md', 'ab.md'],
  ['[x.md', '[x.md', 'x.md'],
  ['[z-a].md', '', 'z.md a.md [z-a].md'],
  ['}{', '', 'a'],
];

for (const [glob, paths, others] of cases) {
  test(`${glob} names ${paths === '' ? 'nothing' : paths}`, () => {
    const matches = globMatcher([glob]);
    const list = (text: string) => text.split(' ').filter((each) => each !== '');
    assert.deepEqual(
      list(paths).filter((path) => !matches(path)),
      [],
    );
    assert.deepEqual(
      list(others).filter((path) => matches(path)),
      [],
    );
  });
}

test('any of several globs will do', () => {
  const matches = globMatcher(['a.md', 'b.md']);
  assert.deepEqual(['a.md', 'b.md', 'c.md'].map(matches), [true, true, false]);
});

test('a glob that is written to do harm comes to an end', () => {
  const path = `source/${'a'.repeat(1000)}/${'a'.repeat(1000)}.md`;
  assert.equal(globMatcher([`**/${'*a'.repeat(30)}/**/z`, `**/${'*a'.repeat(30)}b`])(path), false);
  assert.equal(globMatcher(['(a+)+$', '{a,b}'.repeat(2000), '('.repeat(5000)])(path), false);
});
