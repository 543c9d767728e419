import type { MarkdownDialect } from '../render/dialect.ts';
import { longestBody } from '../render/parser.ts';
import type { Span } from '../text/span.ts';
import { type Reference, scanReferences } from './references.ts';
import { isMasked, maskTemplates } from './references-template.ts';

/** What stands in parentheses behind a label, on one line, with parentheses of its own in pairs. */
const TARGET = /\]\(((?:[^()\r\n]|\([^()\r\n]{0,500}\)){1,500})\)/g;

/** No address of a page or an image is longer: a title is looked for in no more characters. */
const LONGEST = 500;

/** An address with its title, of which the title may hold its own quotes. */
const WITH_TITLE = /^(\S.*?)[ \t]+(["']).*\2$/;

/**
 * What would be images and links if their addresses had no spaces: to Markdown an address ends at the first, and as no
 * title follows there, all of it is text (Michelf’s `doAnchors` and `doImages`; CommonMark 0.31, 6.3). Where such text
 * stands in code or HTML, it would be no link either, and isn't here. Never throws.
 * @returns them with their addresses as written, in order of their place.
 */
export function scanSpacedAddresses(
  text: string,
  body: Span,
  dialect: MarkdownDialect,
  isPlain: boolean,
): readonly Reference[] {
  const source = text.slice(body.start, Math.min(body.end, body.start + longestBody));
  const spans = spacedTargets(source, body.start);
  if (spans.size === 0) return [];
  const masked = maskTemplates(source, isPlain);
  let joined = '';
  for (const [start, end] of spans)
    joined += text.slice(joined.length, start) + text.slice(start, end).replace(/[ \t]/g, '-');
  joined += text.slice(joined.length);
  const starts = new Set(scanReferences(text, body, dialect, isPlain).map(({ span }) => span.start));
  return scanReferences(joined, body, dialect, isPlain).flatMap((reference) => {
    const { addressSpan: at, span } = reference;
    if (!at || spans.get(at.start) !== at.end || starts.has(span.start)) return [];
    if (isMasked(masked.slice(at.start - body.start, at.end - body.start))) return [];
    return [{ ...reference, address: text.slice(at.start, at.end) }];
  });
}

/** Where addresses with spaces may stand: the ends by the starts. */
function spacedTargets(source: string, offset: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { 1: inside = '', index } of source.matchAll(TARGET)) {
    const whole = inside.trim();
    if (whole.length > LONGEST) continue;
    const bare = WITH_TITLE.exec(whole)?.[1] ?? whole;
    const address = /^<([^<>]*)>$/.exec(bare)?.[1] ?? bare;
    if (!/\S[ \t]+\S/.test(address)) continue;
    const start = offset + index + 2 + inside.indexOf(address);
    found.set(start, start + address.length);
  }
  return found;
}
