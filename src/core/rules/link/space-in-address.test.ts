import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('link/space-in-address', () => {
  table('link/space-in-address', [
    {
      name: 'sees a space in the address, and writes its code',
      post: withFrontMatter('See [the signal](/posts/fog signal/ "A title").'),
      at: ['/posts/fog signal/'],
      says: /^Readers see these characters instead of a link: /,
      fixed: withFrontMatter('See [the signal](/posts/fog%20signal/ "A title").'),
    },
    {
      name: 'sees it wherever an address is surely meant',
      post: withFrontMatter('[a](./b c) [a](../b c) [a](https://example.org/b c.pdf)\n'),
      at: ['./b c', '../b c', 'https://example.org/b c.pdf'],
    },
    {
      name: 'makes a title of what follows a web address',
      post: withFrontMatter('[a](https://example.org Our neighbours)'),
      at: ['https://example.org Our neighbours'],
      fixed: withFrontMatter('[a](https://example.org "Our neighbours")'),
    },
    {
      name: 'takes angle brackets',
      post: withFrontMatter('[a](</posts/fog signal>)'),
      at: [],
    },
    {
      name: 'leaves remarks in parentheses, code and footnotes alone',
      post: withFrontMatter(
        '[a](see below) [b](or / and) [c](// two) [d](# two) [d](#b c) `[e](/f g)` [^1](/f g)\n\n[^1]: A note.\n',
      ),
      at: [],
    },
    {
      name: 'leaves a link alone that a definition gives its address',
      post: withFrontMatter('[the signal](/or what it was)\n\n[the signal]: /posts/fog-signal\n'),
      at: [],
    },
  ]);
});
