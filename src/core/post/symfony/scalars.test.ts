import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slice, span } from '../../text/span.ts';
import { Float, type Value } from '../value.ts';
import { readSymfonyYaml } from './read-yaml.ts';

/** What `value: …` stands for. */
function readScalar(scalar: string): Value | undefined {
  const yaml = `value: ${scalar}\nlast: x`;
  const { data } = readSymfonyYaml(yaml, span(0, yaml.length));
  return data instanceof Map ? data.get('value') : undefined;
}

const VALUES: readonly [string, Value][] = [
  ['', null],
  ['~', null],
  ['nUll', null],
  ['tRUE', true],
  ['False', false],
  ['yes', 'yes'],
  ['off', 'off'],
  ['42', 42],
  ['-42', -42],
  ['+42', new Float(42)],
  ['-0', '-0'],
  ['017', '017'],
  ['0_17', '017'],
  ['0o17', 15],
  ['-0o_1_7', -15],
  ['0o18', '0o18'],
  ['0b11', '0b11'],
  ['1_000', 1000],
  ['9007199254740993', 9007199254740993n],
  ['9223372036854775807', 9223372036854775807n],
  ['9223372036854775808', '9223372036854775808'],
  ['1.10', new Float(1.1)],
  ['.5', new Float(0.5)],
  ['5.', new Float(5)],
  ['1e3', new Float(1000)],
  ['1e400', new Float(Number.POSITIVE_INFINITY)],
  ['1_000.5', new Float(1000.5)],
  ['1_000.', '1_000.'],
  ['0x1F', 31],
  ['0x_1_F', 31],
  ['0X1F', new Float(0)],
  ['0xFFFFFFFFFFFFFFFF', new Float(2 ** 64)],
  ['.NaN', new Float(Number.POSITIVE_INFINITY)],
  ['-.inf', new Float(Number.NEGATIVE_INFINITY)],
  ['+.inf', '+.inf'],
  ['12:30', '12:30'],
  ['1.2.3', '1.2.3'],
  ['2024-05-01', 1714521600],
  ['2024-5-1', 1714521600],
  ['2024-02-31', 1709337600],
  ['2024-00-00', 1701302400],
  ['0000-01-01', -62167219200],
  ['2024-05-01 10:00:00', 1714557600],
  ['2024-05-01T24:00:00Z', 1714608000],
  ['2024-05-01 10:00:00 -5:30', 1714577400],
  ['2024-05-01 10:00:00.25', new Float(1714557600.25)],
  ['2024-05-01 10:00:00.1234567', new Float(1714557600.123456)],
  ['2024-05-01 10:00:00.000', 1714557600],
  ['1960-05-01 10:00:00.25', new Float(-305128800.25)],
  ['2024-05-01 10:00', '2024-05-01 10:00'],
  ['2024-05-01t10:00:00z', '2024-05-01t10:00:00z'],
  ['2024-05-01 # note', 1714521600],
  ["'2024-05-01'", '2024-05-01'],
  ['!!str 12', '12'],
  ['!!str "1: 2"', '1: 2'],
  ['!!float "2"', new Float(0)],
  ['!!float 3rd', new Float(3)],
  ['!!binary SGVsbG8=', 'Hello'],
  ['!!binary w6k=', 'é'],
  ['!!binary /w==', '\u00ff'],
  ['!php/const PHP_EOL', null],
  ['! 12', 12],
  ['a # b', 'a'],
  ['a\t# b', 'a'],
  ['a#b', 'a#b'],
  ['#1 story', null],
  ['- dash', '- dash'],
  ['&name text', 'text'],
  ['& Co', '& Co'],
  ['"A\\u00e9\\x41\\U0001F600\\N\\_\\/\\e"', 'AéA😀\u0085\u00a0/\u001b'],
  ['"C:\\users"', 'C:\0sers'],
  ["'it''s \\n'", "it's \\n"],
  ['[a] b', ['a']],
  ['[a,, b]', ['a', null, 'b']],
  ['[a, b,]', ['a', 'b']],
  ['[a b, "c, d", \'e\']', ['a b', 'c, d', 'e']],
  ['[a: 1, b]', [new Map([['a', 1]]), 'b']],
  ['{a: b: c}', new Map([['a', 'b: c']])],
  [
    '{"a":1, b: }',
    new Map<string, Value>([
      ['a', 1],
      ['b', null],
    ]),
  ],
  ['{}', []],
  ['{0: a, 1: b}', ['a', 'b']],
  ['{1: a}', new Map([['1', 'a']])],
];

