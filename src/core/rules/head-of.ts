import type { Post } from '../post/post.ts';
import type { Span } from '../text/span.ts';

/** Where a problem of the whole post stands: its opening dashes, or its first line where it has none. */
export function headOf({ frontMatter, text }: Post): Span {
  return frontMatter?.opener ?? { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}
