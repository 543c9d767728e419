import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutAtWord } from './cut-at-word.ts';
import { LineMap } from './line-map.ts';
import { and, english, language, message, or, plain, render } from './message.ts';
import { applyEdits } from './text-edit.ts';

test('positions and offsets are each other’s inverse, whatever ends the lines', () => {
  const text = fc
    .array(fc.constantFrom('a', '😀', '\t', '\r\n', '\n', '\r', '\uFEFF', 'é'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(60), (text, at) => {
      const lines = new LineMap(text);
      const offset = Math.min(at, text.length);
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
    }),
  );
});

test('a line ends at CRLF, LF or CR, and columns are UTF-16 units', () => {
  const lines = new LineMap('a\r\nb\rc\n😀d');
  assert.equal(lines.lineCount, 4);
  assert.deepEqual(lines.positionAt(3), { line: 1, character: 0 });
  assert.deepEqual(lines.positionAt(9), { line: 3, character: 2 });
  assert.deepEqual(lines.positionAt(99), { line: 3, character: 3 });
  assert.equal(lines.offsetAt({ line: -1, character: 4 }), 0);
  assert.equal(lines.offsetAt({ line: 9, character: 0 }), 10);
});

test('edits are made at once, in any order', () => {
  const edits = [
    { span: { start: 4, end: 4 }, text: '!' },
    { span: { start: 0, end: 1 }, text: 'T' },
  ];
  assert.equal(applyEdits('text', edits), 'Text!');
  assert.throws(
    () =>
      applyEdits(
        'text',
        [edits[1], { span: { start: 0, end: 2 }, text: '' }].flatMap((e) => e ?? []),
      ),
    RangeError,
  );
});

test('a message puts its parts in their places, sentences among them', () => {
  const inner = message('{0} of {1}', 1, 2);
  assert.equal(english(message('{1}: {0}', inner, 'page')), 'page: 1 of 2');
  assert.equal(english(message('{0} {7}', 'a')), 'a {7}');
});

test('code is quoted where text is shown as it is, whatever it holds', () => {
  const german = plain(
    language('de', (template) => template.replace('needs', 'braucht')),
    (code) => `„${code}“`,
  );
  const names = and(['`title`', message('`{0}`', 'date'), 'a `b']);
  assert.equal(
    render(message('`{0}` needs `---`: {1}.', '`x` y', names), german),
    '„`x` y“ braucht „---“: „title“, „date“ und a `b.',
  );
  assert.equal(render(message('Ignore ``, {0}', '`a`'), german), 'Ignore ``, `a`');
});

test('a message joins what it lists as its language does', () => {
  const names = ['title', message('“{0}”', 'mood'), 'date'];
  const listing = message('{0}; {1}', and(names), or(names));
  assert.equal(english(listing), 'title, “mood” and date; title, “mood” or date');
  const german = language('de', (template) => (template === '“{0}”' ? '„{0}“' : template));
  assert.equal(render(listing, german), 'title, „mood“ und date; title, „mood“ oder date');
  const japanese = language('ja', (template) => template);
  assert.equal(render(message('{0}', and(['a', 'b', 'c'])), japanese), 'a、b、c');
  assert.equal(english(message('{0}.', or(['a']))), 'a.');
});

for (const [text, longest, expected] of [
  ['Low tide', 8, 'Low tide'],
  ['Low tide comes', 12, 'Low tide…'],
  ['Low tide, comes', 12, 'Low tide…'],
  ['A lighthousekeeper', 10, 'A lightho…'],
  ['🌊🌊🌊', 4, '🌊…'],
] as const) {
  test(`“${text}” in ${longest} characters`, () => assert.equal(cutAtWord(text, longest), expected));
}
