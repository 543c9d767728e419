import type { Style } from '../post/post.ts';
import { escapeFor, oneLine, writeFlowItem, writeText } from './write-value.ts';

/** A place of a new post where something is to be written; `text` is a first proposal. */
export interface Stop {
  readonly stop: 'field' | 'body';
  readonly text: string;
}

/** A new post in pieces: texts that stand, and the places that Tab leads to, in their order. */
export type Draft = readonly (string | Stop)[];

/** A draft as the text that it is before anybody has changed it. */
export function textOf(draft: Draft): string {
  return draft.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** A draft whose lines end as others do. */
export function withLineEnds(draft: Draft, eol: string): Draft {
  const convert = (text: string) => text.replace(/\r\n?|\n/g, () => eol);
  return draft.map((piece) =>
    typeof piece === 'string' ? convert(piece) : { ...piece, text: convert(piece.text) },
  );
}

/** A text field in this style, its value a place to write at. Only what stays on one line is written. */
export function draftText(key: string, text: string, style: Style): Draft {
  const field = (written: string): Stop => ({ stop: 'field', text: written });
  const line = oneLine(text);
  const isHard = line.includes('|---');
  if (!isHard && (style === 'folded' || style === 'literal')) {
    return [`${key}: ${style === 'folded' ? '>-' : '|-'}\n  `, field(line), '\n'];
  }
  if (!isHard && (style === 'single-quoted' || style === 'double-quoted')) {
    const quote = style === 'single-quoted' ? "'" : '"';
    return [`${key}: ${quote}`, field(escapeFor(style, line)), `${quote}\n`];
  }
  return [`${key}: `, field(line === '' ? '' : writeText(line)), '\n'];
}

/** A field of names, as a list in this style or as a comma text; without names, a place for them. */
export function draftNames(key: string, names: readonly string[], style: Style): Draft {
  const field = (written: string): Stop => ({ stop: 'field', text: written });
  if (style === 'block' && names.length > 0) {
    return [`${key}:\n  - `, field(names.map(writeText).join('\n  - ')), '\n'];
  }
  // An empty item would be a name without letters, so an empty list is written on its line.
  if (style === 'block' || style === 'flow')
    return [`${key}: [`, field(names.map(writeFlowItem).join(', ')), ']\n'];
  return draftText(key, names.join(', '), style);
}

/** A draft without places to write at. */
export function settled(draft: Draft): Draft {
  return [textOf(draft)];
}
