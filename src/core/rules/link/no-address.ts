import { isBlade } from '../../post/file-kind.ts';
import { message } from '../../text/message.ts';
import { type Span, slice } from '../../text/span.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/** A Markdown link without an address. In HTML an empty `href` may be meant: a script makes a button of it. */
export const noAddress: Rule = {
  meta: {
    id: 'link/no-address',
    summary: 'A link has no address.',
    severity: 'error',
    effect: 'reader-sees',
  },

  *check({ links, post }): Iterable<Finding> {
    // In PHP code, what calls an item of a list looks like a link: `$f['x']()`.
    if (isBlade(post.path)) return;
    for (const { reference } of links) {
      const { kind, syntax, span, addressSpan } = reference;
      if (kind !== 'link' || syntax !== 'markdown' || !addressSpan) continue;
      const label = EMPTY.exec(slice(post.text, span))?.[1];
      // A class that is written behind may be what a script looks for.
      if (label === undefined || label.trim() === '' || post.text.startsWith('{', span.end)) continue;
      yield {
        span,
        message: message('This link has no address, so it leads nowhere. Give it one, or remove it.'),
        fixes: () => [
          WEB_ADDRESS.test(label) ? leadTo(label, addressSpan) : ask(addressSpan),
          { title: message('Remove this link and keep its text'), edits: [{ span, text: label }] },
        ],
      };
    }
  },
};

const EMPTY = /^\[([\s\S]*)\]\(\s*\)$/;

/** Written so that it needs no escape as an address. */
const WEB_ADDRESS = /^https?:\/\/[^\s\\&<>()[\]"'*_`]+$/i;

/** The address has been written in the place of the text. */
function leadTo(address: string, span: Span): Fix {
  return {
    title: message('Let it lead to `{0}`', address),
    edits: [{ span, text: address }],
    preferred: true,
  };
}

function ask(span: Span): Fix {
  return {
    title: message('Say where this link leads'),
    edits: [],
    blank: { span, before: '', after: '' },
    preferred: true,
  };
}
