import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const COMMONMARK = { 'config.php': "<?php return ['collections' => ['posts' => []], 'commonmark' => true];" };

describe('image/space-in-address', () => {
  table('image/space-in-address', [
    {
      name: 'sees a space in the address, and writes its code',
      post: withFrontMatter('![The lens](/assets/img/the lens.jpg)'),
      at: ['/assets/img/the lens.jpg'],
      says: /^Readers see these characters instead of an image: .*`%20`/,
      fixed: withFrontMatter('![The lens](/assets/img/the%20lens.jpg)'),
    },
    {
      name: 'sees it in CommonMark, before a title and within a link',
      post: withFrontMatter('See [![](/img (1)/the  lens (2).jpg "The lens")](/posts/fog-signal) there.'),
      texts: COMMONMARK,
      at: ['/img (1)/the  lens (2).jpg'],
      fixed: withFrontMatter(
        'See [![](/img%20(1)/the%20%20lens%20(2).jpg "The lens")](/posts/fog-signal) there.',
      ),
    },
    {
      name: 'sees it in lists and quotes, and where others are right',
      post: withFrontMatter('- ![a](a b.png) ![c](/assets/img/lens.jpg)\n- x\n\n> ![d](/d e/f.png)\n'),
      at: ['a b.png', '/d e/f.png'],
    },
    {
      name: 'keeps what follows the path',
      post: withFrontMatter('![a](/my a.svg?v=1%20#b)'),
      at: ['/my a.svg?v=1%20#b'],
      fixed: withFrontMatter('![a](/my%20a.svg?v=1%20#b)'),
    },
    {
      name: 'sees it in angle brackets, which only CommonMark takes for an image’s',
      post: withFrontMatter('![a](</my a.svg>)'),
      at: ['/my a.svg'],
      fixed: withFrontMatter('![a](</my%20a.svg>)'),
    },
    {
      name: 'takes angle brackets in CommonMark',
      post: withFrontMatter('![a](</my a.svg>)'),
      texts: COMMONMARK,
      at: [],
    },
    {
      name: 'sees a title without quotes',
      post: withFrontMatter('![a](/assets/img/lens.jpg The lens, cleaned)'),
      at: ['/assets/img/lens.jpg The lens, cleaned'],
      says: /title in straight quotes/,
      fixed: withFrontMatter('![a](/assets/img/lens.jpg "The lens, cleaned")'),
    },
    {
      name: 'sees a title in curly quotes',
      post: withFrontMatter('![a](/assets/img/lens.jpg “The lens”)'),
      at: ['/assets/img/lens.jpg “The lens”'],
      fixed: withFrontMatter('![a](/assets/img/lens.jpg "The lens")'),
    },
    {
      name: 'makes no title of a size',
      post: withFrontMatter('![a](/assets/img/lens.jpg =20x30)'),
      at: ['/assets/img/lens.jpg =20x30'],
      fixed: null,
    },
    {
      name: 'leaves titles and what stands in code and HTML alone',
      post: withFrontMatter(
        "![a](/assets/img/lens.jpg \"a b\") ![a]( /assets/img/lens.jpg 'it's' ) `![a](/a b.png)` <!-- ![a](/a b.png) -->\n\n" +
          '```\n![a](/a b.png)\n```\n\n    ![a](/a b.png)\n\n<div>\n![a](/a b.png)\n</div>\n',
      ),
      at: [],
    },
    {
      name: 'leaves template text and other parentheses alone',
      post: withFrontMatter('![a]({{ $page->cover }}) ![a](/a/{{ b c }}.png) Look![1](see below)\n'),
      at: [],
    },
  ]);
});
