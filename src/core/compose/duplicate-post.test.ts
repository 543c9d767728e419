import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePost } from '../post/parse-post.ts';
import type { SitePath } from '../site/files.ts';
import { duplicatePost } from './duplicate-post.ts';

const now = Date.UTC(2026, 10, 23, 14, 5, 6);
const copy = (text: string, title = 'New') => duplicatePost(parsePost('a.md' as SitePath, text), title, now);

const cases: readonly (readonly [what: string, text: string, expected: string | undefined])[] = [
  [
    'title and date are new, all else stays letter for letter',
    '---\r\ntitle:  "Old" # mine\r\ndate: 2020-01-02\r\ntags: [ a,b ]\r\n---\r\nText.\r\n',
    '---\r\ntitle:  New # mine\r\ndate: 2026-11-23\r\ntags: [ a,b ]\r\n---\r\nText.\r\n',
  ],
  [
    'the date keeps its form and its quotes',
    "---\ntitle: Old\ndate: '2020-01-02 10:00:00'\n---\n",
    "---\ntitle: New\ndate: '2026-11-23 14:05:06'\n---\n",
  ],
  [
    'a Unix time stays one',
    '---\ntitle: Old\ndate: 1603328389\n---\n',
    '---\ntitle: New\ndate: 1795442706\n---\n',
  ],
  [
    'folded text is replaced whole',
    '---\ntitle: >\n  Old and\n  older\nmood: calm\n---\n',
    '---\ntitle: New\nmood: calm\n---\n',
  ],
  [
    'what only one post may have is left out',
    '---\npermalink: a.html\ntitle: Old\nredirects:\n  - /x\n  - /y\nslug: old\naliases: [a]\n---\n',
    '---\ntitle: New\nslug: new\n---\n',
  ],
  ['a post without a title gets one', '---\nmood: calm\n---\n', '---\nmood: calm\ntitle: New\n---\n'],
  [
    'so does one whose last field is left out',
    '---\ndate: 2026-01-01\npermalink: /y\n---\n',
    '---\ndate: 2026-11-23\ntitle: New\n---\n',
  ],
  [
    'in braces, a comma goes with what is left out',
    '---\n{permalink: /y, title: x, id: 1, url: z}\n---\n',
    '---\n{title: New}\n---\n',
  ],
  ['one that has nothing else is left with a title', '---\nid: 1\n---\n', '---\ntitle: New\n---\n'],
  ['an empty title is filled', '---\ntitle:\n---\n', '---\ntitle: New\n---\n'],
  ['front matter with a mistake is left alone', '---\na: b: c\n---\n', undefined],
  ['so is a text without any', 'Text', undefined],
];

for (const [what, text, expected] of cases) test(what, () => assert.equal(copy(text), expected));

test('whatever fields there are in whatever order, the copy can be read and has a title of its own', () => {
  const field = fc.constantFrom(
    'title: x',
    'date: 2026-01-01',
    'permalink: /y',
    'id: 1',
    'aliases: [a, b]',
    'mood: calm',
  );
  fc.assert(
    fc.property(fc.uniqueArray(field, { minLength: 1 }), fc.boolean(), (fields, isInBraces) => {
      const yaml = isInBraces ? `{${fields.join(', ')}}` : fields.join('\n');
      for (const dialect of ['jigsaw', 'generic'] as const) {
        const post = parsePost('a.md' as SitePath, `---\n${yaml}\n---\nText.\n`, dialect);
        const text = duplicatePost(post, 'New', now, dialect);
        const { frontMatter } = parsePost('a.md' as SitePath, text ?? '', dialect);
        const keys = frontMatter?.fields.map(({ key }) => key) ?? [];
        const others = fields.map((each) => each.replace(/:.*/, ''));
        const kept = others.filter((key) => key === 'date' || key === 'mood');
        assert.equal(frontMatter?.problem, undefined, text);
        assert.deepEqual([...keys].sort(), [...kept, 'title'].sort(), text);
        assert.ok(text?.includes('title: New') && text.endsWith('---\nText.\n'), text);
      }
    }),
  );
});
