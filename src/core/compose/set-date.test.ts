import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOW, placeIn } from '../../../test/assist-site.ts';
import type { Texts } from '../../../test/memory-files.ts';
import { applyEdits } from '../text/text-edit.ts';
import { setDate } from './set-date.ts';

/** Posts with one date each, and nothing else of the small newsroom's. */
function dated(...dates: readonly string[]): Texts {
  return Object.fromEntries(
    ['one', 'two', 'three'].map((name, index) => [
      `source/_posts/${name}.md`,
      `---\ntitle: T\ndate: ${dates[index] ?? dates[0]}\nkeywords: k\n---\n`,
    ]),
  );
}

async function dateSet(text: string, texts: Texts = {}): Promise<string | undefined> {
  const { context } = await placeIn(`${text}¦`, texts);
  const edit = setDate(context.post, context.habits, NOW);
  return edit && applyEdits(context.post.text, [edit]);
}

const unix = dated('1760000000');
const day = dated('2025-01-01');

const cases: readonly (readonly [what: string, before: string, after: string, texts?: Texts])[] = [
  [
    'in the form of the site',
    'title: A\ndate: 2020-01-01 # then',
    'title: A\ndate: 2026-01-15 12:30:05 # then',
  ],
  ['as a Unix time', 'title: A\ndate: 2020-01-01', 'title: A\ndate: 1768480205', unix],
  ['as a day', 'title: A\ndate: 2020-01-01 10:00:00', 'title: A\ndate: 2026-01-15', day],
  ['in the quotes that are there', "date: '2020-01-01'", "date: '2026-01-15'"],
  ['without seconds in quotes', "date: '2020-01-01 10:00'", "date: '2026-01-15 12:30'"],
  [
    'with the seconds that a date needs without quotes',
    'date: 2020-01-01 10:00',
    'date: 2026-01-15 12:30:05',
  ],
  ['with a zone in quotes', 'date: "2020-01-01T10:00:00+02:00"', 'date: "2026-01-15T12:30:05Z"'],
  ['where it is empty', 'title: A\ndate:\nkeywords: b', 'title: A\ndate: 2026-01-15 12:30:05\nkeywords: b'],
  ['where it is no date', 'date: soon', 'date: 2026-01-15 12:30:05'],
  ['in its usual place', 'title: A\nkeywords: b', 'title: A\ndate: 2026-01-15 12:30:05\nkeywords: b'],
  ['at the end, where nothing comes later', 'title: A', 'title: A\ndate: 2026-01-15 12:30:05'],
  ['in braces', '{title: A, keywords: b}', '{title: A, keywords: b, date: 2026-01-15 12:30:05}'],
];

for (const [what, before, after, texts] of cases) {
  test(`sets the date ${what}`, async () => {
    assert.equal(await dateSet(`---\n${before}\n---\nText\n`, texts), `---\n${after}\n---\nText\n`);
  });
}

test('with the line ends of the text', async () => {
  assert.equal(
    await dateSet('---\r\ntitle: A\r\nkeywords: b\r\n---\r\n'),
    '---\r\ntitle: A\r\ndate: 2026-01-15 12:30:05\r\nkeywords: b\r\n---\r\n',
  );
});

test('a text without front matter gets one', async () => {
  assert.match((await dateSet('Text\n')) ?? '', /^---\ndate: 2026-01-15 12:30:05\n---\n[\s\S]*Text\n$/);
});

test('front matter without an end stays as it is', async () => {
  assert.equal(await dateSet('---\ntitle: A\n'), undefined);
});
