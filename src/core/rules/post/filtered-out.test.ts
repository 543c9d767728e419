import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const FILTER = "<?php return ['collections' => ['posts' => ['filter' => fn ($post) => ! $post->draft]]];";
const post = (line: string) => withFrontMatter('Text.').replace('author:', `${line}\nauthor:`);

describe('post/filtered-out', () => {
  table('post/filtered-out', [
    { name: 'sees a draft', post: post('draft: true'), texts: { 'config.local.php': FILTER }, at: ['---'] },
    {
      name: 'is silent about what the filter keeps',
      post: post('draft: false'),
      texts: { 'config.local.php': FILTER },
      at: [],
    },
    {
      name: 'is silent where the filter can’t be followed',
      post: post('draft: true'),
      texts: {
        'config.local.php':
          "<?php return ['collections' => ['posts' => ['filter' => fn ($p) => unknown($p)]]];",
      },
      at: [],
    },
    { name: 'is silent without a filter', post: post('draft: true'), at: [] },
  ]);
});
