import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];

describe('copydesk/unused-suppression', () => {
  table('copydesk/unused-suppression', [
    {
      name: 'is silent when there is something to ignore',
      post: post(
        '# copydesk-disable-next-line date/no-such-day',
        'date: 2025-02-30',
        'title: Fog',
        'keywords: fog',
      ),
      at: [],
    },
    {
      name: 'sees that there is nothing',
      post: post('# copydesk-disable-next-line date/no-such-day', ...REST),
      at: ['date/no-such-day'],
      severity: 'information',
      fixed: post(...REST),
    },
    {
      name: 'sees it of one of two',
      post: post(
        '# copydesk-disable-next-line date/no-such-day keywords/repeated',
        'date: 2025-02-30',
        'title: Fog',
        'keywords: fog',
      ),
      at: ['keywords/repeated'],
      fixed: post(
        '# copydesk-disable-next-line date/no-such-day',
        'date: 2025-02-30',
        'title: Fog',
        'keywords: fog',
      ),
    },
    {
      name: 'sees it of a comment that names no rule',
      post: post('# copydesk-disable-next-line', ...REST),
      at: ['# copydesk-disable-next-line'],
      fixed: post(...REST),
    },
    {
      name: 'sees it in the text',
      post: `${post(...REST)}\n<!-- copydesk-disable-next-line image/not-found -->\n\nMore.\n`,
      at: ['image/not-found'],
      fixed: `${post(...REST)}\nMore.\n`,
    },
    {
      name: 'sees it of a stretch of text',
      post: `${post(...REST)}\n<!-- copydesk-disable image/not-found because of the move -->\nMore.\n<!-- copydesk-enable -->\n`,
      at: ['image/not-found'],
    },
    {
      name: 'leaves code alone',
      post: `${post(...REST)}\n\`\`\`html\n<!-- copydesk-disable image/not-found -->\n\`\`\`\n\n    <!-- copydesk-disable image/not-found -->\n\nWrite \`<!-- copydesk-disable -->\`.\n`,
      at: [],
    },
    {
      name: 'leaves a text that quotes one alone',
      post: post('description: |', '  # copydesk-disable', ...REST),
      at: [],
    },
  ]);
});
