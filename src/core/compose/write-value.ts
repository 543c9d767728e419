import type { Style } from '../post/post.ts';

/** Plain scalars that are surely text to every YAML reader: they start with a letter and hold nothing of YAML's own. */
const PLAIN = /^\p{L}(?:[^\p{Cc}:#|]*[^\p{Cc}:#|\s])?$/u;

/** Words that YAML readers take for something other than text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|inf|nan)$/i;

/**
 * One line of text as a YAML scalar: plain where that is safe, else in single quotes.
 * Line breaks and other control characters become spaces, as a scalar on one line can't hold them.
 */
export function writeText(text: string): string {
  const line = oneLine(text);
  // FrontYAML ends the front matter at dashes after a bar, quotes or not: only an escape hides them.
  if (line.includes('|---')) return `"${escapeFor('double-quoted', line).replaceAll('|---', '|\\x2d--')}"`;
  return PLAIN.test(line) && !RESERVED.test(line) ? line : quote(line);
}

/** One line of text as a YAML scalar in this style, so far as it can hold it. */
export function writeStyled(text: string, style: Style | undefined, eol: string): string {
  const line = oneLine(text);
  // Only an escape hides these from FrontYAML.
  if (line === '' || line.includes('|---')) return writeText(line);
  switch (style) {
    case 'single-quoted':
      return quote(line);
    case 'double-quoted':
      return `"${escapeFor(style, line)}"`;
    case 'folded':
      return `>-${eol}  ${line}`;
    case 'literal':
      return `|-${eol}  ${line}`;
    default:
      return writeText(line);
  }
}

/** A text without line breaks and other control characters: spaces stand in their places. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
}

/** A text as it is written between quotes of this kind. */
export function escapeFor(style: 'single-quoted' | 'double-quoted', text: string): string {
  return style === 'single-quoted' ? text.replaceAll("'", "''") : text.replace(/["\\]/g, '\\$&');
}

/** A list as YAML, on one line: `[a, b]`. */
export function writeFlowList(items: readonly string[]): string {
  return `[${items.map(writeFlowItem).join(', ')}]`;
}

/** One line of text as an item between square brackets. Symfony takes any quote mark in there for the start of quotes. */
export function writeFlowItem(text: string): string {
  return /[,[\]{}'"]/.test(text) ? quote(oneLine(text)) : writeText(text);
}

/** The forms in which names such as keywords are written: those of a list, and a text with commas. */
export type NamesForm = Extract<Style, 'block' | 'flow' | 'folded'> | 'text';

/** The form for names where the site mostly writes them in this style. */
export function namesForm(style: Style | undefined): NamesForm {
  return style === 'block' || style === 'flow' || style === 'folded' ? style : 'text';
}

/** Names as a field's value. In block form it starts with a line break, since its items have lines of their own. */
export function writeNames(names: readonly string[], form: NamesForm, eol: string): string {
  switch (form) {
    case 'block':
      return names.map((name) => `${eol}  - ${writeText(name)}`).join('');
    case 'flow':
      return writeFlowList(names);
    case 'folded':
      // With `>` alone the value would end in a line break.
      return `>-${eol}  ${names.join(', ')}`;
    case 'text':
      return writeText(names.join(', '));
  }
}

function quote(text: string): string {
  return `'${escapeFor('single-quoted', text)}'`;
}
