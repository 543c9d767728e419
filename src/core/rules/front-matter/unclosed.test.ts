import { describe } from 'node:test';
import { TOLERANT, table } from '../../../../test/rule-table.ts';

const FIELDS = '---\nextends: _layouts.post\ntitle: Fog\nkeywords: fog\ndate: 2025-02-03\n';

describe('front-matter/unclosed', () => {
  table('front-matter/unclosed', [
    { name: 'is silent when it is closed', post: `${FIELDS}---\nText.\n\n---\n\nMore.\n`, at: [] },
    {
      name: 'sees a missing closer',
      post: `${FIELDS}\nText.\n`,
      at: ['---'],
      texts: TOLERANT,
      effect: 'post-lost',
      fixed: `${FIELDS}---\n\nText.\n`,
    },
    { name: 'sees it where the file ends', post: FIELDS.trimEnd(), at: ['---'], fixed: `${FIELDS}---` },
    {
      name: 'sees text read as fields up to a rule',
      post: `${FIELDS}\nText.\n\n---\n\nMore.\n`,
      at: ['---'],
      effect: 'build-fails',
      says: /Unable to parse/,
      fixed: `${FIELDS}---\n\nText.\n\n---\n\nMore.\n`,
    },
    {
      name: 'sees text read as fields up to a table',
      post: `${FIELDS}\nText.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`,
      at: ['---'],
      effect: 'build-fails',
      fixed: `${FIELDS}---\n\nText.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`,
    },
    {
      name: 'takes a heading for text',
      post: `${FIELDS}\n## The fog\n\nText.\n\n---\n`,
      at: ['---'],
      fixed: `${FIELDS}---\n\n## The fog\n\nText.\n\n---\n`,
    },
    { name: 'leaves a mistake in a field to others', post: `---\ntitle: a: b\n\nText.\n\n---\n`, at: [] },
    {
      name: 'leaves a stray line between fields to others',
      post: `---\ntitle: a\n\nstray\ndate: 2025-02-03\n---\nText.\n`,
      at: [],
    },
    { name: 'leaves a line drawn above a remark alone', post: '---\nNote: a remark.\n\nText.\n', at: [] },
    {
      name: 'leaves a text of many paragraphs alone',
      post: `${FIELDS}description: "One.\n\nTwo."\n---\nText.\n`,
      at: [],
    },
    {
      name: 'sees dashes after a space, which close nothing',
      post: `${FIELDS}title2: Fog\n ---\nNote: a remark.\n\n---\n\nText.\n`,
      at: ['---'],
      fixed: `${FIELDS}title2: Fog\n---\nNote: a remark.\n\n---\n\nText.\n`,
    },
    {
      name: 'leaves dashes within a text alone',
      post: `${FIELDS}description: |\n  One.\n  ---\n  Two.\n---\nText.\n`,
      at: [],
    },
    { name: 'sees long dashes', post: `${FIELDS}—-\nText.\n`, at: ['---'], fixed: `${FIELDS}---\nText.\n` },
    { name: 'sees dots', post: `${FIELDS}...\nText.\n`, at: ['---'], fixed: `${FIELDS}---\nText.\n` },
    {
      name: 'sees an invisible letter',
      post: `${FIELDS}\u200b---\nText.\n`,
      at: ['---'],
      fixed: `${FIELDS}---\nText.\n`,
    },
  ]);
});
