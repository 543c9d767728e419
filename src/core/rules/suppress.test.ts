import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { EXAMPLE, NOW, RULE_SITE } from '../../../test/rule-site.ts';
import { post } from '../../../test/rule-table.ts';
import type { SitePath } from '../site/files.ts';
import { applyEdits } from '../text/text-edit.ts';
import { lintPost } from './lint.ts';
import { suppressionFix } from './suppress.ts';

/** A post whose front matter starts with a comment. */
const first = (comment: string, ...lines: readonly string[]) =>
  post(...lines).replace('---\n', `---\n${comment}\n`);

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];
const HEAD = post(...REST).replace('The lamp was lit.\n', '');
const COMMENT = '<!-- copydesk-disable-next-line image/not-found -->';

/** The post with its first problem ignored, and what is said of it then. */
async function ignoreFirst(
  text: string,
  path: SitePath = EXAMPLE,
): Promise<{ text: string | undefined; said: readonly string[] }> {
  const texts: Texts = { ...RULE_SITE, [path]: text };
  const store = await openSite(texts);
  const before = store.site.posts.get(path);
  const [problem] = before ? lintPost(before, store.site, NOW) : [];
  const fix = before && problem && suppressionFix(before, store.site, problem);
  if (!fix) return { text: undefined, said: [] };
  const ignored = applyEdits(text, fix.edits);
  const { site } = await openSite({ ...texts, [path]: ignored });
  const after = site.posts.get(path);
  return { text: ignored, said: after ? lintPost(after, site, NOW).map(({ rule }) => rule) : [] };
}

const cases: readonly [name: string, before: string, after: string][] = [
  [
    'writes above the field',
    post('title: Fog', 'keywords: fog, fog', 'date: 2025-02-03'),
    post(
      'title: Fog',
      '# copydesk-disable-next-line keywords/repeated',
      'keywords: fog, fog',
      'date: 2025-02-03',
    ),
  ],
  [
    'writes above the field that a line belongs to',
    post('title: Fog', 'keywords: >', '  fog, horn,', '  fog', 'date: 2025-02-03'),
    post(
      'title: Fog',
      '# copydesk-disable-next-line keywords/repeated',
      'keywords: >',
      '  fog, horn,',
      '  fog',
      'date: 2025-02-03',
    ),
  ],
  [
    'writes below the opening dashes',
    post('title: Fog', 'date: 2025-02-03'),
    first('# copydesk-disable-next-line front-matter/missing-field', 'title: Fog', 'date: 2025-02-03'),
  ],
  [
    'adds to the comment that is there',
    post(
      'title: Fog',
      '# copydesk-disable-next-line keywords/not-a-name',
      'tags: [fog, fog, {a: b}]',
      'keywords: fog',
      'date: 2025-02-03',
    ),
    post(
      'title: Fog',
      '# copydesk-disable-next-line keywords/not-a-name keywords/repeated',
      'tags: [fog, fog, {a: b}]',
      'keywords: fog',
      'date: 2025-02-03',
    ),
  ],
  [
    'writes above a paragraph',
    `${HEAD}One.\n\nTwo\n![a](/none.jpg)\n`,
    `${HEAD}One.\n\n${COMMENT}\n\nTwo\n![a](/none.jpg)\n`,
  ],
  ['writes above the first paragraph', `${HEAD}![a](/none.jpg)\n`, `${HEAD}${COMMENT}\n\n![a](/none.jpg)\n`],
  [
    'writes above a list',
    `${HEAD}One.\n\n- two\n- ![a](/none.jpg)\n`,
    `${HEAD}One.\n\n${COMMENT}\n\n- two\n- ![a](/none.jpg)\n`,
  ],
  [
    'keeps CRLF',
    `${HEAD}One.\n\n![a](/none.jpg)\n`.replaceAll('\n', '\r\n'),
    `${HEAD}One.\n\n${COMMENT}\n\n![a](/none.jpg)\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'speaks for the whole post where a comment would part a list',
    `${HEAD}1. one\n\n2. two\n\n   ![a](/none.jpg)\n\n3. three\n`,
    `${first('# copydesk-disable image/not-found', ...REST).replace('The lamp was lit.\n', '')}1. one\n\n2. two\n\n   ![a](/none.jpg)\n\n3. three\n`,
  ],
];

describe('The comment that asks for silence', () => {
  for (const [name, before, after] of cases) {
    it(name, async () => {
      const { text, said } = await ignoreFirst(before);
      assert.equal(text, after);
      assert.equal(said.includes('copydesk/unused-suppression'), false, said.join(' '));
    });
  }

  it('is one of Blade’s in a post with Blade', async () => {
    const { text, said } = await ignoreFirst(
      `${HEAD}![a](/none.jpg)\n`,
      'source/_posts/example.blade.md' as SitePath,
    );
    assert.equal(text, `${HEAD}{{-- copydesk-disable-next-line image/not-found --}}\n\n![a](/none.jpg)\n`);
    assert.deepEqual(said, []);
  });

  it('isn’t offered for what stops the build', async () => {
    assert.equal((await ignoreFirst(post('title: Fog: a', 'keywords: fog'))).text, undefined);
    assert.equal((await ignoreFirst(post('title: Fog', 'keywords: fog'))).text, undefined);
  });

  it('isn’t offered where nobody would see it', async () => {
    assert.equal((await ignoreFirst(`\n${post(...REST)}`)).text, undefined);
  });
});
