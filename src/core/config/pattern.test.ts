import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchesPattern, patternMistake } from './pattern.ts';

test('patterns are what JavaScript’s are', () => {
  for (const [pattern, text, expected] of [
    ['^[A-Z]', 'Storm', true],
    ['^[A-Z]', 'storm', false],
    ['^\\p{Lu}', 'Öl', true],
    ['^\\u00d6', 'Öl', true],
    ['^(?<year>\\d{4})-\\d\\d$', '2025-02', true],
    ['^https?:\\/\\/', 'https://example.org', true],
    ['x', 'a'.repeat(5000), true],
  ] as const) {
    assert.equal(patternMistake(pattern), undefined, pattern);
    assert.equal(matchesPattern(text, pattern), expected, pattern);
  }
});

test('what can’t be used is told apart', () => {
  assert.equal(patternMistake('('), 'not-valid');
  for (const pattern of ['^(?!x)', '(?<=x)y', '(x)\\1'])
    assert.equal(patternMistake(pattern), 'too-clever', pattern);
});

test('patterns that take others for ever come to an end', () => {
  for (const pattern of [
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(.*)*x',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(a?){900}a{900}',
  ])
    assert.equal(matchesPattern(`${'a'.repeat(1990)}!`, pattern), pattern.endsWith('a{900}'), pattern);
});

test('any pattern is answered', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ab(|)*+?[]^$.\\{2,}') }),
      fc.string(),
      (pattern, text) => {
        assert.equal(typeof matchesPattern(text, pattern), 'boolean');
      },
    ),
  );
});
