import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../text/message.ts';
import { slice } from '../text/span.ts';
import { defaultConfig, requiredFields } from './copydesk-config.ts';
import { readConfig } from './read-config.ts';

const read = (text: string | undefined) => readConfig(text, ['image/not-found']);

test('without a file the defaults hold', () => {
  assert.deepEqual(read(undefined), { config: defaultConfig, problems: [] });
  assert.deepEqual(read('{}').config, defaultConfig);
  assert.deepEqual(requiredFields(defaultConfig, 'posts'), ['title', 'date', 'keywords']);
});

test('what is wrong is shown at its place, and the rest counts', () => {
  for (const [text, place, words] of [
    ['{ "requird": ["title"], "ignore": ["a"] }', '"requird"', /no setting “requird”/],
    ...['_assets', '/assets/_img', '../img', 'a//b', '/', ''].map(
      (folder) =>
        [`{ "imageFolder": "${folder}", "ignore": ["a"] }`, `"${folder}"`, /address of a folder/] as const,
    ),
    ['{ "required": "title", "ignore": ["a"] }', '"title"', /This must be a list/],
    ['{ "required": ["title", 7], "ignore": ["a"] }', '7', /This must be text/],
    [
      '{ "rules": { "image/not-found": "loud" }, "ignore": ["a"] }',
      '"loud"',
      /This must be "off", "information", "warning" or "error"\./,
    ],
    ['{ "fields": { "a": 7 }, "ignore": ["a"] }', '7', /There must be settings/],
    ['{ "fields": { "a": { "required": "yes" } }, "ignore": ["a"] }', '"yes"', /`true` or `false`/],
    ['\uFEFF{ "requird": ["title"], "ignore": ["a"] }', '"requird"', /no setting “requird”/],
    ['{ "fields": { "a": { "pattern": "^(?!x)" } }, "ignore": ["a"] }', '"^(?!x)"', /can’t use this pattern/],
    [
      '{ "rules": { "image/nowhere": "off" }, "ignore": ["a"] }',
      '"image/nowhere"',
      /no rule “image\/nowhere”/,
    ],
    ['{ "fields": { "a": { "pattern": "(" } }, "ignore": ["a"] }', '"("', /regular expression/],
  ] as const) {
    const { config, problems } = read(text);
    assert.deepEqual(
      problems.map(({ span }) => slice(text, span)),
      [place],
    );
    assert.match(problems.map(({ message }) => english(message)).join(), words);
    assert.deepEqual(config.ignore, ['a']);
  }
});

test('text that is no JSON says from where', () => {
  const text = '{ "ignore": [,] ';
  const { config, problems } = read(text);
  assert.equal(config, defaultConfig);
  assert.equal(problems.length, 1);
});

test('brackets without end say from where', () => {
  const { config, problems } = read('{"fields":'.repeat(20_000));
  assert.equal(config, defaultConfig);
  assert.deepEqual(
    problems.map(({ span }) => span),
    [{ start: 1000, end: 1001 }],
  );
});

test('comments and trailing commas are borne', () => {
  assert.deepEqual(read('{ // why\n "required": ["title"], }').config.required, ['title']);
});

test('a collection may require other fields, and a field may say so itself', () => {
  const { config } = read(
    '{ "required": ["title"], "fields": { "date": { "required": true } }, "collections": { "authors": { "required": ["name"], "fields": { "date": { "required": false } } } } }',
  );
  assert.deepEqual(requiredFields(config, 'posts'), ['title', 'date']);
  assert.deepEqual(requiredFields(config, 'authors'), ['name']);
});
