import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

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
});
