import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Float } from '../../../post/value.ts';
import { Unknown } from '../../unknown.ts';
import { phpDate } from './date.ts';
import { basename, dirname, resolvePath, urldecode } from './paths.ts';
import { toText } from './php-value.ts';
import { strtotime } from './strtotime.ts';

test('date() in UTC, as PHP prints it', () => {
  const leapDay = 951_782_400;
  assert.equal(
    phpDate('d D j l N S w z W F m M n t L o Y y a A g G h H i s', leapDay),
    '29 Tue 29 Tuesday 2 th 2 59 09 February 02 Feb 2 29 1 2000 2000 00 am AM 12 0 12 00 00 00',
  );
  assert.equal(
    phpDate('c | r | U | B | e', 1_714_521_600),
    '2024-05-01T00:00:00+00:00 | Wed, 01 May 2024 00:00:00 +0000 | 1714521600 | 041 | UTC',
  );
  assert.equal(phpDate('\\Y\\\\ jS', 1_714_521_600), 'Y\\ 1st');
  assert.equal(phpDate('o-W', 1_609_459_199), '2020-53');
  assert.equal(phpDate('Y-m-d', -62_135_596_800), '0001-01-01');
});

test('strtotime() for dates that mean one moment', () => {
  const day = 1_714_521_600;
  const cases: readonly (readonly [string, number | false])[] = [
    ['2024-05-01', day],
    ['2024-5-1', day],
    ['2024/05/01', day],
    ['5/1/2024', day],
    ['1.5.2024', day],
    ['20240501', day],
    ['May 1, 2024', day],
    ['1st May 2024', day],
    ['Wed, 01 May 2024 10:00:00 +0200', day + 8 * 3600],
    ['Mon, May 1 2024', day + 5 * 86_400],
    ['2024-05-01 10:30 pm', day + 22.5 * 3600],
    ['2024-05-01T10:00:30.5Z', day + 36_030],
    ['2024-02-31', 1_709_337_600],
    ['@1714521600', day],
    ['2024-13-01', false],
    ['31/12/2020', false],
    ['sometime soon', false],
    ['', false],
  ];
  for (const [text, expected] of cases) assert.equal(strtotime(text), expected, text);
  for (const text of [
    'now',
    'tomorrow',
    '12:30',
    '2024',
    'May 2024',
    ' ',
    '2024-05-01 10:00 Europe/Paris',
    'x',
  ]) {
    assert.ok(strtotime(text) instanceof Unknown, text);
  }
});

test('paths as PHP takes them apart', () => {
  const paths = ['', '/', 'a', '/a', 'a/', '/a/b', '/a//b/', './a'];
  assert.deepEqual(paths.map(dirname), ['', '/', '.', '/', '.', '/a', '/a', '.']);
  assert.deepEqual(
    paths.map((path) => basename(path)),
    ['', '', 'a', 'a', 'a', 'b', 'b', 'a'],
  );
  assert.deepEqual([basename('a.html', '.html'), basename('.html', '.html')], ['a', '.html']);
  assert.equal(resolvePath('../a/./b//c\\..\\d'), 'a/b/d');
  assert.equal(urldecode('a+b%20%C3%A9%FF%zz'), 'a b é\ufffd%zz');
});

test('floats as PHP prints them', () => {
  const cases: readonly (readonly [number, string])[] = [
    [1.5, '1.5'],
    [42, '42'],
    [1_603_328_389.162_958_1, '1603328389.163'],
    [1e14, '1.0E+14'],
    [1.2345678901235e17, '1.2345678901235E+17'],
    [0.0001, '0.0001'],
    [0.000_015, '1.5E-5'],
    [-0, '-0'],
    [Number.POSITIVE_INFINITY, 'INF'],
    [0.1 + 0.2, '0.3'],
  ];
  for (const [value, expected] of cases) assert.equal(toText(new Float(value)), expected);
});
