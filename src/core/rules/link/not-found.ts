import type { Reference } from '../../post/references.ts';
import { isOnOwnComputer } from '../../site/address.ts';
import type { Place } from '../../site/place.ts';
import { type Message, message } from '../../text/message.ts';
import { type Span, slice } from '../../text/span.ts';
import { mistypedScheme } from '../mistyped-scheme.ts';
import { repoint } from '../repoint.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** A link, a film or a file to which the built site has nothing to answer. */
export const linkNotFound: Rule = {
  meta: {
    id: 'link/not-found',
    summary: 'A link leads to nothing.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ post, links }): Iterable<Finding> {
    for (const { reference, target, place } of links) {
      const { addressSpan: span, kind, address = '' } = reference;
      if (!span || kind === 'definition') continue;
      if (isOnOwnComputer(address)) {
        yield {
          span,
          message: message('{0}: this file is on your own computer, not on the site.', loss(kind)),
        };
        continue;
      }
      const wrapped = WRAPPED.exec(address)?.groups;
      if (wrapped?.['url'] && wrapped['mark'] && (!place || LOST.has(place.kind))) {
        const { mark, url } = wrapped;
        yield {
          span,
          message: message(
            'Readers get “page not found”: with `{0}` before it, this is taken for a page of your own site.',
            mark,
          ),
          fixes: () => [put(span, WRAPPED.exec(slice(post.text, span))?.groups?.['url'] ?? url)],
        };
        continue;
      }
      const mistyped = mistypedScheme(post.text, span);
      if (mistyped) {
        const { written, meant, fixes } = mistyped;
        yield {
          span,
          message: message(
            'This leads nowhere: browsers don’t know `{0}`. Did you mean `{1}`?',
            written,
            meant,
          ),
          fixes,
        };
        continue;
      }
      const scheme = missingScheme(address);
      if (scheme !== undefined && (place ? place.kind === 'missing' : target.kind === 'unknown')) {
        yield {
          span,
          message: message(
            'Readers get “page not found”: without `{0}` this is taken for a page of your own site.',
            scheme,
          ),
          fixes: () => [put(span, scheme + slice(post.text, span))],
        };
      } else if (place?.kind === 'missing') {
        const [guess] = place.similar;
        yield {
          span,
          message: guess
            ? message(
                '{0}: the site has nothing at `{1}`. Did you mean `{2}`?',
                loss(kind),
                shown(target),
                guess,
              )
            : message('{0}: the site has nothing at `{1}`.', loss(kind), shown(target)),
          ...(guess && { fixes: () => place.similar.map((each) => repoint(reference, each)) }),
        };
      } else if (place?.kind === 'elsewhere') {
        yield {
          span,
          message: message(
            '{0}: on the built site `{1}` is at `{2}`.',
            loss(kind),
            place.path,
            place.address,
          ),
          fixes: () => [repoint(reference, place.address)],
        };
      } else if (place?.kind === 'not-published') {
        yield { span, message: message('{0}: `{1}` is left out of the built site.', loss(kind), place.path) };
      }
    }
  },
};

function loss(kind: Reference['kind']): Message {
  switch (kind) {
    case 'media':
      return message('Readers get nothing to play here');
    case 'resource':
    case 'style':
      return message('Part of this page is missing');
    default:
      return message('Readers get “page not found”');
  }
}

function shown(target: { readonly kind: string; readonly path?: string }): string {
  return `/${target.path ?? ''}`;
}

/** A web address in brackets or quotes, of which there was one pair too many: `[a]([https://example.org])`. */
const WRAPPED = /^\s*(?<mark>[[(<{"'“”‘’«])[[(<{"'“”‘’«\s]*(?<url>https?:\/\/[^\s[\](){}<>"'“”‘’»]+)/i;

/** Nothing that such an address leads to is a page: what only the build knows has no brackets. */
const LOST: ReadonlySet<Place['kind']> = new Set(['missing', 'unknown']);

/** What somebody forgot to write in front of a web or mail address. */
function missingScheme(address: string): string | undefined {
  const path = address.trim();
  if (/^www\.[a-z0-9-]+\.[a-z]/i.test(path) || HOST.test(path)) return 'https://';
  if (/^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(path)) return 'mailto:';
  return undefined;
}

/** A host in front, as far as its end tells: no file is called so. */
const HOST =
  /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|co|ai|app|edu|gov|info|me|eu|uk|de|fr|es|nl|br)(?=[/?#]|$)/i;

/** @param written the address as this text writes it, its character references and backslashes as they are. */
function put(span: Span, written: string): Fix {
  return { title: message('Change to `{0}`', written), edits: [{ span, text: written }], preferred: true };
}
