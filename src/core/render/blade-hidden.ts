import { findTemplateText } from './template-text.ts';

/** A text with the echoes and comments of Blade hidden from Markdown, and the way back. */
export interface Hidden {
  readonly hidden: string;
  /** Puts what was hidden back into HTML, as text. */
  restore(html: string): string;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Hides what Blade replaces before Markdown is read: a word of letters and digits stands for each echo, as its value
 * would; comments vanish, as they do in Blade.
 */
export function hideBlade(text: string): Hidden {
  let word = 'bladeecho';
  while (text.includes(word)) word += 'o';
  const echoes: string[] = [];
  let hidden = '';
  let done = 0;
  for (const { kind, start, end } of findTemplateText(text)) {
    if (kind === 'php') continue;
    hidden += text.slice(done, start);
    if (kind === 'echo') hidden += `${word}${echoes.push(text.slice(start, end)) - 1}x`;
    done = end;
  }
  hidden += text.slice(done);
  const pattern = new RegExp(`@?${word}(\\d+)x`, 'g');
  const restore = (html: string) =>
    html.replace(pattern, (_, index) =>
      (echoes[Number(index)] ?? '').replace(/[&<>"]/g, (found) => entities[found] ?? ''),
    );
  return { hidden, restore };
}
