// How long a site takes to be read and checked, and what one change in it takes.
import { FollowedMoves } from '../../src/core/move/follow-moves.ts';
import { movedFiles, siteAfter } from '../../src/core/move/moves.ts';
import { parsePost } from '../../src/core/post/parse-post.ts';
import { lintPost } from '../../src/core/rules/lint.ts';
import type { SitePath } from '../../src/core/site/files.ts';
import { openSite } from '../memory-files.ts';
import { largeSite } from './large-site.ts';
import { measure, print } from './measure.ts';

const seed = 'source/_posts/us-blames-iran.md' as SitePath;

for (const count of [100, 1000, 10_000]) {
  const texts = largeSite(count);
  const runs = count < 10_000 ? 20 : 3;
  console.log(`\n${count.toLocaleString('en')} posts`);

  print('read the site', await measure(runs, () => openSite(texts)));

  const store = await openSite(texts);
  const lintAll = () => {
    for (const post of store.site.posts.values()) lintPost(post, store.site, 0);
  };
  print('check all posts', await measure(runs, lintAll));

  const from = 'source/_posts/storm-notes.md' as SitePath;
  const moves = [{ from, to: 'source/_posts/after-the-storm.md' as SitePath }];
  const rename = () => {
    const moved = movedFiles(store.site, moves);
    const follow = new FollowedMoves(store.site, siteAfter(store.site, moved), moved);
    for (const path of follow.concerned()) if (path !== undefined) follow.editsOf(path);
  };
  print('links that follow a renamed post', await measure(runs, rename));

  const text = texts[seed] ?? '';
  const keyPress = (run: number) => {
    const { paths } = store.changeText(seed, text.replace('Updated at', `Updated ${run + 10} at`));
    for (const path of paths === 'all' ? store.site.posts.keys() : paths) {
      const post = store.site.posts.get(path);
      if (post) lintPost(post, store.site, 0);
    }
  };
  print('a key press in the seed post', await measure(50, keyPress));
  print('  of which parsing', await measure(50, (run) => parsePost(seed, `${text}${run}`)));
}
