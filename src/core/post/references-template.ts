import { findTemplateText } from '../render/template-text.ts';

/** Stands for one character of template text: no Markdown and no HTML ever gives it a meaning. */
const filler = '\uE000';

const BLANK_LINE = /\n[ \t]*\r?\n/;

/**
 * The text with every Blade echo, Blade comment and PHP tag overwritten, character by character, so that the quotes,
 * brackets and spaces in them mean nothing to whoever reads the result. Offsets stay as they are.
 * @param isPlain whether the text is a post without Blade: what it shows of templates is text, and only within one
 * block of it could an address hold some.
 */
export function maskTemplates(text: string, isPlain = false): string {
  let masked = '';
  let done = 0;
  for (const { kind, start, end } of findTemplateText(text, isPlain)) {
    if (isPlain && kind !== 'php' && BLANK_LINE.test(text.slice(start, end))) continue;
    masked += text.slice(done, start) + text.slice(start, end).replace(/[^\r\n]/g, filler);
    done = end;
  }
  return masked + text.slice(done);
}

/** Whether a text that {@link maskTemplates} made holds template text. */
export function isMasked(text: string): boolean {
  return text.includes(filler);
}
