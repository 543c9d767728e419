import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsWith, withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';
import { applyEdits } from '../../text/text-edit.ts';

describe('image/no-alt', () => {
  table('image/no-alt', [
    {
      name: 'sees an empty text in Markdown',
      post: withFrontMatter('![](/assets/img/lens.jpg)'),
      at: ['![](/assets/img/lens.jpg)'],
    },
    {
      name: 'sees a tag without alt',
      post: withFrontMatter('<p><img src="/assets/img/lens.jpg"></p>'),
      at: ['<img src="/assets/img/lens.jpg">'],
    },
    {
      name: 'takes an empty alt for a decision',
      post: withFrontMatter('<img src="/assets/img/lens.jpg" alt=""> <img alt src="/assets/img/lens.jpg">'),
      at: [],
    },
    {
      name: 'leaves tags with template text alone',
      post: withFrontMatter('<img src="/assets/img/lens.jpg" {!! $page->attributes !!}>'),
      at: [],
    },
    {
      name: 'leaves pictures’ sources alone',
      post: withFrontMatter(
        '<picture><source srcset="/assets/img/lens.jpg"><img src="/assets/img/lens.jpg" alt="A"></picture>',
      ),
      at: [],
    },
  ]);

  for (const [written, said, decoration] of [
    ['![](/img/a.png)', '![|](/img/a.png)', '<img src="/img/a.png" alt="">'],
    ['![ ](</img/a.png>)', '![|](</img/a.png>)', undefined],
    ['![](/img/a.png "A")', '![|](/img/a.png "A")', undefined],
    ['![](/img/a.png){.wide}', '![|](/img/a.png){.wide}', undefined],
    ['![][a]\n\n[a]: /img/a.png', '![|][a]\n\n[a]: /img/a.png', undefined],
    ['[![](/img/a.png)](/)', '[![|](/img/a.png)](/)', '[<img src="/img/a.png" alt="">](/)'],
    [
      '<p><img\nsrc=/img/a.png></p>',
      '<p><img alt="|"\nsrc=/img/a.png></p>',
      '<p><img alt=""\nsrc=/img/a.png></p>',
    ],
    ['a <IMG src="/a.png" /> b', 'a <IMG alt="|" src="/a.png" /> b', 'a <IMG alt="" src="/a.png" /> b'],
  ] as const) {
    it(`leads to the text of ${written}`, async () => {
      const post = withFrontMatter(written);
      const found = await problemsWith(post, { 'source/img/a.png': '' });
      const [say, mark] = found.find(({ rule }) => rule === 'image/no-alt')?.fixes ?? [];
      assert.ok(say?.blank);
      const { span, before, after } = say.blank;
      assert.deepEqual(say.edits, []);
      assert.equal(applyEdits(post, [{ span, text: `${before}|${after}` }]), withFrontMatter(said));
      assert.equal(mark && applyEdits(post, mark.edits), decoration && withFrontMatter(decoration));
    });
  }
});
