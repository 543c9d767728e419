import type { Field, Post } from '../../post/post.ts';
import { isMap } from '../../post/value.ts';
import { boundaryMistake } from './boundary.ts';

/** The fields of a front matter that the generator reads as the writer sees it; none where another mistake comes first. */
export function readableFields(post: Post): readonly Field[] {
  const { frontMatter } = post;
  return frontMatter && isMap(frontMatter.data) && !boundaryMistake(post) ? frontMatter.fields : [];
}
