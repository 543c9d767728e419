import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

describe('link/wrong-case', () => {
  table('link/wrong-case', [
    {
      name: 'is silent about the page’s own letters',
      post: withFrontMatter('[a](/posts/fog-signal)'),
      at: [],
    },
    {
      name: 'sees other letters',
      post: withFrontMatter('[a](/posts/Fog-Signal/#top)'),
      at: ['/posts/Fog-Signal/#top'],
      fixed: withFrontMatter('[a](/posts/fog-signal/#top)'),
    },
    {
      name: 'sees other letters in a file’s name',
      post: withFrontMatter('[a](/assets/img/Lens.jpg)'),
      at: ['/assets/img/Lens.jpg'],
      fixed: withFrontMatter('[a](/assets/img/lens.jpg)'),
    },
    { name: 'leaves what isn’t there alone', post: withFrontMatter('[a](/posts/NO)'), at: [] },
  ]);
});
