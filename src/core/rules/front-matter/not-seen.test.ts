import { describe } from 'node:test';
import { TOLERANT, table } from '../../../../test/rule-table.ts';

const POST = '---\nextends: _layouts.post\ntitle: Fog\nkeywords: fog\ndate: 2025-02-03\n---\nText.\n';
const ALL_EXTEND = {
  'config.php':
    "<?php return ['collections' => ['posts' => ['extends' => '_layouts.post', 'path' => 'p/{filename}']]];",
};

describe('front-matter/not-seen', () => {
  table('front-matter/not-seen', [
    { name: 'is silent at the very start', post: POST, at: [] },
    {
      name: 'sees a byte order mark',
      post: `\uFEFF${POST}`,
      at: ['---'],
      texts: TOLERANT,
      effect: 'post-lost',
      fixed: POST,
    },
    { name: 'sees a blank line', post: `\n${POST}`, at: ['---'], fixed: POST },
    {
      name: 'sees CRLF lines',
      post: `\r\n${POST.replaceAll('\n', '\r\n')}`,
      at: ['---'],
      fixed: POST.replaceAll('\n', '\r\n'),
    },
    { name: 'sees a space', post: ` ${POST}`, at: ['---'], fixed: POST },
    { name: 'sees a zero-width space', post: `\u200B${POST}`, at: ['---'], fixed: POST },
    {
      name: 'sees long dashes',
      post: POST.replaceAll('---', '—-'),
      at: ['—-'],
      says: /three plain dashes/,
      fixed: POST,
    },
    {
      name: 'says what readers see where the collection names the layout',
      post: ` ${POST}`,
      texts: { ...TOLERANT, ...ALL_EXTEND },
      at: ['---'],
      effect: 'reader-sees',
    },
    {
      name: 'sees that the dashes above are missing',
      post: POST.slice('---\n'.length),
      at: ['extends'],
      says: /above these fields are missing/,
      fixed: POST,
    },
    {
      name: 'sees it below blank lines, and in CRLF lines',
      post: `\r\n${POST.slice('---\n'.length).replaceAll('\n', '\r\n')}`,
      at: ['extends'],
      fixed: POST.replaceAll('\n', '\r\n'),
    },
    {
      name: 'leaves a remark that is underlined alone',
      post: 'Note: the lamp is lit.\nBeware: it is hot.\n---\nIt goes on.\n',
      at: [],
    },
    { name: 'leaves prose above a line alone', post: 'title: Fog\nIt came at four.\n\n---\n', at: [] },
    {
      name: 'leaves a line drawn above prose alone',
      post: '\n---\nOnce upon a time there was a lamp.\n\n---\n',
      at: [],
    },
    {
      name: 'leaves a line drawn above a remark alone',
      post: '\n---\nNote: this is a remark.\n\nIt goes on.\n\n---\n',
      at: [],
    },
    { name: 'leaves an empty file alone', post: '', at: [] },
  ]);
});
