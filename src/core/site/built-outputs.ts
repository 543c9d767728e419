import type { Post } from '../post/post.ts';
import { isKept } from './dry-runs.ts';
import type { Output } from './jigsaw/model.ts';
import type { Placement } from './placement.ts';
import type { Site } from './site.ts';
import { isKnown, type Known } from './unknown.ts';

/**
 * The files that a build really writes for a text: none for what it leaves out or dies of, and for what it only copies
 * the file under its own name. `Placement.outputs` says what they would be if the text were built as it stands.
 */
export function builtOutputs(post: Post, { fate, outputs }: Placement, site: Site): Known<readonly Output[]> {
  if (!isKnown(fate)) return outputs;
  switch (fate.kind) {
    case 'item':
      return post.frontMatter?.problem || isKept(post, site) === false ? [] : outputs;
    case 'page':
      return post.frontMatter?.problem ? [] : outputs;
    case 'copied': {
      const source = site.jigsaw?.config.source ?? '';
      const path = source === '' ? post.path : post.path.slice(source.length + 1);
      return [{ path, url: `/${path}` }];
    }
    default:
      return [];
  }
}
