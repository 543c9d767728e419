import { LineMap } from '../text/line-map.ts';
import { findDirectives } from './blade-directives.ts';
import { findTemplateText } from './template-text.ts';

/** A text with what Blade replaces hidden from Markdown, and the way back. */
export interface Hidden {
  readonly hidden: string;
  /** For each line of the hidden text the line of the text, from 0. */
  readonly lines: readonly number[];
  /** Puts what was hidden back into HTML, as text. */
  restore(html: string): string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Hides what Blade replaces before Markdown is read. A word of letters and digits stands for each echo, as its value
 * would; comments and directives vanish, as they do in Blade.
 */
export function hideBlade(text: string): Hidden {
  let word = 'bladeecho';
  while (text.includes(word)) word += 'o';
  const echoes: string[] = [];
  const map = new LineMap(text);
  const lines = [0];
  let hidden = '';
  let done = 0;
  const keep = (end: number) => {
    const kept = text.slice(done, end);
    // What vanished in front of a line's text has no line of its own.
    if (kept !== '' && (hidden === '' || hidden.endsWith('\n')))
      lines[lines.length - 1] = map.positionAt(done).line;
    for (const { index } of kept.matchAll(/\n|\r(?!\n)/g)) lines.push(map.positionAt(done + index + 1).line);
    hidden += kept;
  };
  const templates = findTemplateText(text).filter(({ kind }) => kind !== 'php');
  const directives = findDirectives(text).map((where) => ({ ...where, kind: 'directive' as const }));
  for (const { kind, start, end } of [...templates, ...directives].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    keep(start);
    if (kind === 'echo') hidden += `${word}${echoes.push(text.slice(start, end)) - 1}x`;
    done = end;
  }
  keep(text.length);
  const pattern = new RegExp(`@?${word}(\\d+)x`, 'g');
  const restore = (html: string) =>
    html.replace(pattern, (_, index) => {
      return (echoes[Number(index)] ?? '').replace(/[&<>"]/g, (found) => entities[found] ?? '');
    });
  return { hidden, lines, restore };
}
