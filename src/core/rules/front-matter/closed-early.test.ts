import { describe } from 'node:test';
import { post, TOLERANT, table } from '../../../../test/rule-table.ts';

describe('front-matter/closed-early', () => {
  table('front-matter/closed-early', [
    {
      name: 'sees dashes after a bar',
      post: post('title: Score |---| north', 'date: 2025-02-03'),
      at: ['---'],
      texts: TOLERANT,
      effect: 'reader-sees',
      fixed: post('title: Score | ---| north', 'date: 2025-02-03'),
    },
    {
      name: 'sees them in quotes too',
      post: post("title: 'Score |---| north'", 'date: 2025-02-03'),
      at: ['---'],
      effect: 'build-fails',
      fixed: post("title: 'Score | ---| north'", 'date: 2025-02-03'),
    },
    {
      name: 'says that the page is lost when the layout comes after',
      post: '---\ntitle: A |--- b\nextends: _layouts.post\n---\nText.\n',
      at: ['---'],
      texts: TOLERANT,
      effect: 'post-lost',
    },
    {
      name: 'sees a line of dashes in a block of text',
      post: post('description: |', '  One.', '---', '  Two.', 'keywords: a', 'date: 2025-02-03'),
      at: ['---'],
      fixed: post('description: |', '  One.', '  ---', '  Two.', 'keywords: a', 'date: 2025-02-03'),
    },
    {
      name: 'sees a table in a block of text',
      post: post('description: |', '  | a | b |', '  |---|---|', '  | 1 | 2 |', 'keywords: a'),
      at: ['---'],
      fixed: post('description: |', '  | a | b |', '  | ---| ---|', '  | 1 | 2 |', 'keywords: a'),
    },
    {
      name: 'sees a line that parts the fields',
      post: post('title: A', '---', 'keywords: a', 'date: 2025-02-03'),
      at: ['---'],
      fixed: post('title: A', 'keywords: a', 'date: 2025-02-03'),
    },
    {
      name: 'leaves indented dashes alone',
      post: post('description: |', '  One.', '  ---', '  Two.'),
      at: [],
    },
    { name: 'leaves a body with rules alone', post: `${post('title: A')}\n---\n\nText.\n\n---\n`, at: [] },
    {
      name: 'leaves a heading underlined with dashes alone',
      post: `${post('title: A')}\nNote: this\n---\nText.\n`,
      at: [],
    },
    { name: 'leaves a table in the body alone', post: `${post('title: A')}\n| a |\n|---|\n| 1 |\n`, at: [] },
    {
      name: 'sees dashes in a block of text that nothing but its rest follows',
      post: '---\nextends: _layouts.post\ntitle: Fog\ndate: 2025-02-03\ndescription: |\n  One.\n---\n  Two.\n---\nText.\n',
      at: ['---'],
      fixed:
        '---\nextends: _layouts.post\ntitle: Fog\ndate: 2025-02-03\ndescription: |\n  One.\n  ---\n  Two.\n---\nText.\n',
    },
    {
      name: 'is silent about code that a body starts with',
      post: '---\nextends: _layouts.post\ntitle: Fog\ndate: 2025-02-03\ndescription: |\n  One.\n---\n    code\n\nText.\n\n---\nText.\n',
      at: [],
    },
  ]);
});
