import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsWith } from '../../../test/rule-site.ts';
import { post } from '../../../test/rule-table.ts';

/** A post whose front matter starts with a comment. */
const first = (comment: string, ...lines: readonly string[]) =>
  post(...lines).replace('---\n', `---\n${comment}\n`);

const REST = ['title: Fog', 'keywords: fog', 'date: 2025-02-03'];
const NONE = '![](/none.jpg)';

/** What is said of a post that asks to be silent about something. */
const said = async (text: string) => (await problemsWith(text)).map(({ rule }) => rule);

const silent: readonly [name: string, post: string][] = [
  [
    'about the field below',
    post(
      'title: Fog',
      '# copydesk-disable-next-line keywords/repeated',
      'keywords: fog, fog',
      'date: 2025-02-03',
    ),
  ],
  [
    'about any line of the field below',
    post(
      'title: Fog',
      'date: 2025-02-03',
      '# copydesk-disable-next-line keywords/repeated',
      'keywords: >-',
      '  fog,',
      '  fog',
    ),
  ],
  [
    'below several comments',
    post(
      'title: Fog',
      '# copydesk-disable-next-line keywords/repeated',
      '# Twice.',
      'keywords: fog, fog',
      'date: 2025-02-03',
    ),
  ],
  [
    'about what is said at the opening dashes',
    first('# copydesk-disable-next-line front-matter/missing-field', 'title: Fog', 'date: 2025-02-03'),
  ],
  [
    'about all rules',
    post('title: Fog', '# copydesk-disable-next-line', 'keywords: fog, fog', 'date: 2025-02-03'),
  ],
  [
    'about several rules',
    post(
      'title: Fog',
      'date: 2025-02-03',
      '# copydesk-disable-next-line keywords/other-form keywords/repeated',
      'keywords: [fog, fog]',
    ),
  ],
  ['about the whole post', `${first('# copydesk-disable image/not-found image/no-alt', ...REST)}\n${NONE}\n`],
  [
    'about a mistake in the front matter',
    post('# copydesk-disable-next-line front-matter/syntax', 'title: a: b'),
  ],
  [
    'about the block below',
    `${post(...REST)}\n<!-- copydesk-disable-next-line image/not-found image/no-alt -->\n\nOne,\n${NONE}\n`,
  ],
  [
    'from there on',
    `${post(...REST)}\n<!-- copydesk-disable image/not-found, image/no-alt as they come later -->\n\nOne.\n\n${NONE}\n`,
  ],
  [
    'in a comment of several lines',
    `${post(...REST)}\n<!--\n  copydesk-disable\n  image/not-found image/no-alt\n-->\n\n${NONE}\n`,
  ],
  [
    'in a post with CRLF',
    `${post('title: Fog', '# copydesk-disable-next-line keywords/repeated', 'keywords: fog, fog', 'date: 2025-02-03')}\n`.replaceAll(
      '\n',
      '\r\n',
    ),
  ],
];

const heard: readonly [name: string, post: string, rules: readonly string[]][] = [
  [
    'about another field',
    post(
      '# copydesk-disable-next-line keywords/repeated',
      'title: Fog',
      'keywords: fog, fog',
      'date: 2025-02-03',
    ),
    ['copydesk/unused-suppression', 'keywords/repeated'],
  ],
  [
    'about another rule',
    post(
      '# copydesk-disable-next-line keywords/other-form',
      'keywords: fog, fog',
      'title: Fog',
      'date: 2025-02-03',
    ),
    ['copydesk/unused-suppression', 'keywords/repeated'],
  ],
  [
    'about another block',
    `${post(...REST)}\n<!-- copydesk-disable-next-line -->\n\nOne.\n\n![a](/none.jpg)\n`,
    ['copydesk/unused-suppression', 'image/not-found'],
  ],
  [
    'after the end',
    `${post(...REST)}\n<!-- copydesk-disable image/not-found -->\n\n![a](/none.jpg)\n\n<!-- copydesk-enable image/not-found -->\n\n![a](/gone.jpg)\n`,
    ['image/not-found'],
  ],
  [
    'of a word that only starts like it',
    post('# copydesk-disabled', 'keywords: fog, fog', 'title: Fog', 'date: 2025-02-03'),
    ['keywords/repeated'],
  ],
];

describe('A post that asks for it', () => {
  for (const [name, text] of silent) {
    it(`has silence ${name}`, async () => assert.deepEqual(await said(text), []));
  }
  for (const [name, text, rules] of heard) {
    it(`hears ${name} all the same`, async () => assert.deepEqual(await said(text), rules));
  }
});
