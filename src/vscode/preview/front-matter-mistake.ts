import type { Post } from '../../core/post/post.ts';
import { boundaryMistake } from '../../core/rules/front-matter/boundary.ts';
import { type Span, span } from '../../core/text/span.ts';

/** Where the mistake is for which fields of a post can't be read; undefined when all of them can. */
export function frontMatterMistake(post: Post): Span | undefined {
  const { problem } = post.frontMatter ?? {};
  if (problem) return problem.span;
  const boundary = boundaryMistake(post);
  switch (boundary?.kind) {
    case 'not-seen':
      return boundary.opener;
    case 'unclosed':
      return span(boundary.end, boundary.end);
    case 'closed-early':
      return boundary.closer;
    case undefined:
      return undefined;
  }
}