for (const [scalar, expected] of VALUES) {
  test(`reads ${scalar === '' ? 'nothing' : scalar}`, () => assert.deepEqual(readScalar(scalar), expected));
}

const MISTAKES: readonly [string, string, string, string][] = [
  [
    'a: b',
    'colon-in-value',
    ':',
    'A colon cannot be used in an unquoted mapping value at line 1 (near "value: a: b").',
  ],
  [
    '@home',
    'reserved-character',
    '@',
    'The reserved indicator "@" cannot start a plain scalar; you need to quote the scalar at line 1 (near "value: @home").',
  ],
  [
    '> text',
    'reserved-character',
    '>',
    'The reserved indicator ">" cannot start a plain scalar; you need to quote the scalar at line 1 (near "value: > text").',
  ],
  ['>70000', 'reserved-character', '>70000', 'Internal error'],
  ['"A" b', 'text-after-value', ' b', 'Unexpected characters near " b" at line 1 (near "value: "A" b").'],
  ['"\\q"', 'unknown-escape', '\\q', 'Found unknown escape character "\\q" at line 1 (near "value: "\\q"").'],
  [
    '"\\😀"',
    'unknown-escape',
    '\\😀',
    'Found unknown escape character "\\😀" at line 1 (near "value: "\\😀"").',
  ],
  ["'open", 'unclosed-quote', "'open", 'Malformed inline YAML string at line 2 (near "last: x").'],
  ['[a, b', 'unclosed-bracket', '[', 'Malformed inline YAML string at line 2 (near "last: x").'],
  ['[a}', 'unclosed-bracket', '}', 'Malformed unquoted YAML string at line 1 (near "value: [a}").'],
  [
    '{a: 1, b}',
    'missing-colon',
    'b',
    'Malformed inline YAML string: "{a: 1, b}" at line 1 (near "value: {a: 1, b}").',
  ],
  [
    '{a:1}',
    'missing-space-after-colon',
    ':',
    'Colons must be followed by a space or an indication character (i.e. " ", ",", "[", "]", "{", "}") at line 1 (near "value: {a:1}").',
  ],
  [
    '{a: 1, a: 2}',
    'duplicate-key',
    'a',
    'Duplicate key "a" detected at line 1 (near "value: {a: 1, a: 2}").',
  ],
  [
    '{{ title }}',
    'template-text',
    '{{ title }}',
    'Malformed inline YAML string: "{{title }}" at line 1 (near "value: {{ title }}").',
  ],
  ['*name', 'unknown-alias', '*name', 'Reference "name" does not exist at line 1 (near "value: *name").'],
  ['&a [*a]', 'unknown-alias', '*a', 'Reference "a" does not exist at line 1 (near "value: &a [*a]").'],
  ['!note', 'unknown-tag', '!note', 'Missing value for tag "note" at line 1 (near "value: !note").'],
  [
    '!!int 1',
    'unknown-tag',
    '!!int 1',
    'The string "!!int 1" could not be parsed as it uses an unsupported built-in tag at line 1 (near "value: !!int 1").',
  ],
  [
    '!!binary abc',
    'other',
    '!!binary abc',
    'The normalized base64 encoded data (data without whitespace characters) length must be a multiple of four (3 bytes given) at line 1 (near "value: !!binary abc").',
  ],
  [
    '2024-13-45',
    'impossible-date',
    '2024-13-45',
    'The date "2024-13-45" could not be parsed as it is an invalid date at line 1 (near "value: 2024-13-45").',
  ],
  [
    '2024-05-01 25:00:00',
    'impossible-date',
    '2024-05-01 25:00:00',
    'The date "2024-05-01 25:00:00" could not be parsed as it is an invalid date at line 1 (near "value: 2024-05-01 25:00:00").',
  ],
];

for (const [scalar, kind, where, words] of MISTAKES) {
  test(`refuses ${scalar}`, () => {
    const yaml = `value: ${scalar}\nlast: x`;
    const { problem, data, fields } = readSymfonyYaml(yaml, span(0, yaml.length));
    assert.deepEqual(problem && { ...problem, span: slice(yaml, problem.span) }, {
      kind,
      symfony: words,
      span: where,
    });
    assert.equal(data, undefined);
    assert.deepEqual(
      fields.map(({ key }) => key),
      ['value', 'last'],
    );
  });
}
