import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slice } from '../../text/span.ts';
import { Float, toJson } from '../value.ts';
import { parseGeneric } from './front-matter.ts';

const SPLITS: readonly [string, string | undefined, string][] = [
  ['Body', undefined, 'Body'],
  ['----\na: b\n---\nBody', undefined, '----\na: b\n---\nBody'],
  ['---\na: b\n---\nBody', 'a: b', 'Body'],
  ['\ufeff---\r\n\r\na: b\r\n---\r\n\r\nBody', 'a: b', '\r\nBody'],
  ['---yaml\na: b\n---Body', 'a: b', 'Body'],
  ['---\na: b|---\n---\nBody', 'a: b|---', 'Body'],
  ['---\na: b', 'a: b', ''],
  ['---', '', ''],
];

for (const [text, yaml, body] of SPLITS) {
  test(`splits ${JSON.stringify(text)}`, () => {
    const post = parseGeneric(text);
    assert.equal(post.frontMatter && slice(text, post.frontMatter.yaml), yaml);
    assert.equal(slice(text, post.body), body);
  });
}

for (const [text, body] of [
  ['+++\ntitle = "A"\n+++\nBody', 'Body'],
  ['\ufeff+++\r\ntitle = "A"\r\n+++\r\nBody', 'Body'],
  ['{\n  "title": "A",\n  "more": {\n  }\n}\n\nBody', '\nBody'],
  ['+++\ntitle = "A"\nBody', '+++\ntitle = "A"\nBody'],
  ['{% raw %}\n}\n', '{% raw %}\n}\n'],
] as const) {
  test(`what isn’t YAML is no body: ${JSON.stringify(text)}`, () => {
    const post = parseGeneric(text);
    assert.equal(post.frontMatter, undefined);
    assert.equal(slice(text, post.body), body);
  });
}

for (const yaml of ['a: "b\nc"\nd: e', "a: 'b\nc'\nd: e", 'a: [b,\nc]\nd: e', 'a: b\n...\nText']) {
  test(`what other parsers take is no mistake: ${JSON.stringify(yaml)}`, () => {
    const { frontMatter } = parseGeneric(`---\n${yaml}\n---\n`);
    assert.equal(frontMatter?.problem, undefined);
    assert.equal(frontMatter?.data, undefined);
  });
}

for (const yaml of ['a: "b\nc: d', 'a: "b\nc: "d"', 'a: [b,\nc: d', 'a: [b,\nc: [d]']) {
  test(`what none takes is one: ${JSON.stringify(yaml)}`, () => {
    assert.ok(parseGeneric(`---\n${yaml}\n---\n`).frontMatter?.problem);
  });
}

test('values are those of YAML 1.2', () => {
  const { frontMatter } = parseGeneric(
    '---\na: 1\nb: 1.0\nc: 2024-05-01\nd: &x {e: [yes, "f"]}\ng: *x\nh: |\n  i\nj: 9007199254740993\n---\n',
  );
  const { data } = frontMatter ?? {};
  assert.ok(data instanceof Map);
  assert.deepEqual(data.get('b'), new Float(1));
  assert.equal(data.get('j'), 9007199254740993n);
  assert.deepEqual(toJson(data), {
    a: 1,
    b: 1,
    c: '2024-05-01',
    d: { e: ['yes', 'f'] },
    g: { e: ['yes', 'f'] },
    h: 'i\n',
    j: '9007199254740993',
  });
});

test('nodes are where they are written', () => {
  const text = '---\r\n# 😀\r\ntitle: "One"\r\nlist: [a, b]\r\nempty:\r\n---\r\nBody';
  const fields = parseGeneric(text).frontMatter?.fields ?? [];
  const written = fields.map(({ keySpan, node }) => [
    slice(text, keySpan),
    node.style,
    slice(text, node.span),
  ]);
  assert.deepEqual(written, [
    ['title', 'double-quoted', '"One"'],
    ['list', 'flow', '[a, b]'],
    ['empty', 'empty', ''],
  ]);
  assert.deepEqual(
    fields[1]?.node.items.map((item) => slice(text, item.span)),
    ['a', 'b'],
  );
});

const MISTAKES: readonly [string, string, string][] = [
  ['a: b\na: c', 'duplicate-key', 'a'],
  ['a: b\nc: *d', 'unknown-alias', '*d'],
  ['a: "\\q"', 'unknown-escape', '\\'],
  ['a:\n\tb: c', 'tab-indentation', ''],
  [`a: ${'['.repeat(1000)}`, 'too-deep', `a: ${'['.repeat(1000)}`],
  [`a:${'\n'.repeat(2000)}b: c`, 'too-large', '---'],
  [`a: ${'b'.repeat(60_000)}`, 'too-large', '---'],
];

for (const [yaml, kind, where] of MISTAKES) {
  test(`refuses ${JSON.stringify(yaml.slice(0, 20))}`, () => {
    const text = `---\n${yaml}\n---\nBody`;
    const { problem, data } = parseGeneric(text).frontMatter ?? {};
    assert.equal(problem?.kind, kind);
    assert.equal(problem && slice(text, problem.span).trimEnd().slice(0, where.length), where);
    assert.equal(data, undefined);
  });
}

test('aliases may not stand for billions of values', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level++)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  assert.equal(parseGeneric(`---\n${lines.join('\n')}\n---\n`).frontMatter?.problem?.kind, 'too-large');
});

for (const language of ['js', 'javascript', 'JS', 'coffee', 'toml', '__proto__', 'constructor']) {
  test(`front matter in ${language} runs nothing and is a plain problem`, () => {
    const name = `ran_${language}`;
    const text = `---${language}\n{ title: (globalThis["${name}"] = true) }\n---\nBody`;
    const { frontMatter, body } = parseGeneric(text);
    assert.equal(name in globalThis, false);
    assert.equal(frontMatter?.problem?.kind, 'unsupported-language');
    assert.deepEqual(frontMatter?.fields, []);
    assert.equal(slice(text, body), 'Body');
  });
}

test('JSON is YAML', () => {
  const { frontMatter } = parseGeneric('---json\n{ "a": [1, "b"] }\n---\nBody');
  assert.deepEqual(frontMatter?.data && toJson(frontMatter.data), { a: [1, 'b'] });
});
