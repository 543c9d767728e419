import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const GONE = 'HTTP/1.1 404 Not Found\nContent-Type: text/html';
const texts = { 'https://charts.net/a.png': GONE, 'https://charts.net/b.png': 'HTTP/1.1 410 Gone' };

describe('image/remote-not-found', () => {
  table('image/remote-not-found', [
    {
      name: 'sees it in Markdown, HTML, srcset and fields',
      post: withFrontMatter(
        '![a](https://charts.net/a.png) <img src="//charts.net/b.png" srcset="https://charts.net/a.png 2x" alt="">',
      ).replace('title:', 'cover_image: https://charts.net/a.png#x\ntitle:'),
      texts,
      at: [
        'https://charts.net/a.png#x',
        'https://charts.net/a.png',
        '//charts.net/b.png',
        'https://charts.net/a.png',
      ],
      severity: 'error',
      says: /charts\.net has nothing at this address \(it answers 404\)/,
      fixed: null,
    },
    {
      name: 'says nothing while nobody asks',
      post: withFrontMatter('![a](https://charts.net/a.png)'),
      at: [],
    },
    {
      name: 'says nothing of what nobody could check',
      post: withFrontMatter('![a](https://charts.net/c.png) ![b](https://charts.net/d.png)'),
      texts: { ...texts, 'https://charts.net/c.png': 'HTTP/1.1 503 Busy' },
      at: [],
    },
    {
      name: 'takes an image of this site for one that isn’t published yet',
      post: withFrontMatter('![a](https://lamp.net/assets/img/lens.jpg)'),
      texts: { 'https://lamp.net/assets/img/lens.jpg': GONE },
      at: [],
    },
    {
      name: 'leaves addresses alone that only the build knows',
      post: withFrontMatter('![a](https://charts.net/{{ $page->x }}.png)'),
      texts,
      at: [],
    },
  ]);
});
