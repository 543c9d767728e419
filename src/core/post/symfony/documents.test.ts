import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slice, span } from '../../text/span.ts';
import { Tagged, toJson, type Value } from '../value.ts';
import { readSymfonyYaml } from './read-yaml.ts';

function read(yaml: string) {
  return readSymfonyYaml(yaml, span(0, yaml.length));
}

/** What the lines stand for, as JSON. */
const DATA: readonly [string, readonly string[], unknown][] = [
  ['nothing', [''], {}],
  ['a comment', ['# nothing yet'], {}],
  ['a text', ['Just some words'], 'Just some words'],
  ['a text of several lines', ['One', '# left out', 'two\\', 'three', '', 'four'], 'One twothree\nfour'],
  ['a list', ['- a', '-', '- - b', '  - c', '- d: e', '  f: g'], ['a', null, ['b', 'c'], { d: 'e', f: 'g' }]],
  ['a mapping in braces', ['{a: 1,', 'b: [x, # note', '  y]}', ''], { a: 1, b: ['x', 'y'] }],
  ['a directive', ['%YAML 1.2', '# note', '--- here', 'a: b...'], { a: 'b' }],
  [
    'keys of all kinds',
    ['a b: 1', '"c: d": 2', "'e': 3", '0x1F: 4', '2024-01-01: 5', 'f : 6', 'g:h: 7', '-i: 8'],
    { 'a b': 1, 'c: d': 2, e: 3, 31: 4, 1704067200: 5, f: 6, 'g:h': 7, '-i': 8 },
  ],
  ['a flush list', ['a:', '- b', '# note', '- c', 'd: e'], { a: ['b', 'c'], d: 'e' }],
  ['a value below its key', ['a:', '  b', '  c', 'd:', '  "e', '  f"'], { a: 'b c', d: 'e f' }],
  ['a document within', ['a:', '  ---', '  b: c'], { a: { b: 'c' } }],
  ['text that goes on', ['a: b', '  - c', '', 'd: e # cut', '   f', '      ', ' g'], { a: 'b - c', d: 'e' }],
  [
    'quotes at column 0',
    ['a: "one', 'two \\', '  three', '', 'four"', "b: 'x", "''y'"],
    { a: 'one two three\nfour', b: "x 'y" },
  ],
  ['glued items', ['a:', '  -b', '  -c'], { a: '-b -c' }],
  ['a repeated key without a value', ['a:', 'a: ~', 'a: b'], { a: 'b' }],
  ['kept text', ['a: |', '  b', '    c', '', '  d', '', 'e: f'], { a: 'b\n  c\n\nd\n', e: 'f' }],
  [
    'folded text',
    ['a: >', '  b', '  c', '', '  d', '    e', '  f', 'g: h'],
    { a: 'b c\nd\n  e\nf\n', g: 'h' },
  ],
  ['chomped text', ['a: |-', '  b', '', 'c: >+', '  d', '', 'e: f'], { a: 'b', c: 'd\n\n', e: 'f' }],
  ['text at the end', ['a: |+', '  b', '  c'], { a: 'b\nc' }],
  ['text with an indicator', ['a: |2-', '    b', '   c', 'd: e'], { a: '  b\n c', d: 'e' }],
  ['text with a comment', ['a: | # note', '  # b', ' # c', 'd: e'], { a: '# b\n', d: 'e' }],
  ['no text', ['a: |', 'b: >'], { a: '\n', b: '' }],
  [
    'text in a list',
    ['a:', '  - |', '    b', '  - c: >-', '      d', '      e'],
    { a: ['b\n', { c: 'd e' }] },
  ],
  [
    'aliases',
    ['a: &x [1, 2]', 'b: *x', 'c: [*x, 3]', 'd: &y', '  e: f', 'g: *y'],
    { a: [1, 2], b: [1, 2], c: [[1, 2], 3], d: { e: 'f' }, g: { e: 'f' } },
  ],
  [
    'merge keys',
    ['a: &x {b: 1, c: 2}', 'd:', '  c: 3', '  <<: *x', '  c: 4'],
    { a: { b: 1, c: 2 }, d: { c: 4, b: 1 } },
  ],
  [
    'merged lists',
    ['a: &x {b: 1}', 'd:', '  <<: [*x, {b: 2, c: 3}]', 'e: {<<: *x, f: 1}'],
    { a: { b: 1 }, d: { b: 1, c: 3 }, e: { b: 1, f: 1 } },
  ],
  ['a merge key with an anchor', ['<<: &x', '  a: 1', 'b: *x'], { a: 1, b: { a: 1 } }],
  ['a blank first line and a line that is none', ['# note', '', 'title: ""', 'nonsense'], ''],
];

