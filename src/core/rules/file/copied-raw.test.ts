import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsIn } from '../../../../test/rule-site.ts';

const PAGE = '---\nextends: _layouts.main\nsection: body\ntitle: The team\n---\nTwo keepers and a cat.';

test('pages that are copied as they are', async () => {
  const cases: readonly (readonly [path: string, words: RegExp | undefined])[] = [
    ['source/Team.MD', /`Team\.md`/],
    ['source/.team.md', /`team\.md`/],
    ['source/team.md', undefined],
    ['source/_team.MD', undefined],
  ];
  for (const [path, words] of cases) {
    const found = (await problemsIn({ [path]: PAGE })).filter(({ rule }) => rule === 'file/copied-raw');
    assert.deepEqual(
      found.map((each) => [each.path, each.severity, each.effect]),
      words ? [[path, 'warning', 'reader-sees']] : [],
      path,
    );
    if (words) assert.match(found[0]?.message ?? '', words);
  }
  assert.deepEqual(await problemsIn({ 'source/README.MD': 'Read me.' }), []);
});
