import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type SitePath, sitePath } from '../site/files.ts';
import { type Span, slice } from '../text/span.ts';
import { type PostDialect, parsePost } from './parse-post.ts';
import type { Field, Post, YamlNode } from './post.ts';

const PATH = sitePath('source/_posts/story.md') as SitePath;
const DIALECTS: readonly PostDialect[] = ['jigsaw', 'generic'];

/** Pieces of which a front matter, or what a writer is about to make one, may consist. */
const PIECES = [
  '---\n',
  '---',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',
  ':',
  ': ',
  '- ',
  '-',
  '? ',
  '#',
  ' # note',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!',
  '!!str ',
  '|',
  '>',
  '|-\n',
  '>+2\n',
  '<<: ',
  '@',
  '`',
  '%',
  '~',
  'title',
  'tags:\n',
  'x: y\n',
  '2024-05-01',
  '2024-13-45',
  '1.5',
  '0x1F',
  '{{ x }}',
  '😀',
  'é',
  '\u00a0',
  '\ufeff',
  '\ufffd',
  '\0',
  '\ud800',
];
const yamlish = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .chain((pieces) =>
    fc.constantFrom('', '---\n', '---\na: b\n').map((start) => `${start}${pieces.join('')}\n---\nBody`),
  );
const anyText = fc.oneof(yamlish, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

function spansOf(post: Post): Span[] {
  const spans = [post.body, post.rendered.body];
  const addNode = (node: YamlNode) => {
    spans.push(node.span);
    node.items.forEach(addNode);
    node.fields.forEach(addField);
  };
  const addField = (field: Field) => {
    spans.push(field.span, field.keySpan);
    addNode(field.node);
    assert.ok(field.span.start <= field.keySpan.start && field.keySpan.end <= field.span.end);
    assert.ok(field.node.span.end <= field.span.end);
  };
  const { frontMatter, rendered } = post;
  if (frontMatter !== undefined) {
    spans.push(frontMatter.opener, frontMatter.yaml, frontMatter.closer);
    frontMatter.fields.forEach(addField);
    if (frontMatter.problem !== undefined) spans.push(frontMatter.problem.span);
  }
  if (rendered.problem !== undefined) spans.push(rendered.problem.span);
  return spans;
}

for (const dialect of DIALECTS) {
  test(`any text has an answer, and every span lies in it (${dialect})`, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end } of spansOf(parsePost(PATH, text, dialect))) {
          assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test(`data and a problem exclude each other (${dialect})`, () => {
    fc.assert(
      fc.property(yamlish, (text) => {
        const { frontMatter } = parsePost(PATH, text, dialect);
        if (frontMatter === undefined) return;
        const { data, problem } = frontMatter;
        assert.ok(data === undefined || problem === undefined);
        // What only some generators refuse is neither read nor called a mistake.
        if (dialect === 'jigsaw') assert.ok(data !== undefined || problem !== undefined);
        assert.notEqual(problem?.symfony, '');
      }),
    );
  });
}

const word = fc
  .stringMatching(/^[a-zé😀][a-z é😀\u00a0]{0,8}[a-z]$/u)
  .filter((text) => !/^(?:true|false|null)$/i.test(text));

test('fields are where they are written, whatever the line ends', () => {
  const entries = fc.uniqueArray(fc.tuple(word, word), {
    selector: ([key]) => key,
    minLength: 1,
    maxLength: 8,
  });
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const between = fc.constantFrom(': ', ':  ', ' : ', ':\t');
  fc.assert(
    fc.property(entries, lineEnd, between, (pairs, eol, colon) => {
      const lines = pairs.map(([key, value]) => `${key}${colon}${value}`);
      const text = ['---', ...lines, '---', 'Body 😀', ''].join(eol);
      const { frontMatter, body } = parsePost(PATH, text);
      assert.deepEqual(
        frontMatter?.fields.map(({ key, keySpan, node }) => [
          key,
          slice(text, keySpan),
          node.value,
          slice(text, node.span),
        ]),
        pairs.map(([key, value]) => [key, key, value, value]),
      );
      assert.deepEqual(
        frontMatter?.fields.map((field) => slice(text, field.span)),
        lines,
      );
      assert.equal(slice(text, body), `Body 😀${eol}`);
    }),
  );
});

test('a mistake in one entry leaves the others', () => {
  const broken = fc.constantFrom(
    'x: a: b',
    'x: "open',
    "x: 'open",
    'x: [open',
    'x: @y',
    'x: *y',
    'x:y',
    'words',
    'x: {{ y }}',
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 2, maxLength: 6 }),
      broken,
      fc.nat(),
      (keys, line, place) => {
        const lines = keys.map((key) => `${key}: value`);
        lines.splice(1 + (place % keys.length), 0, line);
        const { frontMatter } = parsePost(PATH, `---\n${lines.join('\n')}\n---\n`);
        assert.notEqual(frontMatter?.problem, undefined);
        const read = frontMatter?.fields.map(({ key }) => key).filter((key) => key !== 'x');
        assert.deepEqual(read, keys);
      },
    ),
  );
});

test('a Markdown body is split once more, and what Blade must not see counts as escaped', () => {
  const text = "---\na: b\n---\n---\nmail: 'me @ home'\n---\nRest";
  const { rendered, body } = parsePost(PATH, text);
  assert.equal(slice(text, body), "---\nmail: 'me @ home'\n---\nRest");
  assert.equal(slice(text, rendered.body), 'Rest');
  assert.equal(
    rendered.problem?.symfony,
    "Unexpected characters near \"@'}} home'\" at line 1 (near \"mail: 'me {{'@'}} home'\").",
  );
  assert.equal(rendered.problem && slice(text, rendered.problem.span), "@ home'");
  const blade = parsePost(sitePath('source/_posts/story.blade.md') as SitePath, text);
  assert.deepEqual(blade.rendered, { body: blade.body, problem: undefined });
});

test('a body that does not start with dashes is rendered as it is', () => {
  const text = '---\na: b\n---\n\nBody\n\n---\n\nMore';
  assert.equal(slice(text, parsePost(PATH, text).rendered.body), 'Body\n\n---\n\nMore');
});
