import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const GONE = 'HTTP/1.1 404 Not Found';
const texts = { 'https://charts.net/a': GONE };

describe('link/remote-not-found', () => {
  table('link/remote-not-found', [
    {
      name: 'sees links in Markdown and HTML, and frames',
      post: withFrontMatter(
        '[a](https://charts.net/a#b) <a href="//charts.net/a">b</a>\n\n<iframe src="https://charts.net/a"></iframe>',
      ),
      texts,
      at: ['https://charts.net/a#b', '//charts.net/a', 'https://charts.net/a'],
      severity: 'error',
      says: /charts\.net has no page at this address \(it answers 404\)/,
    },
    {
      name: 'marks a definition’s address',
      post: withFrontMatter('[a][r]\n\n[r]: https://charts.net/a'),
      texts,
      at: ['https://charts.net/a'],
    },
    {
      name: 'names the server as the post does',
      post: withFrontMatter('[a](https://Bücher.net/a)'),
      texts: { 'https://Bücher.net/a': GONE },
      at: ['https://Bücher.net/a'],
      says: /Bücher\.net has no page/,
    },
    { name: 'says nothing while nobody asks', post: withFrontMatter('[a](https://charts.net/a)'), at: [] },
    {
      name: 'says nothing of a host that is only got ready for',
      post: withFrontMatter('<link rel="preconnect" href="https://charts.net/a">'),
      texts,
      at: [],
    },
    {
      name: 'takes a post of this site for one that isn’t published yet',
      post: withFrontMatter('[a](https://lamp.net/posts/example)'),
      texts: { 'https://lamp.net/posts/example': GONE, 'https://lamp.net/posts/example/': GONE },
      at: [],
    },
  ]);
});
