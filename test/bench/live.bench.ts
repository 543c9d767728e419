// What one change costs in a site of 10,000 posts, as the editor goes about it: the next snapshot, and judging anew
// what the change concerns. Work in pieces is told by its longest piece too: so long nobody else has a turn.

import { ruleIds } from '../../src/core/rules/registry.ts';
import { SiteLinter } from '../../src/core/rules/site-linter.ts';
import type { Change } from '../../src/core/site/change.ts';
import type { SitePath } from '../../src/core/site/files.ts';
import { SiteStore } from '../../src/core/site/site-store.ts';
import { MemoryFiles } from '../memory-files.ts';
import { largeSite } from './large-site.ts';
import { measure, print } from './measure.ts';

const seed = 'source/_posts/us-blames-iran.md' as SitePath;
const layout = 'source/_layouts/post.blade.php' as SitePath;
const other = 'source/_layouts/bench.blade.php' as SitePath;
const image = 'source/assets/img/bench.png' as SitePath;
const added = 'source/_posts/bench.md' as SitePath;

const texts = largeSite(10_000);
const files = new MemoryFiles(texts);
const store = await SiteStore.open(files, 'jigsaw', ruleIds);
const linter = new SiteLinter((error) => {
  throw error;
});
console.log('\n10,000 posts');

let longest = 0;
let last = performance.now();
const pause = () => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
};

async function timed(what: string, runs: number, work: (run: number) => unknown): Promise<void> {
  longest = 0;
  const figures = await measure(
    runs,
    async (run) => {
      last = performance.now();
      await work(run);
      pause();
    },
    runs > 1 ? 2 : 0,
  );
  print(what, figures);
  print('  its longest piece', { median: longest, p95: longest });
}

/** Judges what a change concerns, with a pause after each post. */
function judge(change: Change): number {
  pause();
  const concerned = linter.concernedBy(change, store.site);
  pause();
  for (const _ of linter.prepare(store.site)) pause();
  for (const path of concerned) {
    linter.lint(path, store.site, 0);
    pause();
  }
  return concerned.size;
}

await timed('check all posts for the first time', 1, () => judge({ paths: 'all', files: new Set() }));
await timed('a key press in a post', 50, (run) =>
  judge(store.changeText(seed, `${texts[seed] ?? ''}${run}`)),
);
await timed('an image created or deleted', 50, async (run) => {
  if (run % 2 === 0) files.texts.set(image, '');
  else files.texts.delete(image);
  judge(await store.update([image]));
});
await timed('a post created or deleted', 50, async (run) => {
  if (run % 2 === 0) files.texts.set(added, texts[seed] ?? '');
  else files.texts.delete(added);
  judge(await store.update([added]));
});
await timed('a key press in the posts’ layout, until it counts', 20, (run) =>
  linter.concernedBy(store.changeText(layout, `${texts[layout] ?? ''}<!-- ${run} -->`), store.site),
);
await timed('  and until all posts are judged', 2, (run) =>
  judge(store.changeText(layout, `${texts[layout] ?? ''}<!-- again ${run} -->`)),
);

/** A layout that comes or goes, as others may extend it: what the build makes of all posts is worked out anew. */
async function toggleLayout(): Promise<void> {
  if (!files.texts.delete(other)) files.texts.set(other, '');
  linter.concernedBy(await store.update([other]), store.site);
  pause();
}
await timed('a layout created or deleted, until the post at hand is judged', 20, async () => {
  await toggleLayout();
  for (const _ of linter.prepare(store.site)) pause();
  linter.lint(seed, store.site, 0);
});
await timed('  were it judged at once, with nothing prepared', 20, async () => {
  await toggleLayout();
  linter.lint(seed, store.site, 0);
});
