import { type AddressPattern, fromRegExp, toRegExp } from './address-pattern.ts';
import { type LineRule, lineFormat, type Word, wordsOf } from './line-format.ts';

/**
 * `.htaccess`: https://httpd.apache.org/docs/current/mod/mod_alias.html and mod_rewrite.html. `Redirect` takes all
 * addresses that start so; `RedirectMatch` is written, which takes one.
 */
export const apache = lineFormat({
  read: (line) => {
    const [directive, ...words] = wordsOf(line);
    switch (directive?.text.toLowerCase()) {
      case 'redirect':
      case 'redirectpermanent':
        return redirect(words, (from) =>
          from.startsWith('/') ? { kind: 'below', address: from } : undefined,
        );
      case 'redirecttemp':
        return words[0]?.text.startsWith('/') ? rule({ kind: 'below', address: words[0].text }) : undefined;
      case 'redirectmatch':
        return redirect(words, fromRegExp);
      case 'rewriterule':
        return rewrite(words);
      default:
        return undefined;
    }
  },
  // A directive, or a section of them; `name = value` and braces are of other languages.
  isForeign: (line) => !/^\s*(?:$|#|<\/?[a-z]|[a-z]\w*(?:\s+[^\s=]|\s*$))/i.test(line),
  write: ({ from, to }) => `RedirectMatch 301 "${toRegExp(from)}" "${to}"`,
});

function rule(from: AddressPattern): LineRule {
  return { from, to: undefined, toStart: 0 };
}

/** `[status] from [to]`: what isn't for good, or leads to a part of the address, leads to no one address. */
function redirect(
  words: readonly Word[],
  read: (from: string) => AddressPattern | undefined,
): LineRule | undefined {
  const [status] = /^(?:\d{3}|permanent|temp|seeother|gone)$/i.exec(words[0]?.text ?? '') ?? [];
  const [from, to, ...rest] = status === undefined ? words : words.slice(1);
  const pattern = from && from.text !== '' ? read(from.text) : undefined;
  if (!pattern) return undefined;
  const isForGood = /^(?:30\d|permanent)$/i.test(status ?? 'permanent');
  if (!to || rest.length > 0 || !isForGood || to.text.includes('$')) return rule(pattern);
  return { from: pattern, to: to.text, toStart: to.start };
}

function rewrite([from, to]: readonly Word[]): LineRule | undefined {
  // `-` leaves the address as it is, and what sends everything elsewhere chooses the host or the scheme.
  if (!from || from.text === '' || to?.text === '-') return undefined;
  if (/^https?:\/\//.test(to?.text ?? '') && /^\^?\(?\.[*+]\)?\$?$/.test(from.text)) return undefined;
  // In `.htaccess` the address has no slash in front; all that a pattern doesn't take (`!`) is nearly everything.
  const pattern = fromRegExp(from.text.startsWith('!') ? '' : from.text.replace(/^\^/, '^/'));
  return { ...rule(pattern), isApart: true };
}
