import { describe } from 'node:test';
import { post, table } from '../../../../test/rule-table.ts';

const REST = ['date: 2025-02-03', 'keywords: fog'];

/** A post with a wrong line, and the same with the line mended. */
function mended(wrong: string, right: string): { readonly post: string; readonly fixed: string } {
  return { post: post(wrong, ...REST), fixed: post(right, ...REST) };
}

describe('front-matter/syntax', () => {
  table('front-matter/syntax', [
    { name: 'is silent about a front matter that can be read', post: post('title: Fog', ...REST), at: [] },
    {
      name: 'puts a value with a colon in quotes',
      ...mended('title: Fog: the end', "title: 'Fog: the end'"),
      at: [':'],
      effect: 'build-fails',
      says: /A colon cannot be used/,
    },
    {
      name: 'takes double quotes around an apostrophe',
      ...mended("title: Fog: the keeper's end", `title: "Fog: the keeper's end"`),
      at: [':'],
    },
    {
      name: 'leaves a comment outside the quotes',
      ...mended('title: Fog: the end # draft', "title: 'Fog: the end' # draft"),
      at: [':'],
    },
    {
      name: 'puts a value in quotes that goes on below',
      ...mended('title: Fog\n  he said: no', "title: 'Fog\n  he said: no'"),
      at: [':'],
    },
    {
      name: 'puts a sentence in a list in quotes',
      ...mended('points:\n  - He said: no: never', "points:\n  - 'He said: no: never'"),
      at: [':'],
    },
    { name: 'puts a handle in quotes', ...mended('author: @keeper', "author: '@keeper'"), at: ['@'] },
    { name: 'puts a handle in a list in quotes', ...mended('tags: [@a, b]', "tags: ['@a', b]"), at: ['@'] },
    {
      name: 'puts what follows a quote in the quotes',
      ...mended('title: "Fog" again', `title: '"Fog" again'`),
      at: [' again'],
    },
    {
      name: 'puts template text in quotes',
      ...mended('title: {{ $x }}', "title: '{{ $x }}'"),
      at: ['{{ $x }}'],
    },
    { name: 'closes a quote', ...mended("title: 'Fog", "title: 'Fog'"), at: ["'Fog"] },
    { name: 'closes a quote with its own kind', ...mended(`title: "Fog'`, 'title: "Fog"'), at: [`"Fog'`] },
    {
      name: 'knows an apostrophe at the start',
      ...mended("title: 'Tis the fog", `title: "'Tis the fog"`),
      at: ["'Tis the fog"],
    },
    { name: 'closes a list', ...mended('tags: [fog, horn', 'tags: [fog, horn]'), at: ['['] },
    {
      name: 'puts a title that starts with a bracket in quotes',
      ...mended('title: [WIP fog', "title: '[WIP fog'"),
      at: ['['],
    },
    { name: 'removes the second of two', ...mended('title: A\ntitle: B', 'title: A'), at: ['title'] },
    {
      name: 'removes the second of two with all its lines',
      ...mended('tags:\n- a\ntags:\n- b\n- c', 'tags:\n- a'),
      at: ['tags'],
    },
    {
      name: 'writes spaces instead of tabs',
      ...mended('tags:\n\t- a\n\t- b', 'tags:\n  - a\n  - b'),
      at: ['\t'],
    },
    {
      name: 'takes a tab before a field away',
      ...mended('section: content\n\ttitle: Fog', 'section: content\ntitle: Fog'),
      at: ['\t'],
    },
    { name: 'adds the space after a colon', ...mended('title:Fog', 'title: Fog'), at: [':'] },
    {
      name: 'uses single quotes for backslashes',
      ...mended('cover: "a\\qb"', "cover: 'a\\qb'"),
      at: ['\\q'],
    },
    {
      name: 'swaps month and day',
      ...mended('moment: 2025-31-12', 'moment: 2025-12-31'),
      at: ['2025-31-12'],
    },
    {
      name: 'has no fix for another impossible date',
      post: post('moment: 2025-13-45'),
      at: ['2025-13-45'],
      fixed: null,
    },
    {
      name: 'writes a colon for an equals sign',
      ...mended('title = Fog', 'title: Fog'),
      at: ['title = Fog'],
    },
    { name: 'adds a colon', ...mended('title Fog', 'title: Fog'), at: ['title Fog'] },
    {
      name: 'indents a line that goes on',
      ...mended('title: The fog\ncame in', 'title: The fog\n  came in'),
      at: ['came in'],
    },
    {
      name: 'writes list items with dashes',
      ...mended('tags:\n  * a\n  * b', 'tags:\n  - a\n  - b'),
      at: ['* a'],
    },
    {
      name: 'adds the space after a dash',
      ...mended('tags:\n  - a\n  -b', 'tags:\n  - a\n  - b'),
      at: ['-'],
    },
    { name: 'writes a note as YAML does', ...mended('<!-- to do -->', '# to do'), at: ['<!-- to do -->'] },
    {
      name: 'evens out an indentation',
      ...mended('seo:\n  title: A\n image: B', 'seo:\n  title: A\n  image: B'),
      at: [' '],
    },
    {
      name: 'finds a fourth dash',
      post: '----\ntitle: Fog\n---\nText.\n',
      at: ['-'],
      fixed: '---\ntitle: Fog\n---\nText.\n',
    },
    {
      name: 'finds a language',
      post: '---yaml\ntitle: Fog\n---\nText.\n',
      at: ['yaml'],
      fixed: '---\ntitle: Fog\n---\nText.\n',
    },
    {
      name: 'keeps CRLF',
      post: post('title: A', 'title: B').replaceAll('\n', '\r\n'),
      at: ['title'],
      fixed: post('title: A').replaceAll('\n', '\r\n'),
    },
  ]);
});