for (const [what, lines, expected] of DATA) {
  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    test(`reads ${what} (${name})`, () => {
      const { data, problem } = read(lines.join(lineEnd));
      assert.equal(problem, undefined);
      assert.deepEqual(data === undefined ? undefined : toJson(data), expected);
    });
  }
}

test('a tag before a block of text makes an object of it', () => {
  const { data } = read('a: !!str |\n  b\nc: {d: ! e}');
  assert.deepEqual(
    data,
    new Map<string, Value>([
      ['a', new Tagged('!str', 'b\n')],
      ['c', new Map([['d', new Tagged('', 'e')]])],
    ]),
  );
});

/** What stops Symfony, where it really is, and what Symfony says. */
const MISTAKES: readonly [string, readonly string[], string, string, string][] = [
  [
    'a tab',
    ['a:', '\t b: c'],
    'tab-indentation',
    '\t ',
    'A YAML file cannot contain tabs as indentation at line 2 (near "\t b: c").',
  ],
  [
    'a line that is none',
    ['a: b', 'words'],
    'not-an-entry',
    'words',
    'Unable to parse at line 2 (near "words").',
  ],
  [
    'a first line that is none',
    ['words', 'a: b'],
    'not-an-entry',
    'words',
    'Mapping values are not allowed in multi-line blocks at line 1 (near "words").',
  ],
  [
    'a glued value',
    ['a: b', 'c:d'],
    'missing-space-after-colon',
    ':',
    'Unable to parse at line 2 (near "c:d").',
  ],
  ['a glued item', ['- a', '-b'], 'missing-space-after-dash', '-', 'Unable to parse at line 2 (near "-b").'],
  [
    'a template tag',
    ['a: b', '{{ c }}'],
    'template-text',
    '{{ c }}',
    'Unable to parse at line 2 (near "{{ c }}").',
  ],
  [
    'an item among entries',
    ['a: b', '- c'],
    'mixed-list-and-mapping',
    '- c',
    'You cannot define a sequence item when in a mapping at line 2 (near "- c").',
  ],
  [
    'an entry among items',
    ['a:', '  - b', '  c: d'],
    'mixed-list-and-mapping',
    'c: d',
    'You cannot define a mapping item when in a sequence at line 2 (near "c: d").',
  ],
  [
    'a complex key',
    ['? a', ': b'],
    'complex-key',
    '?',
    'Complex mappings are not supported at line 1 (near "? a").',
  ],
  [
    'a float for a key',
    ['1.5: a'],
    'key-not-text',
    '1.5',
    'Numeric keys are not supported. Quote your evaluable mapping keys instead at line 1 (near "1.5: a").',
  ],
  [
    'null for a key',
    ['~: a'],
    'key-not-text',
    '~',
    'Non-string keys are not supported. Quote your evaluable mapping keys instead at line 1 (near "~: a").',
  ],
  [
    'too little indentation',
    ['a:', '    b: c', '  d: e'],
    'indentation',
    '  ',
    'Indentation problem at line 3 (near "  d: e").',
  ],
  [
    'too much indentation',
    ['a: b', '  c: d'],
    'indentation',
    '  ',
    'A colon cannot be used in an unquoted mapping value at line 2 (near "  c: d").',
  ],
  [
    'a colon on a second line',
    ['a: b', '  she said: d'],
    'colon-in-value',
    ':',
    'A colon cannot be used in an unquoted mapping value at line 2 (near "  she said: d").',
  ],
  [
    'a duplicate',
    ['a: b', 'c: d', "'a': e"],
    'duplicate-key',
    "'a'",
    'Duplicate key "a" detected at line 3 (near "\'a\': e").',
  ],
  [
    'a duplicate without a value at the end',
    ['a: b', 'a:', '# note'],
    'duplicate-key',
    'a',
    'Duplicate key "a" detected at line 3 (near "# note").',
  ],
  [
    'an open quote that another closes',
    ['a: "b', 'c: "d"'],
    'unclosed-quote',
    '"b',
    'Unexpected characters near "d"" at line 2 (near "c: "d"").',
  ],
  [
    'a merged text',
    ['a: &x b', '<<: *x'],
    'merge-value',
    '*x',
    'YAML merge keys used with a scalar value instead of an array at line 2 (near "<<: *x").',
  ],
  [
    'a merged text in braces',
    ['a: {<<: b}'],
    'merge-value',
    'b',
    'Unsupported operand types: array + string',
  ],
  [
    'an alias to where it stands',
    ['a: &x', '  b: *x'],
    'unknown-alias',
    '*x',
    'Circular reference [x, x] detected for reference "x" at line 1 (near "b: *x").',
  ],
  [
    'a tag before a block',
    ['a: !note', '  b: c'],
    'unknown-tag',
    '!note',
    'Tags support is not enabled. You must use the flag "Yaml::PARSE_CUSTOM_TAGS" to use "!note" at line 1 (near "!note").',
  ],
  [
    'a second document',
    ['a: b', '---'],
    'not-an-entry',
    '---',
    'Multiple documents are not supported at line 2 (near "---").',
  ],
  [
    'a list before a colon',
    ['[a]: b', 'c: d'],
    'not-an-entry',
    '[a]: b',
    'Unable to parse at line 2 (near "c: d").',
  ],
  [
    'bytes that are not UTF-8',
    ['a: {{', 'b: Caf\ufffd'],
    'not-utf8',
    '\ufffd',
    'The YAML value does not appear to be valid UTF-8.',
  ],
];

