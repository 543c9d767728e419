import type { Field, Post } from '../post/post.ts';
import type { MarkdownDialect } from '../render/dialect.ts';
import { type Span, slice, span } from '../text/span.ts';
import { type Heading, htmlHeadings } from './headings.ts';

/** One entry of a post's outline. */
export interface PostSymbol {
  readonly kind: 'field' | 'heading';
  readonly name: string;
  /** A field's value in short. */
  readonly detail: string;
  /** All that belongs to it: a field's value, the text below a heading. */
  readonly span: Span;
  /** What shows it. */
  readonly nameSpan: Span;
  readonly children: readonly PostSymbol[];
}

/** How much of a value is shown, in characters. */
const LONGEST_DETAIL = 60;

/**
 * A post's outline: the fields of its front matter, and the headings of its body that are HTML. Headings of Markdown
 * are left to the editor's own Markdown, which shows them already.
 */
export function symbolsOf(post: Post, dialect: MarkdownDialect | undefined): readonly PostSymbol[] {
  const { text, frontMatter, rendered } = post;
  const headings = htmlHeadings(text, rendered.body, dialect);
  return [
    ...(frontMatter?.fields ?? []).map((field) => fieldSymbol(text, field)),
    ...outline(headings, rendered.body.end),
  ];
}

function fieldSymbol(text: string, { key, keySpan, node, span }: Field): PostSymbol {
  const value = typeof node.value === 'string' ? node.value : slice(text, node.span);
  const written = value.replace(/\s+/g, ' ').trim();
  const detail = written.length > LONGEST_DETAIL ? `${written.slice(0, LONGEST_DETAIL).trimEnd()}…` : written;
  const children = node.fields.map((inner) => fieldSymbol(text, inner));
  return {
    kind: 'field',
    name: key || '…',
    detail: children.length > 0 ? '' : detail,
    span,
    nameSpan: keySpan,
    children,
  };
}

/** Headings as a tree: one holds those below it up to the next of its own level. */
function outline(headings: readonly Heading[], end: number): readonly PostSymbol[] {
  const symbols: PostSymbol[] = [];
  for (let at = 0; at < headings.length; ) {
    const heading = headings[at];
    if (!heading) break;
    let next = at + 1;
    while ((headings[next]?.level ?? 0) > heading.level) next += 1;
    const until = headings[next]?.span.start ?? end;
    symbols.push({
      kind: 'heading',
      name: heading.text || '…',
      detail: '',
      span: span(heading.span.start, until),
      nameSpan: heading.span,
      children: outline(headings.slice(at + 1, next), until),
    });
    at = next;
  }
  return symbols;
}
