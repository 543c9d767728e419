// How long the posts view of a large site takes: until its first rows are there, and when one opens a part of it; what
// the extension needs for it, and what a writer waits in the workbench.
import { type ListedSite, Nodes, type ViewState } from '../../src/vscode/posts-view/nodes.ts';
import { openSite } from '../memory-files.ts';
import { largeSite } from './large-site.ts';
import { measure, print } from './measure.ts';
import { measureInWindow } from './posts-view-window.ts';

const count = 25_000;
const texts = largeSite(count);
const byDate: ViewState = { group: 'date', sort: 'date', filter: '' };

function listed({ site }: Awaited<ReturnType<typeof openSite>>): ListedSite {
  return {
    site,
    root: 'memory:/site',
    judgedProblemsOf: () => [],
    uriOf: () => {
      throw new Error('No row’s file is asked for.');
    },
  };
}

/** Lays out what is open when the view is shown: the collections, and what is in the first. */
function firstPaint(site: ListedSite, state: ViewState): Nodes {
  const nodes = new Nodes([site], state, new Map(), 0);
  nodes.childrenOf(nodes.childrenOf(undefined)[0]);
  return nodes;
}

console.log(`\n${count.toLocaleString('en')} posts`);
const fresh = [await openSite(texts), await openSite(texts), await openSite(texts)];
const [warm, ...cold] = fresh.map(listed);
if (warm) firstPaint(warm, byDate);
print(
  'first rows, right after the site is read',
  await measure(cold.length, (run) => cold[run] && firstPaint(cold[run], byDate), 0),
);
const site = listed(await openSite(texts));
print('the rows anew, after one change', await measure(20, () => firstPaint(site, byDate)));
print('by state', await measure(20, () => firstPaint(site, { ...byDate, group: 'state' })));
print('by title', await measure(10, () => firstPaint(site, { ...byDate, sort: 'title' })));
print('filtered', await measure(20, () => firstPaint(site, { ...byDate, filter: 'tide gull' })));

const opened = Array.from({ length: 22 }, () => firstPaint(site, byDate));
const opening = (run: number) => {
  const nodes = opened[run + 2];
  const [collection] = nodes?.childrenOf(undefined) ?? [];
  const [year] = nodes?.childrenOf(collection) ?? [];
  const [month] = nodes?.childrenOf(year) ?? [];
  return nodes?.childrenOf(month).length;
};
print('a year and a month opened', await measure(20, opening));

await measureInWindow(count);
