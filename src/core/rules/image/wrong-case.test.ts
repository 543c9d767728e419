import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('image/wrong-case', () => {
  table('image/wrong-case', [
    {
      name: 'is silent about the file’s own letters',
      post: withFrontMatter('![](/assets/img/lens.jpg)'),
      at: [],
    },
    {
      name: 'sees other letters in the name',
      post: withFrontMatter('![](/assets/img/Lens.JPG)'),
      at: ['/assets/img/Lens.JPG'],
      fixed: withFrontMatter('![](/assets/img/lens.jpg)'),
    },
    {
      name: 'sees other letters in a folder',
      post: withFrontMatter('![](/Assets/img/lens.jpg)'),
      at: ['/Assets/img/lens.jpg'],
      fixed: withFrontMatter('![](/assets/img/lens.jpg)'),
    },
    {
      name: 'writes a name that would say something else in Markdown in codes',
      post: withFrontMatter('![](/assets/img/FISH%26copy;.jpg)'),
      texts: { 'source/assets/img/fish&copy;.jpg': '' },
      at: ['/assets/img/FISH%26copy;.jpg'],
      fixed: withFrontMatter('![](/assets/img/fish%26copy;.jpg)'),
    },
    {
      name: 'reads the fields for images',
      post: withFrontMatter('Text.').replace('author:', 'cover_image: /assets/img/LENS.jpg\nauthor:'),
      at: ['/assets/img/LENS.jpg'],
    },
    {
      name: 'leaves a file that isn’t there alone',
      post: withFrontMatter('![](/assets/img/none.jpg)'),
      at: [],
    },
  ]);
});
