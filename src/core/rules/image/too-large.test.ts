import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const POST = withFrontMatter('![a](/assets/img/lamp.svg) ![b](/assets/img/lamp.svg)');
const lamp = (bytes: number) => ({
  'source/assets/img/lamp.svg': `<svg width="4000" height="3000"><desc>${'x'.repeat(bytes)}</desc></svg>`,
});

describe('image/too-large', () => {
  table('image/too-large', [
    { name: 'is silent about a small file', post: POST, texts: lamp(900_000), at: [] },
    {
      name: 'sees a large one, once',
      post: POST,
      texts: lamp(2_000_000),
      at: ['/assets/img/lamp.svg'],
      severity: 'information',
      effect: 'advice',
      says: /2000 kB.* Up to 1000 kB/,
    },
    {
      name: 'takes another limit',
      post: POST,
      texts: { ...lamp(2_000_000), 'copydesk.json': '{"largestImage": 3000}' },
      at: [],
    },
    {
      name: 'leaves drawings alone, which have no pixels',
      post: withFrontMatter('<img src="/assets/img/lamp.svg" width="40" alt="">'),
      texts: lamp(200_000),
      at: [],
    },
  ]);
});
