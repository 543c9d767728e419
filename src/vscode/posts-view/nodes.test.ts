import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from '../../../test/memory-files.ts';
import type { Problem } from '../../core/rules/rule.ts';
import type { SitePath } from '../../core/site/files.ts';
import type { SiteStore } from '../../core/site/site-store.ts';
import { changesBetween, type ListedSite, moreOf, type Node, Nodes, type ViewState } from './nodes.ts';

const byDate: ViewState = { group: 'date', sort: 'date', filter: '' };
const none: readonly Problem[] = [];

function listed(store: SiteStore, root = 'memory:/site'): ListedSite {
  return {
    get site() {
      return store.site;
    },
    root,
    judgedProblemsOf: () => none,
    uriOf: () => {
      throw new Error('No row’s file is asked for.');
    },
  };
}

const post = (title: string, date: string) =>
  `---\nextends: _layouts.post\ntitle: ${title}\ndate: ${date}\nkeywords: x\n---\nText.\n`;

function open(count: number, more: Readonly<Record<string, string>> = {}): Promise<SiteStore> {
  const posts = Array.from({ length: count }, (_, index) => [
    `source/_posts/${index}.md`,
    post(`Story ${index}`, `${2020 + (index % 3)}-0${1 + (index % 2)}-01`),
  ]);
  const config = "<?php return ['collections' => ['posts' => [], 'authors' => []]];";
  return openSite({ 'config.php': config, ...Object.fromEntries(posts), ...more });
}

const author = { 'source/_authors/kim.md': '---\ntitle: Kim\n---\n' };

function names(rows: readonly Node[]): readonly string[] {
  return rows.map((row) => {
    if (row.kind === 'post') return row.summary.title;
    if (row.kind === 'shelf') return `${row.shelf.collection} ${row.posts.length}`;
    if (row.kind === 'group') return `${row.group.id} ${row.group.posts.length}`;
    return row.kind === 'more' ? `${row.rest} more` : row.id;
  });
}

const nodesOf = (site: ListedSite, state = byDate, shown = new Map<string, number>()) =>
  new Nodes([site], state, shown, Date.UTC(2026, 0));

test('collections, then posts, the newest first', async () => {
  const nodes = nodesOf(listed(await open(3, author)));
  const roots = nodes.childrenOf(undefined);
  assert.deepEqual(names(roots), ['posts 3', 'authors 1']);
  assert.deepEqual(names(nodes.childrenOf(roots[0])), ['Story 2', 'Story 1', 'Story 0']);
});

test('a site with one collection shows its posts at once; several sites stand apart', async () => {
  const site = listed(await open(2));
  assert.deepEqual(names(nodesOf(site).childrenOf(undefined)), ['Story 1', 'Story 0']);
  const two = new Nodes([site, listed(await open(1), 'memory:/other')], byDate, new Map(), 0);
  const roots = two.childrenOf(undefined);
  assert.deepEqual(names(roots), ['memory:/site', 'memory:/other']);
  assert.deepEqual(names(two.childrenOf(roots[1])), ['Story 0']);
});

test('years of a large collection; a list that is too long shows more when asked', async () => {
  const site = listed(await open(1201, author));
  const nodes = nodesOf(site);
  const [shelf] = nodes.childrenOf(undefined);
  assert.deepEqual(names(nodes.childrenOf(shelf)), ['2022 400', '2021 400', '2020 401']);
  const byTitle: ViewState = { ...byDate, sort: 'title' };
  const flat = nodesOf(site, byTitle);
  const rows = flat.childrenOf(flat.childrenOf(undefined)[0]);
  assert.deepEqual([rows.length, names(rows).at(-1)], [501, '701 more']);
  const last = rows.at(-1);
  assert.ok(last?.kind === 'more');
  const longer = nodesOf(site, byTitle, new Map(moreOf(new Map(), last)));
  assert.equal(longer.childrenOf(longer.childrenOf(undefined)[0]).length, 1001);
});

test('a post is found with the rows that lead to it', async () => {
  const site = listed(await open(1201, author));
  const found = nodesOf(site).find(site, 'source/_posts/4.md');
  assert.equal(found?.summary.title, 'Story 4');
  assert.deepEqual(found?.parent && names([found.parent]), ['2021-1 200']);
  assert.equal(nodesOf(site).find(site, 'source/_posts/none.md'), undefined);
});

test('a filter leaves what it finds', async () => {
  const site = listed(await open(12, author));
  const nodes = nodesOf(site, { ...byDate, filter: 'story 11' });
  const roots = nodes.childrenOf(undefined);
  assert.deepEqual(names(roots), ['posts 1']);
  assert.deepEqual(names(nodes.childrenOf(roots[0])), ['Story 11']);
});

test('only rows that are others now are told of', async () => {
  const store = await open(3, author);
  const site = listed(store);
  const path = 'source/_posts/1.md' as SitePath;
  const shown = () => {
    const nodes = nodesOf(site);
    nodes.childrenOf(nodes.childrenOf(undefined)[0]);
    return nodes;
  };
  const changesAfter = (text: string) => {
    const before = shown();
    store.changeText(path, text);
    return Array.from(changesBetween(before, nodesOf(site)), (row) => (row ? names([row])[0] : 'all'));
  };
  assert.deepEqual(changesAfter(`${store.site.posts.get(path)?.text}More.\n`), []);
  assert.deepEqual(changesAfter(post('Renamed', '2021-02-01')), ['Renamed']);
  assert.deepEqual(changesAfter(post('Renamed', '2025-02-01')), ['posts 3']);
});
