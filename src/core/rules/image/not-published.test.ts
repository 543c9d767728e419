import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsWith, withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';
import { english } from '../../text/message.ts';
import { applyEdits } from '../../text/text-edit.ts';

describe('image/not-published', () => {
  table('image/not-published', [
    {
      name: 'knows the folders that start with an underscore',
      post: withFrontMatter('![a](/_drafts/x.png)'),
      texts: { 'source/_drafts/x.png': '' },
      at: ['/_drafts/x.png'],
    },
    {
      name: 'finds an image beside the post',
      post: withFrontMatter('![a](x.png)'),
      texts: { 'source/_posts/x.png': '' },
      at: ['x.png'],
    },
    {
      name: 'is silent about underscores further down, which are published',
      post: withFrontMatter('![a](/assets/_x/x.png)'),
      texts: { 'source/assets/_x/x.png': '' },
      at: [],
    },
  ]);

  const cases = [
    ['x.png', 'source/_posts/x.png', false, '/assets/img/x.png', 'Move'],
    ['/_assets/x.png', 'source/_assets/x.png', true, '/assets/img/x.png', 'Copy'],
    // That name is another image's.
    ['lens.jpg', 'source/_posts/lens.jpg', false, '/assets/img/lens-2.jpg', 'Move'],
    ['a%20(1).png', 'source/_posts/a (1).png', false, '/assets/img/a%20%281%29.png', 'Move'],
  ] as const;
  for (const [address, from, keeps, now, verb] of cases) {
    it(`brings ${from} among the images of the site`, async () => {
      const post = withFrontMatter(`![a](<${address}> "t")`);
      const problems = await problemsWith(post, { [from]: 'x' });
      const [fix, ...others] = problems.find(({ rule }) => rule === 'image/not-published')?.fixes ?? [];
      assert.deepEqual(others, []);
      assert.ok(fix);
      const to = `source${decodeURIComponent(now)}`;
      assert.deepEqual(fix.moves, [{ from, to, keeps }]);
      assert.match(english(fix.title), new RegExp(`^${verb} the image`));
      const mended = applyEdits(post, fix.edits);
      assert.equal(mended, withFrontMatter(`![a](<${now}> "t")`));
      const after = await problemsWith(mended, { [to]: 'x' });
      assert.deepEqual(after, []);
    });
  }
});
