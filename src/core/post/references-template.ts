import { findTemplateText } from '../render/template-text.ts';

/** Stands for one character of template text: no Markdown and no HTML ever gives it a meaning. */
const filler = '\uE000';

/**
 * The text with every Blade echo, Blade comment and PHP tag overwritten, character by character, so that the quotes,
 * brackets and spaces in them mean nothing to whoever reads the result. Offsets stay as they are.
 */
export function maskTemplates(text: string): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of findTemplateText(text)) {
    masked += text.slice(done, start) + text.slice(start, end).replace(/[^\r\n]/g, filler);
    done = end;
  }
  return masked + text.slice(done);
}

/** Whether a text that {@link maskTemplates} made holds template text. */
export function isMasked(text: string): boolean {
  return text.includes(filler);
}
