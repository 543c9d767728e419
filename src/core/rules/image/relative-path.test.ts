import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('image/relative-path', () => {
  table('image/relative-path', [
    {
      name: 'knows that an address beside the file leads elsewhere',
      post: withFrontMatter('![a](../assets/img/lens.jpg)'),
      at: ['../assets/img/lens.jpg'],
      fixed: withFrontMatter('![a](/assets/img/lens.jpg)'),
    },
    { name: 'is silent where the image is nowhere', post: withFrontMatter('![a](../lens.jpg)'), at: [] },
  ]);
});
