import { patternOf } from './address-pattern.ts';
import { type LineRule, lineFormat } from './line-format.ts';

/** A map from old address to new, an entry a line. Anything but such entries and comments is another kind of file. */
export const yaml = lineFormat({
  read: readEntry,
  isForeign: (line) => !/^(?:["']?\/.*:[ \t]+[^\s#]|[ \t]*(?:#|$)|---[ \t]*$)/.test(line),
  write: ({ from, to }) => `${from}: ${to}`,
});

function readEntry(line: string): LineRule | undefined {
  const colon = line.search(/:[ \t]/);
  const from = colon === -1 ? undefined : unquoted(line.slice(0, colon));
  if (!from?.text.startsWith('/')) return undefined;
  const value = line.slice(colon + 1);
  const to = unquoted(value.slice(0, commentIn(value)));
  if (!to || to.text === '') return undefined;
  return { from: patternOf(from.text), to: to.text, toStart: colon + 1 + to.start };
}

/** Where a comment starts behind a value; at its end where there is none. */
function commentIn(value: string): number {
  const at = value.search(/[ \t]#/);
  return at === -1 ? value.length : at;
}

/** A scalar without its quotes and the blanks around it; undefined where quotes don't match. */
function unquoted(written: string): { readonly text: string; readonly start: number } | undefined {
  const text = written.trim();
  const start = written.length - written.trimStart().length;
  const [quote = ''] = /^["']/.exec(text) ?? [];
  const inside = text.slice(quote.length, text.length - quote.length);
  const isWhole = quote === '' || (text.length > 1 && text.endsWith(quote));
  return isWhole && !/["']/.test(inside) ? { text: inside, start: start + quote.length } : undefined;
}
