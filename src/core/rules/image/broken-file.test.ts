import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const POST = withFrontMatter('![a](/assets/img/lamp.svg)');
const lamp = (text: string) => ({ 'source/assets/img/lamp.svg': text });

describe('image/broken-file', () => {
  table('image/broken-file', [
    { name: 'is silent about an image', post: POST, texts: lamp('<svg width="4" height="3"></svg>'), at: [] },
    {
      name: 'takes a drawing without a size',
      post: POST,
      texts: lamp('<?xml version="1.0"?><svg></svg>'),
      at: [],
    },
    {
      name: 'takes a drawing with much in front of it',
      post: POST,
      texts: lamp(`<!-- ${'x'.repeat(5000)} --><svg:svg xmlns:svg="x"/>`),
      at: [],
    },
    {
      name: 'says that it is empty',
      post: POST,
      texts: lamp(''),
      at: ['/assets/img/lamp.svg'],
      says: /is empty/,
    },
    {
      name: 'says that it is none',
      post: POST,
      texts: lamp('<html>'),
      at: ['/assets/img/lamp.svg'],
      says: /can’t be read as an image/,
    },
    {
      name: 'leaves what Git keeps elsewhere alone',
      post: POST,
      texts: lamp('version https://git-lfs.github.com/spec/v1\n'),
      at: [],
    },
    {
      name: 'reads fields',
      post: withFrontMatter('Text.').replace('author:', 'cover_image: /assets/img/lamp.svg\nauthor:'),
      texts: lamp(''),
      at: ['/assets/img/lamp.svg'],
    },
  ]);
});
