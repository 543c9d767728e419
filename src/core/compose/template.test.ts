import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../text/message.ts';
import { textOf } from './draft.ts';
import { fillTemplate, type TemplateValues } from './template.ts';

const values: TemplateValues = {
  title: 'It’s: a "test"',
  date: '2026-11-23',
  slug: 'its-a-test',
  author: 'kim',
  body: '',
};

function filled(text: string, more: Partial<TemplateValues> = {}): string {
  const result = fillTemplate(text, { ...values, ...more }, 'jigsaw');
  assert.ok(!result.problem, result.problem && english(result.problem.message));
  return textOf(result.draft);
}

const cases: readonly (readonly [what: string, template: string, post: string])[] = [
  ['a value is quoted where YAML needs it', 'title: {{ title }}', `title: 'It’s: a "test"'`],
  ['and escaped in quotes', 'title: "{{title}}"', 'title: "It’s: a \\"test\\""'],
  ['and so is a value that it is a part of', 'title: Review {{ title }}', `title: 'Review It’s: a "test"'`],
  ['a date stays one', 'date: {{ date }}', 'date: 2026-11-23'],
  ['folded text', 'title: >-\n  {{ title }}', 'title: >-\n  It’s: a "test"'],
  ['items of a list', 'names: [{{ author }}, b]', 'names: [kim, b]'],
  ['an empty field has room for its value', 'image:', 'image: '],
  ['comments stay', 'title: x # for {{ author }}', 'title: x # for kim'],
];

for (const [what, template, post] of cases) {
  test(what, () => assert.equal(filled(`---\n${template}\n---\n\n`), `---\n${post}\n---\n\n`));
}

test('places in the text are filled, and Blade’s own stay', () => {
  const body = '# {{ title }}\n{{ $page->title }} @{{ title }} {!! x !!} {{{ title }}}\n';
  assert.equal(
    filled(`---\na: b\n---\n${body}`),
    `---\na: b\n---\n${body.replace('{{ title }}', values.title)}\n`,
  );
});

test('Tab stops where something is guessed or missing; the writing starts where the template says, or at the end', () => {
  const stops = (text: string, body = '') => {
    const result = fillTemplate(text, { ...values, body }, 'jigsaw');
    assert.ok(!result.problem);
    return result.draft.map((each) => (typeof each === 'string' ? each : `<${each.stop}>`)).join('');
  };
  assert.equal(stops('---\r\na: b\r\n---\r\n'), '---\r\na: b\r\n---\r\n\n<body>');
  assert.equal(stops('---\na: b\n---\nHi {{ cursor }} you.\n'), '---\na: b\n---\nHi <body> you.\n');
  assert.equal(
    stops('---\ntitle: "{{ title }}"\nimage:\nslug: {{ slug }}\nby: By {{ author }}\n---\n'),
    '---\ntitle: "It’s: a \\"test\\""\nimage: <field>\nslug: its-a-test\nby: <field>\n---\n\n<body>',
  );
  assert.equal(stops('---\na: b\n---\n'), '---\na: b\n---\n\n<body>');
  assert.equal(stops('---\na: b\n---\n', 'Text.'), '---\na: b\n---\n\nText.\n\n<body>');
  assert.equal(stops('---\na: b\n---\n> {{ body }}\n\n', 'Text.'), '---\na: b\n---\n> Text.\n\n<body>');
});

const mistakes: readonly (readonly [template: string, written: string, message: RegExp])[] = [
  ['---\ntitle: {{ titel }}\n---\n', '{{ titel }}', /“titel”.*\{\{ title \}\}/],
  ['---\ntitle: {{ title }}\nmood: a: b\n---\n', 'a: b', /can’t be read/],
  ['Just text\n', 'Just text', /starts with front matter/],
];

for (const [template, written, message] of mistakes) {
  test(`a mistake is shown at its place: ${written}`, () => {
    const { problem } = fillTemplate(template, values, 'jigsaw');
    assert.ok(problem);
    assert.match(english(problem.message), message);
    assert.ok(
      template.slice(problem.span.start, problem.span.end).includes(written) ||
        written.includes(template.slice(problem.span.start, problem.span.end)),
    );
    assert.notEqual(problem.span.start, problem.span.end);
  });
}