for (const [what, lines, kind, where, words] of MISTAKES) {
  test(`refuses ${what}`, () => {
    const yaml = lines.join('\n');
    const { problem, data } = read(yaml);
    assert.deepEqual(problem && { ...problem, span: slice(yaml, problem.span) }, {
      kind,
      symfony: words,
      span: where,
    });
    assert.equal(data, undefined);
  });
}

test('reads on after mistakes', () => {
  const { fields } = read(
    [
      'title: Live: storm',
      'date: "2024',
      'nonsense',
      'tags:',
      '  - a',
      '  - b: c: d',
      '  - e',
      'seo:',
      '\tt: x',
      'last: [1, 2',
    ].join('\n'),
  );
  const values = fields.map(({ key, node }) => [key, toJson(node.value)]);
  assert.deepEqual(values, [
    ['title', 'Live: storm'],
    ['date', '"2024'],
    ['tags', ['a', { b: 'c: d' }, 'e']],
    ['seo', null],
    ['last', '[1, 2'],
  ]);
});

test('every node is where it is written', () => {
  const yaml = [
    '# 😀',
    'title: "One\\n',
    'two" # note',
    'plain:  a b   # note',
    'empty:',
    'list:',
    '- x',
    '-  y: 1',
    '   z: {a: [b,  "c"], d: ~}',
    'text: >-',
    '  one',
    '  two',
    '',
    'more: one',
    '  two',
  ].join('\r\n');
  const written: Record<string, string> = {};
  const note = (path: string, node: ReturnType<typeof read>['fields'][number]['node']) => {
    written[path] = `${node.style} ${slice(yaml, node.span)}`;
    for (const { key, keySpan, node: inner } of node.fields) {
      assert.equal(slice(yaml, keySpan), key);
      note(`${path}.${key}`, inner);
    }
    for (const [index, item] of node.items.entries()) note(`${path}.${index}`, item);
  };
  for (const { key, node } of read(yaml).fields) note(key, node);
  assert.deepEqual(written, {
    title: 'double-quoted "One\\n\r\ntwo"',
    plain: 'plain a b',
    empty: 'empty ',
    list: 'block - x\r\n-  y: 1\r\n   z: {a: [b,  "c"], d: ~}',
    'list.0': 'plain x',
    'list.1': 'block y: 1\r\n   z: {a: [b,  "c"], d: ~}',
    'list.1.y': 'plain 1',
    'list.1.z': 'flow {a: [b,  "c"], d: ~}',
    'list.1.z.a': 'flow [b,  "c"]',
    'list.1.z.a.0': 'plain b',
    'list.1.z.a.1': 'double-quoted "c"',
    'list.1.z.d': 'plain ~',
    text: 'folded >-\r\n  one\r\n  two',
    more: 'plain one\r\n  two',
  });
  assert.deepEqual(
    read(yaml).fields.map(({ span: { start } }) => yaml.slice(start, start + 3)),
    ['tit', 'pla', 'emp', 'lis', 'tex', 'mor'],
  );
});

test('lists and mappings may be as deep as any post needs, and no deeper than the stack', () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
  assert.equal(read(nested(100)).problem, undefined);
  assert.equal(read(nested(300)).problem?.kind, 'too-deep');
  assert.equal(read(`a: ${'['.repeat(100)}${']'.repeat(100)}`).problem, undefined);
  assert.equal(read(`a: ${'['.repeat(100_000)}`).problem?.kind, 'too-deep');
  assert.equal(read(`a:\n${'- '.repeat(100_000)}b`).problem?.kind, 'too-deep');
});

test('aliases may not stand for billions of values', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  assert.equal(read(lines.slice(0, 3).join('\n')).problem, undefined);
  assert.equal(read(lines.join('\n')).problem?.kind, 'too-large');
});

test('more text than PHP can match is not read', () => {
  assert.equal(read(`a: ${'b'.repeat(400_000)}`).problem, undefined);
  assert.equal(read(`a: ${'b'.repeat(600_000)}`).problem?.kind, 'too-large');
});
