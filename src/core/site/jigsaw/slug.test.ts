import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slug } from './slug.ts';
import { transliterate } from './transliterate.ts';

test('slugs', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['Storm Warning_2', '-', 'storm-warning-2'],
    ['what’s new!', '-', 'whats-new'],
    ['v1.2.release', '-', 'v1.2.release'],
    ['--a  b--', '-', 'a-b'],
    ['東京 の 天気', '-', '東京-の-天気'],
    ['a-b_c d', '_', 'a_b_c_d'],
    ['a-b c', '+', 'a+b+c'],
    ['a\u0085b\u3000c\u180ed\ufeffe', '-', 'a-b-c-de'],
    ['🔥', '-', ''],
    ['½ cup', '-', '½-cup'],
    ['a^b]c\\d', '^', 'a^bcd'],
  ];
  for (const [text, separator, expected] of cases) assert.equal(slug(text, separator), expected, text);
});

test('transliteration', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['été à Zürich', 'ete a Zurich'],
    ['Ærø Œuvre ß ẞ', 'AEro Oeuvre ss Ss'],
    ['Αθήνα Москва', 'Aohna Moskva'],
    ['東京', '東京'],
    ['a|b¿c™d½', 'abcd'],
    ['a\u00a0b', 'a b'],
    ['\u100a\u103a', 'i'],
    ['e\u0301', 'e\u0301'],
  ];
  for (const [text, expected] of cases) assert.equal(transliterate(text), expected, text);
});
