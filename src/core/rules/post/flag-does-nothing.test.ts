import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const post = (line: string) => withFrontMatter('Text.').replace('author:', `${line}\nauthor:`);

describe('post/flag-does-nothing', () => {
  table('post/flag-does-nothing', [
    { name: 'sees published: false', post: post('published: false'), at: ['published: false'] },
    { name: 'sees published: no, which is a text', post: post('published: no'), at: ['published: no'] },
    { name: 'sees draft: true', post: post('draft: true'), at: ['draft: true'] },
    { name: 'is silent about published: true', post: post('published: true'), at: [] },
    { name: 'is silent about draft: false', post: post('draft: false'), at: [] },
    {
      name: 'is silent where a template asks for the field',
      post: post('draft: true'),
      texts: { 'source/_partials/x.blade.php': '@if ($page->draft) Draft @endif' },
      at: [],
    },
    {
      name: 'is silent where the collection has a filter',
      post: post('draft: true'),
      texts: {
        'config.local.php': "<?php return ['collections' => ['posts' => ['filter' => fn ($p) => $p->x]]];",
      },
      at: [],
    },
  ]);
});
