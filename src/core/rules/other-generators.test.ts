import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { problemsOf } from '../../../test/rule-site.ts';

/** The problems of a site that isn't Jigsaw's, as "path: rule". */
async function found(texts: Texts): Promise<readonly string[]> {
  const { site } = await openSite({ 'copydesk.json': '{}', ...texts }, { generator: 'other' });
  return problemsOf(site).map(({ path, rule }) => `${path}: ${rule}`);
}

const POST = '---\ntitle: Storm\ndate: 2025-02-03\nkeywords: [wind]\n---\nWind.\n';
const FOLDER = { 'content/posts/calm.md': POST, 'content/posts/rain/index.md': POST };

test('a site’s own ways of front matter are none of ours', async () => {
  for (const [path, text] of [
    ['content/posts/a.md', '+++\ntitle = "Storm"\n+++\nWind.\n'],
    ['content/posts/a.md', '{\n  "title": "Storm"\n}\nWind.\n'],
    ['content/posts/a.md', 'Wind.\n'],
    ['content/posts/a.md', `\n${POST}`],

    ['content/posts/a.md', POST.replace('Wind.', '![The sea](/img/sea.png) ![The sky](sky.png)')],
    [
      'content/posts/a.md',
      POST.replace('Wind.', '<details>\n<summary>Sea</summary>\n\nAn `<img>` tag.\n\n</details>'),
    ],
    ['content/about.md', '---\ntitle: About\n---\nWe.\n'],
    ['.github/pull_request_template.md', POST.replace('Storm', '"Storm')],
    ['_site/a.md', POST.replace('Storm', '"Storm')],
  ] as const) {
    const problems = await found({ ...FOLDER, [path]: text });
    assert.deepEqual(problems, [], text);
  }
});

test('posts lack what posts must have, pages don’t', async () => {
  const bare = '---\ntitle: Storm\ndate: 2025-02-03\n---\nWind.\n';
  const missing = ['content/posts/a.md: front-matter/missing-field'];
  assert.deepEqual(await found({ ...FOLDER, 'content/posts/a.md': bare }), missing);
  assert.deepEqual(
    await found({
      ...FOLDER,
      'content/docs/a.md': '---\ntitle: A\n---\n',
      'content/docs/b.md': '---\ntitle: B\n---\n',
    }),
    [],
  );
  const asked = { 'copydesk.json': '{ "required": ["author"] }', 'content/about.md': '---\ntitle: A\n---\n' };
  assert.deepEqual(await found(asked), ['content/about.md: front-matter/missing-field']);
});

test('what no generator reads is a mistake', async () => {
  assert.deepEqual(await found({ 'a.md': POST.replace('Storm', 'Storm: wind') }), [
    'a.md: front-matter/syntax',
  ]);
  assert.deepEqual(await found({ 'a.md': POST.replace('Wind.', '<img alt="The sea">') }), [
    'a.md: image/no-source',
  ]);
});
