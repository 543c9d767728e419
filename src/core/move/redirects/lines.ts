import { eolOf } from '../../text/eol.ts';
import { isSameAddress, type Redirect, type RedirectFormat, withoutSlash } from './redirect-format.ts';

/** How a format writes one redirect on a line of its own. */
interface LineStyle {
  /** Each finds whole lines, with the groups `from` and `to`. */
  readonly patterns: readonly RegExp[];
  readonly write: (redirect: Redirect) => string;
  /** The line in front of which new ones must stand, if there is one. */
  readonly before?: RegExp;
  readonly indent?: string;
}

/** https://docs.netlify.com/routing/redirects, and Cloudflare Pages' like: the first line that fits decides. */
export const netlify = lines({
  patterns: [/^[ \t]*(?<from>\/[^\s*:]*)[ \t]+(?<to>\S+)(?:[ \t]+30\d!?)?[ \t]*(?:#.*)?$/dgm],
  write: ({ from, to }) => `${from} ${to} 301`,
  before: /^[ \t]*\/\S*(?:\*|\/:)/m,
});

/** https://httpd.apache.org/docs/current/mod/mod_alias.html: `Redirect` would take all addresses that start so. */
export const apache = lines({
  patterns: [
    /^[ \t]*RedirectMatch[ \t]+(?:permanent|30\d)[ \t]+"?\^(?<from>\/[^\s"$?*+()[\]]*?)(?:\/\?)?\$"?[ \t]+"?(?<to>[^\s"$]+)"?[ \t]*$/dgim,
    /^[ \t]*Redirect(?:Permanent)?[ \t]+(?:(?:permanent|30\d)[ \t]+)?"?(?<from>\/[^\s"]*)"?[ \t]+"?(?<to>[^\s"]+)"?[ \t]*$/dgim,
  ],
  write: ({ from, to }) => `RedirectMatch 301 "^${pattern(from)}/?$" "${to}"`,
});

/** What a `map` of nginx holds, with its braces or without: https://nginx.org/en/docs/http/ngx_http_map_module.html */
export const nginx = lines({
  patterns: [
    /^[ \t]*"?~\^(?<from>\/[^\s"$?*+()[\]]*?)(?:\/\?)?\$"?[ \t]+"?(?<to>\/[^\s;"]*)"?;[ \t]*$/dgm,
    /^[ \t]*"?(?<from>\/[^\s"]*)"?[ \t]+"?(?<to>\/[^\s;"]*)"?;[ \t]*$/dgm,
  ],
  write: ({ from, to }) => `"~^${pattern(from)}/?$" "${to}";`,
  before: /^[ \t]*\}/m,
  indent: '  ',
});

const blockMap = lines({
  patterns: [
    /^(?<quote>['"]?)(?<from>\/[^\r\n'"]*?)\k<quote>[ \t]*:[ \t]+(?<quote2>['"]?)(?<to>[^\s'"#][^\r\n'"#]*?)\k<quote2>[ \t]*(?:#.*)?$/dgm,
  ],
  write: ({ from, to }) => `${from}: ${to}`,
});

/** A map from old address to new, an entry a line. */
export const yaml: RedirectFormat = {
  ...blockMap,
  // Anything but such entries, comments and blank lines would be another kind of file.
  read: (text) =>
    /^(?!\/|['"]\/|[ \t]*(?:#|\r?$)|---[ \t]*\r?$)/m.test(text) ? undefined : blockMap.read(text),
};

interface FoundLine extends Redirect {
  readonly start: number;
  /** Where the next line starts. */
  readonly end: number;
  readonly to: string;
  readonly toStart: number;
}

function lines(style: LineStyle): RedirectFormat {
  const find = (text: string): readonly FoundLine[] =>
    style.patterns.flatMap((each) => Array.from(text.matchAll(each), (match) => toLine(match, text)));
  return {
    read: (text) => find(text).map(({ from, to }) => ({ from, to })),
    set(text, redirect) {
      const line = find(text).find(({ from }) => isSameAddress(from, redirect.from));
      if (!line) return insert(text, style, redirect);
      return text.slice(0, line.toStart) + redirect.to + text.slice(line.toStart + line.to.length);
    },
    remove(text, from) {
      const line = find(text).find((each) => isSameAddress(each.from, from));
      return line ? this.remove(text.slice(0, line.start) + text.slice(line.end), from) : text;
    },
  };
}

function toLine(match: RegExpExecArray, text: string): FoundLine {
  const { from = '', to = '' } = match.groups ?? {};
  const end = match.index + match[0].length;
  const eol = /^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const [toStart = end] = match.indices?.groups?.['to'] ?? [];
  return {
    from: from.replace(/\\(\W)/g, '$1'),
    to,
    start: match.index,
    end: end + eol,
    toStart,
  };
}

function insert(text: string, { before, indent = '', write }: LineStyle, redirect: Redirect): string {
  const eol = eolOf(text);
  const at = before?.exec(text)?.index;
  if (at !== undefined) return `${text.slice(0, at)}${indent}${write(redirect)}${eol}${text.slice(at)}`;
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  return `${text}${isOpen ? eol : ''}${write(redirect)}${eol}`;
}

/** An address as a regular expression that matches just it, but for a slash at its end. */
function pattern(address: string): string {
  return withoutSlash(address).replace(/[.*+?^$()|[\]{}\\]/g, '\\$&');
}
