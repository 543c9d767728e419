import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openSite } from '../../../test/memory-files.ts';
import { EXAMPLE, RULE_SITE } from '../../../test/rule-site.ts';
import { namesIn } from '../fields/names.ts';
import { fieldOf } from '../post/fields.ts';
import { habitsIn } from '../site/site.ts';
import { applyEdits } from '../text/text-edit.ts';
import { addNames, setText } from './change-field.ts';

async function open(yaml: string, others: Readonly<Record<string, string>> = {}) {
  const store = await openSite({ ...RULE_SITE, ...others, [EXAMPLE]: `---\n${yaml}\n---\nText.\n` });
  const post = store.site.posts.get(EXAMPLE);
  assert.ok(post);
  return { store, post, habits: habitsIn(store.site, 'posts') };
}

/** The front matter after names were added to `keywords`. */
async function added(yaml: string, names: readonly string[]): Promise<string> {
  const { post, habits } = await open(yaml);
  const edit = addNames(post, habits, 'keywords', names);
  return applyEdits(post.text, edit ? [edit] : []).slice(4, -'\n---\nText.\n'.length);
}

const cases: readonly (readonly [yaml: string, names: readonly string[], after: string])[] = [
  ['title: A', ['lamp', 'sea wall'], 'title: A\nkeywords: lamp, sea wall'],
  ['keywords:\ntitle: A', ['lamp'], 'keywords: lamp\ntitle: A'],
  ['keywords: door  # more?\ntitle: A', ['lamp'], 'keywords: door, lamp  # more?\ntitle: A'],
  ['keywords: door', ['C#: a primer'], "keywords: 'door, C#: a primer'"],
  ["keywords: 'Tom''s'", ["Ann's"], "keywords: 'Tom''s, Ann''s'"],
  ['keywords: "door"', ['lamp'], 'keywords: "door, lamp"'],
  ['keywords: >\n  door,\n  stairs \ntitle: A', ['lamp'], 'keywords: >\n  door,\n  stairs, lamp \ntitle: A'],
  ['keywords: [door]', ['a, b', 'lamp'], "keywords: [door, 'a, b', lamp]"],
  ['keywords: [door]', ["Ann's", 'a "b"'], `keywords: [door, 'Ann''s', 'a "b"']`],
  ['keywords: door', ['sea \t wall', ' '], 'keywords: door, sea wall'],
  [
    'keywords:\n- door # here\n- "stairs"\ntitle: A',
    ['lamp'],
    'keywords:\n- door # here\n- "stairs"\n- lamp\ntitle: A',
  ],
  ['{title: A}', ['lamp', 'door'], "{title: A, keywords: 'lamp, door'}"],
  ['keywords: {a: b}', ['lamp'], 'keywords: {a: b}'],
];

for (const [yaml, names, after] of cases) {
  test(`${JSON.stringify(yaml)} and ${names.join(', ')}`, async () => {
    assert.equal(await added(yaml, names), after);
  });
}

test('where there are none yet, names take the form that the site’s posts have', async () => {
  const post = '---\nextends: _layouts.post\ntitle: A\nkeywords:\n  - a\n  - b\n---\n';
  const others = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => at).map((number) => [`source/_posts/${number}.md`, post]),
  );
  const { post: example, habits } = await open('title: A', others);
  const edit = addNames(example, habits, 'keywords', ['lamp', 'door']);
  assert.equal(edit?.text, '\nkeywords:\n  - lamp\n  - door');
});

