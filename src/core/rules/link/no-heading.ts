import { hashHeadings } from '../../post/hash-headings.ts';
import type { Post } from '../../post/post.ts';
import { pageAnchors } from '../../site/anchors.ts';
import { slug } from '../../site/jigsaw/slug.ts';
import { markdownDialect, type Site } from '../../site/site.ts';
import { isKnown } from '../../site/unknown.ts';
import { message } from '../../text/message.ts';
import { closest } from '../closest.ts';
import type { PlacedReference } from '../context.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** A link to a place of a page that the page doesn't have: readers come to its top. */
export const noHeading: Rule = {
  meta: {
    id: 'link/no-heading',
    summary: 'The page has no such heading.',
    severity: 'warning',
    effect: 'reader-sees',
  },

  *check({ links, post, site }): Iterable<Finding> {
    for (const link of links) {
      const { addressSpan } = link.reference;
      const fragment = fragmentOf(link);
      const page = fragment === undefined ? undefined : pageOf(link, post, site);
      if (!site || fragment === undefined || !page || !addressSpan) continue;
      const anchors = pageAnchors(page, site);
      if (!isKnown(anchors) || anchors.has(fragment)) continue;
      const guess = closest(fragment, anchors);
      const heading = page === post ? headingFor(fragment, post, site) : undefined;
      yield {
        span: addressSpan,
        message: guess
          ? message(
              'No heading or other place on that page is called “{0}”, so readers land at its top. Did you mean “{1}”?',
              fragment,
              guess,
            )
          : heading === undefined
            ? message(
                'No heading or other place on that page is called “{0}”, so readers land at its top.',
                fragment,
              )
            : message(
                'The heading has no name that a link could lead to, so readers land at the top of the page. Jigsaw doesn’t name headings by itself.',
              ),
        ...((guess !== undefined || heading !== undefined) && {
          fixes: () => [
            ...(guess === undefined ? [] : [repoint(link, guess)]),
            ...(heading === undefined ? [] : [nameHeading(heading, fragment)]),
          ],
        }),
      };
    }
  },
};

/** What stands behind `#`, unless browsers and scripts take it for something else. */
function fragmentOf({ reference, target }: PlacedReference): string | undefined {
  if (reference.kind !== 'link' || (target.kind !== 'inline' && target.kind !== 'local')) return undefined;
  const { fragment } = target;
  if (fragment === undefined || /^(?:|top|[!/:].*)$/i.test(fragment) || fragment.includes(':~:'))
    return undefined;
  return fragment;
}

function pageOf({ target, place }: PlacedReference, post: Post, site: Site | undefined): Post | undefined {
  if (target.kind === 'inline') return post;
  return place?.kind === 'there' ? site?.posts.get(place.path) : undefined;
}

function repoint({ reference }: PlacedReference, anchor: string): Fix {
  const address = reference.address ?? '';
  const text = address.slice(0, address.indexOf('#') + 1) + encodeURI(anchor);
  return {
    title: message('Change to `{0}`', text),
    edits: reference.addressSpan ? [{ span: reference.addressSpan, text }] : [],
  };
}

/** Where a name can be written behind the heading whose words a fragment is made of; undefined for none. */
function headingFor(fragment: string, post: Post, site: Site): number | undefined {
  if (markdownDialect(post.path, site) !== 'markdown-extra' || !/^[\w-]+$/.test(fragment)) return undefined;
  const { start, end } = post.rendered.body;
  for (const heading of hashHeadings(post.text.slice(start, end))) {
    if (!heading.words.includes('{') && slug(heading.words) === fragment.toLowerCase())
      return start + heading.end;
  }
  return undefined;
}

function nameHeading(at: number, name: string): Fix {
  return {
    title: message('Name the heading `{0}`', `{#${name}}`),
    edits: [{ span: { start: at, end: at }, text: ` {#${name}}` }],
  };
}
