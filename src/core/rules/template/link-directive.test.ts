import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('template/link-directive', () => {
  table('template/link-directive', [
    {
      name: 'sees a directive in an address',
      post: withFrontMatter('Not @include but [x](https://social.example/@include/1)'),
      at: ['@include'],
      effect: 'build-fails',
      fixed: withFrontMatter('Not @include but [x](https://social.example/%40include/1)'),
    },
    {
      name: 'sees one in a definition',
      post: withFrontMatter('[x][r]\n\n[r]: /@show'),
      at: ['@show'],
      says: /Cannot end a section/,
    },
    { name: 'sees one in braces', post: withFrontMatter('Write {@if} here.'), at: ['@if'] },
    {
      name: 'is silent about any other word',
      post: withFrontMatter('[x](https://social.example/@lamp)'),
      at: [],
    },
    { name: 'is silent about what does nothing', post: withFrontMatter('[x](/@class) [y](/@php)'), at: [] },
    { name: 'is silent about an @ within a word', post: withFrontMatter('![x](/img@if.png)'), at: [] },
    {
      name: 'is silent about a directive of the site',
      post: withFrontMatter('[x](/@show)'),
      texts: { 'blade.php': "<?php return ['show' => fn () => ''];" },
      at: [],
    },
  ]);
});
