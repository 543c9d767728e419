import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('image/insecure', () => {
  table('image/insecure', [
    {
      name: 'sees http in Markdown, HTML and fields',
      post: withFrontMatter('![a](http://example.org/x.png)\n\n<img src="HTTP://example.org/y.png" alt="">'),
      at: ['http://example.org/x.png', 'HTTP://example.org/y.png'],
    },
    {
      name: 'changes the scheme only',
      post: withFrontMatter('![a](http://example.org/x.png?http:)'),
      at: ['http://example.org/x.png?http:'],
      fixed: withFrontMatter('![a](https://example.org/x.png?http:)'),
    },
    { name: 'leaves links alone', post: withFrontMatter('[a](http://example.org/)'), at: [] },
    { name: 'leaves one’s own machine alone', post: withFrontMatter('![a](http://localhost/x.png)'), at: [] },
  ]);
});
