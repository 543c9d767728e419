import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import { parsePost } from '../post/parse-post.ts';
import { lintPost } from '../rules/lint.ts';
import type { SitePath } from '../site/files.ts';
import { arrange, arrangeGroup } from './arrange.ts';
import { matches, type PostSummary, summaryOf } from './post-summary.ts';
import { shelvesOf } from './shelves.ts';

const now = Date.UTC(2026, 5, 1);

function summary(text: string, path = 'source/_posts/a.md'): PostSummary {
  const post = parsePost(path as SitePath, text);
  return summaryOf(post, lintPost(post, undefined, now), now);
}

const front = (more: string, body = 'Text.') => `---\nextends: _layouts.post\n${more}\n---\n${body}\n`;
const full = (date: string, title = 'Tide') => front(`title: ${title}\ndate: ${date}\nkeywords: x`);

const states: readonly (readonly [what: string, text: string, state: string])[] = [
  ['whole', full('2026-05-01'), 'ready'],
  ['dated in the future', full('2026-06-02'), 'future'],
  ['without keywords', front('title: A\ndate: 2026-05-01'), 'incomplete'],
  ['without a text', front('title: A\ndate: 2026-05-01\nkeywords: x', ''), 'incomplete'],
  ['with a mistake', front('title: A\ndate: 2026-05-01\nkeywords: x', '<img src="">'), 'problems'],
  ['with a mistake and a gap', front('title: A', '<img src="">'), 'problems'],
];
for (const [what, text, state] of states) {
  test(`a post ${what}: ${state}`, () => assert.equal(summary(text).state, state));
}

test('a summary stays the same object until the post, its problems or the day change', () => {
  const post = parsePost('a.md' as SitePath, full('2026-06-02'));
  const problems = lintPost(post, undefined, now);
  const first = summaryOf(post, problems, now);
  assert.equal(summaryOf(post, problems, now), first);
  assert.notEqual(summaryOf(post, [], now), first);
  assert.equal(summaryOf(post, [], Date.UTC(2026, 6, 1)).state, 'ready');
});

test('a post is called by its headline, or else by its file', () => {
  assert.equal(summary(front('title: >\n  Low\n  Tide')).title, 'Low Tide');
  assert.equal(summary(front('title: 1984')).title, '1984');
  assert.equal(summary('Text').title, 'a.md');
});

test('a filter’s words are looked for in title, path and keywords', () => {
  const post = summary(front('title: Low Tide\nkeywords: [harbour, moon]'), 'source/_posts/2026/tide.md');
  for (const words of ['', 'low', 'TIDE low', 'moon', '2026 harbour']) assert.ok(matches(post, words), words);
  for (const words of ['high', 'low high']) assert.ok(!matches(post, words), words);
});

test('newest first; without a date before all; by title as people sort', () => {
  const posts = [
    summary(full('2026-01-01', 'Part 10'), 'b.md'),
    summary(front('title: part 9'), 'c.md'),
    summary(full('2026-05-01', 'Zebra'), 'd.md'),
  ];
  const titles = (sort: 'date' | 'title') =>
    arrange(posts, { group: 'date', sort }).posts?.map(({ title }) => title);
  assert.deepEqual(titles('date'), ['part 9', 'Zebra', 'Part 10']);
  assert.deepEqual(titles('title'), ['part 9', 'Part 10', 'Zebra']);
});

test('few posts are one list, more come by year, and only those of a large collection are closed', () => {
  const by = { group: 'date', sort: 'date' } as const;
  const of = (count: number, year: number) =>
    Array.from({ length: count }, (_, index) => summary(full(`${year}-01-01`), `${year}-${index}.md`));
  assert.equal(arrange([...of(6, 2024), ...of(6, 2025)], by).posts?.length, 12);
  assert.equal(arrange(of(13, 2025), by).posts?.length, 13);
  const groups = (posts: readonly PostSummary[]) =>
    arrange(posts, by).groups?.map(({ id, isOpen }) => [id, isOpen]);
  assert.deepEqual(groups([summary(front('title: A')), ...of(6, 2024), ...of(6, 2025)]), [
    ['undated', true],
    ['2025', true],
    ['2024', true],
  ]);
  assert.deepEqual(groups([...of(100, 2024), ...of(101, 2025)]), [
    ['2025', false],
    ['2024', false],
  ]);
});

test('many posts of one year come by year, too, and a full year by month', () => {
  const post = (year: number, month: number, index: number) =>
    summary(full(`${year}-0${month}-01`), `${year}-${month}-${index}.md`);
  const of = (count: number, year: number, month: number) =>
    Array.from({ length: count }, (_, index) => post(year, month, index));
  const by = { group: 'date', sort: 'date' } as const;
  assert.equal(arrange(of(200, 2025, 1), by).posts?.length, 200);
  const { groups } = arrange([...of(150, 2024, 3), ...of(150, 2025, 1), ...of(150, 2025, 4)], by);
  assert.deepEqual(
    groups?.map(({ id, posts }) => [id, posts.length]),
    [
      ['2025', 300],
      ['2024', 150],
    ],
  );
  const months = groups?.[0] && arrangeGroup(groups[0], by).groups;
  assert.deepEqual(
    months?.map(({ id }) => id),
    ['2025-4', '2025-1'],
  );
  assert.equal(groups?.[1] && arrangeGroup(groups[1], by).posts?.length, 150);
});

test('by state, only what there is, the most urgent first', () => {
  const posts = states.map(([, text], index) => summary(text, `${index}.md`));
  const { groups } = arrange(posts, { group: 'state', sort: 'date' });
  assert.deepEqual(
    groups?.map(({ id, posts: found }) => [id, found.length]),
    [
      ['problems', 2],
      ['incomplete', 2],
      ['future', 1],
      ['ready', 1],
    ],
  );
});

test('shelves are the collections with items, posts first, and the pages', async () => {
  const { site } = await openSite({
    'config.php': "<?php return ['collections' => ['authors' => [], 'posts' => [], 'empty' => []]];",
    'source/_authors/kim.md': '---\ntitle: Kim\n---\n',
    'source/_posts/a.md': full('2026-01-01'),
    'source/about.md': front('title: About'),
  });
  assert.deepEqual(
    shelvesOf(site).map(({ collection, holdsPosts, posts }) => [collection, holdsPosts, posts.length]),
    [
      ['posts', true, 1],
      ['authors', false, 1],
      [undefined, false, 1],
    ],
  );
});
