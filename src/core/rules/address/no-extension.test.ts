import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const FIELDS = ['title: A', 'keywords: a', 'date: 2025-02-03'];

describe('address/no-extension', () => {
  table('address/no-extension', [
    {
      name: 'sees one without',
      post: post(...FIELDS, 'permalink: news/lamp'),
      at: ['news/lamp'],
      severity: 'warning',
      fixed: post(...FIELDS, 'permalink: news/lamp/index.html'),
    },
    {
      name: 'keeps quotes and slashes',
      post: post(...FIELDS, 'permalink: "/news/lamp/"'),
      at: ['"/news/lamp/"'],
      fixed: post(...FIELDS, 'permalink: "/news/lamp/index.html"'),
    },
    { name: 'is silent about one with', post: post(...FIELDS, 'permalink: news/lamp.html'), at: [] },
    { name: 'is silent about none', post: post(...FIELDS, "permalink: ''"), at: [] },
  ]);
});
