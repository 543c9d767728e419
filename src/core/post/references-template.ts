/** Stands for one character of template text: no Markdown and no HTML ever gives it a meaning. */
const filler = '\uE000';

const constructs: readonly { readonly open: string; readonly close: string }[] = [
  { open: '{{--', close: '--}}' },
  { open: '{!!', close: '!!}' },
  { open: '{{', close: '}}' },
  { open: '<?=', close: '?>' },
  { open: '<?php', close: '?>' },
];

const opening = /\{\{--|\{!!|\{\{|<\?=|<\?php/g;

/**
 * The text with every Blade echo, Blade comment and PHP tag overwritten, character by character, so that the quotes,
 * brackets and spaces in them mean nothing to whoever reads the result. Offsets stay as they are. An echo that is
 * never closed stays too; an unclosed PHP tag reaches to the end, as in PHP.
 */
export function maskTemplates(text: string): string {
  let masked = '';
  let at = 0;
  const unclosed = new Set<string>();
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const found = match[0];
    const construct = constructs.find(({ open }) => open === found);
    if (construct === undefined || unclosed.has(found)) continue;
    const close = text.indexOf(construct.close, match.index + found.length);
    if (close < 0 && found.startsWith('{')) {
      unclosed.add(found);
      continue;
    }
    const end = close < 0 ? text.length : close + construct.close.length;
    masked += text.slice(at, match.index) + text.slice(match.index, end).replace(/[^\r\n]/g, filler);
    at = end;
    opening.lastIndex = end;
  }
  return masked + text.slice(at);
}

/** Whether a text that {@link maskTemplates} made holds template text. */
export function isMasked(text: string): boolean {
  return text.includes(filler);
}
