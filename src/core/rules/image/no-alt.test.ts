import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

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
});