test('the field has the old names and the new ones, and nothing else changes', async () => {
  const { store } = await open('title: A');
  const name = fc
    .stringMatching(/^[a-zé#:'"&\-!>@ ]{1,8}$/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const forms = fc.constantFrom(
    'keywords: one, two',
    "keywords: 'one, two'",
    'keywords: "one, two"',
    'keywords: >\n  one,\n  two',
    'keywords: |\n  one, two',
    'keywords: [one, two]',
    'keywords:\n    - one\n    - two',
    'keywords:',
    'note: none',
  );
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 3 }),
      forms,
      fc.constantFrom('\n', '\r\n'),
      (names, form, eol) => {
        const text = `---\ntitle: A # mine\n${form}\nlast: 1\n---\nText.\n`.replaceAll('\n', eol);
        store.changeText(EXAMPLE, text);
        const post = store.site.posts.get(EXAMPLE);
        assert.ok(post);
        const before = namesIn(fieldOf(post, 'keywords')?.node.value);
        const edit = addNames(post, undefined, 'keywords', names);
        assert.ok(edit);
        const after = applyEdits(text, [edit]);
        assert.ok(after.includes(`title: A # mine${eol}`) && after.includes(`${eol}last: 1${eol}`), after);
        store.changeText(EXAMPLE, after);
        const now = namesIn(fieldOf(store.site.posts.get(EXAMPLE) ?? post, 'keywords')?.node.value);
        assert.deepEqual(now, [...before, ...names.map((each) => each.replace(/\s+/g, ' '))], after);
      },
    ),
  );
});

test('a text is set whatever the field has', async () => {
  for (const [yaml, after] of [
    ['title: A', 'title: A\ndescription: Short.'],
    ['description:\ntitle: A', 'description: Short.\ntitle: A'],
    ['description: >\n  Long and\n  folded.\ntitle: A', 'description: Short.\ntitle: A'],
    ["description: 'It''s' # mine\ntitle: A", 'description: Short. # mine\ntitle: A'],
  ]) {
    const { post } = await open(yaml ?? '');
    assert.equal(
      applyEdits(post.text, [setText(post, undefined, 'description', 'Short.')]).slice(
        4,
        -'\n---\nText.\n'.length,
      ),
      after,
    );
  }
});

test('a new text stands where the site’s posts have it, and in their form', async () => {
  const forms = [
    ['Short.', 'Short.'],
    ["'It''s'", "'It’s.'"],
    ['"A"', '"It’s."'],
    ['>\n  A\n  b', '>-\n  It’s.'],
    ['|-\n  A', '|-\n  It’s.'],
  ];
  for (const [form, written] of forms) {
    const others = `title: A\ndescription: ${form}\ndate: 2026-01-02`;
    const many = Array.from({ length: 9 }, (_, at) => [
      `source/_posts/other-${at}.md`,
      `---\n${others}\n---\n`,
    ]);
    const { post, habits } = await open('title: A\ndate: 2026-01-02', Object.fromEntries(many));
    assert.equal(
      applyEdits(post.text, [setText(post, habits, 'description', 'It’s.')]),
      `---\ntitle: A\ndescription: ${written === 'Short.' ? 'It’s.' : written}\ndate: 2026-01-02\n---\nText.\n`,
    );
  }
});

test('a comment behind a value stays a comment, whatever form the site’s posts have', async () => {
  const other = '---\ntitle: A\ndescription: >\n  A\n  b\nkeywords: >\n  a,\n  b\n---\n';
  const others = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [`source/_posts/other-${at}.md`, other]),
  );
  for (const [yaml, after] of [
    ['description: # mine', 'description: Short. # mine'],
    ['description: Long. # mine', 'description: Short. # mine'],
    ['description: Long.', 'description: >-\n  Short.'],
  ]) {
    const { post, habits } = await open(yaml ?? '', others);
    const edit = setText(post, habits, 'description', 'Short.');
    assert.equal(applyEdits(post.text, [edit]), `---\n${after}\n---\nText.\n`);
  }
  const { post, habits } = await open('keywords: # mine', others);
  const edit = addNames(post, habits, 'keywords', ['lamp', 'door']);
  assert.equal(applyEdits(post.text, edit ? [edit] : []), '---\nkeywords: lamp, door # mine\n---\nText.\n');
});
