import { type AddressPattern, fromRegExp, toRegExp } from './address-pattern.ts';
import { lineFormat, wordsOf } from './line-format.ts';

/** What a `map` of nginx holds, with its braces or without: https://nginx.org/en/docs/http/ngx_http_map_module.html */
export const nginx = lineFormat({
  read: (line) => {
    const statement = line.trimEnd();
    if (!statement.endsWith(';')) return undefined;
    const [from, to, ...rest] = wordsOf(statement.slice(0, -1));
    const pattern = from && patternIn(from.text);
    if (!pattern || !to || rest.length > 0) return undefined;
    return { from: pattern, to: to.text.startsWith('/') ? to.text : undefined, toStart: to.start };
  },
  isForeign: (line) =>
    !/^\s*(?:$|#|\}\s*$|map\s[^{}]*\{\s*$|(?:"?[/~]|default\s|hostnames|volatile|map_hash_|include\s).*;\s*(?:#.*)?$)/.test(
      line,
    ),
  write: ({ from, to }) => `"~${toRegExp(from)}" "${to}";`,
  before: /^[ \t]*\}/m,
  indent: '  ',
});

/** An address, a regular expression (`~`), or one for which capitals and small letters are the same (`~*`). */
function patternIn(key: string): AddressPattern | undefined {
  if (key.startsWith('/')) return { kind: 'address', address: key };
  if (key.startsWith('~*')) return { kind: 'regexp', source: `(?i)${key.slice(2)}` };
  return key.startsWith('~') ? fromRegExp(key.slice(1)) : undefined;
}
