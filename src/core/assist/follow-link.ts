import type { Post } from '../post/post.ts';
import { isOnOwnComputer, type LocalTarget, resolveAddress } from '../site/address.ts';
import { pageAnchors } from '../site/anchors.ts';
import type { SitePath } from '../site/files.ts';
import { homeOf } from '../site/home.ts';
import { placeOf } from '../site/place.ts';
import { placementOf } from '../site/placement.ts';
import type { Site } from '../site/site.ts';
import { isKnown } from '../site/unknown.ts';
import { type Message, message } from '../text/message.ts';

/** What happens when a link of a post is followed. */
export type Followed =
  /** An address of the web, of a person or of a telephone. */
  | { readonly kind: 'outside'; readonly url: string }
  /** A file of the site; of a lone post, whose paths start at the disk's root, one that may or may not be there. */
  | { readonly kind: 'file'; readonly path: SitePath }
  /** A place of the post's own page; an empty fragment is its top. */
  | { readonly kind: 'here'; readonly fragment: string }
  /** Nothing, and why. `path` is the file that is probably meant. */
  | { readonly kind: 'nothing'; readonly why: Message; readonly path?: SitePath };

/** What the system opens besides the web. */
const OUTSIDE = /^(?:mailto|tel|sms):/i;

/**
 * Where a link leads that a reader of the preview follows.
 * @param href the address as it stands in the rendered text
 * @param seen whether the page was searched for a place of that name, and has none
 */
export function followLink(href: string, post: Post, site: Site | undefined, seen = false): Followed {
  const output = site ? placementOf(post, site).outputPath : post.path;
  const target = resolveAddress(href, output, homeOf(site));
  switch (target.kind) {
    case 'remote':
      return { kind: 'outside', url: target.url };
    case 'nowhere':
      return nothing(message('This link has no address.'));
    case 'unknown':
      return nothing(message('Only the build knows where {0} leads.', href));
    case 'inline':
      if (target.fragment === undefined) return { kind: 'here', fragment: '' };
      return seen ? absent(target.fragment, post, site) : { kind: 'here', fragment: target.fragment };
    case 'other':
      if (OUTSIDE.test(href.trim())) return { kind: 'outside', url: href.trim() };
      return nothing(
        isOnOwnComputer(href)
          ? message('{0} is a file on your own computer, not on the site.', href)
          : message('Addresses such as {0} are not opened from a preview.', href),
      );
    case 'local':
      return site ? onSite(target, href, post, site) : beside(target, href);
  }
}

function onSite(target: LocalTarget, href: string, post: Post, site: Site): Followed {
  const place = placeOf(target, post.path, site, 'page');
  switch (place.kind) {
    case 'there':
      if (place.path === post.path) return { kind: 'here', fragment: target.fragment ?? '' };
      return site.files.has(place.path) || site.posts.has(place.path)
        ? { kind: 'file', path: place.path }
        : nothing(message('{0} is a folder of the site. There is no text to open.', href));
    case 'other-case':
      return nothing(
        message(
          'Readers get “page not found” at {0}: on the built site this is {1}, and letter case counts.',
          href,
          place.address,
        ),
        place.path,
      );
    case 'elsewhere':
      return nothing(
        message('Readers get “page not found” at {0}: on the built site this is {1}.', href, place.address),
        place.path,
      );
    case 'not-published':
      return nothing(
        message('Readers get “page not found” at {0}: {1} is left out of the built site.', href, place.path),
        place.path,
      );
    case 'unknown':
      return nothing(message('Only the build, or a tool beside it, knows what is at {0}.', href));
    case 'missing': {
      const [guess] = place.similar;
      return nothing(
        guess === undefined
          ? message('This site has no post or file at the address {0}.', href)
          : message('This site has no post or file at the address {0}. Did you mean {1}?', href, guess),
      );
    }
  }
}

/** A lone post's link: where its pages would be is anybody's guess, but what lies beside it is there or not. */
function beside({ written, path }: LocalTarget, href: string): Followed {
  return written.startsWith('/')
    ? nothing(message('This post lies in no site, so nobody can tell where {0} leads.', href))
    : { kind: 'file', path: path as SitePath };
}

function absent(fragment: string, post: Post, site: Site | undefined): Followed {
  const anchors = site && pageAnchors(post, site);
  return nothing(
    anchors !== undefined && isKnown(anchors) && !anchors.has(fragment)
      ? message(
          'No heading or other place of this page is called “{0}”, so readers land at its top.',
          fragment,
        )
      : message(
          'No heading or other place of this text is called “{0}”. The layout or a script may bring it.',
          fragment,
        ),
  );
}

function nothing(why: Message, path?: SitePath): Followed {
  return { kind: 'nothing', why, ...(path !== undefined && { path }) };
}
