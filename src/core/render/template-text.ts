import type { Span } from '../text/span.ts';

/** What Blade or PHP would replace: an echo, a comment that vanishes, or a PHP tag. */
export interface TemplateText extends Span {
  readonly kind: 'echo' | 'comment' | 'php';
}

const constructs: Readonly<Record<string, { readonly kind: TemplateText['kind']; readonly close: string }>> =
  {
    '{{--': { kind: 'comment', close: '--}}' },
    '{!!': { kind: 'echo', close: '!!}' },
    '{{': { kind: 'echo', close: '}}' },
    '<?=': { kind: 'php', close: '?>' },
    '<?php': { kind: 'php', close: '?>' },
  };

/**
 * Finds template text, in order. An echo that is never closed is none; a PHP tag then reaches to the end.
 * @param isPlain whether Jigsaw writes `<?php` out before PHP sees it, as it does in posts without Blade
 * (`Handlers/MarkdownHandler`): a code block that begins with it hides nothing.
 */
export function findTemplateText(text: string, isPlain = false): TemplateText[] {
  const found: TemplateText[] = [];
  const unclosed = new Set<string>();
  const opening = isPlain ? /\{\{--|\{!!|\{\{|<\?=/g : /\{\{--|\{!!|\{\{|<\?=|<\?php/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [open] = match;
    const construct = constructs[open];
    if (construct === undefined || unclosed.has(open)) continue;
    const close = text.indexOf(construct.close, match.index + open.length);
    if (close < 0 && construct.kind !== 'php') {
      unclosed.add(open);
      continue;
    }
    const end = close < 0 ? text.length : close + construct.close.length;
    found.push({ kind: construct.kind, start: match.index, end });
    opening.lastIndex = end;
  }
  return found;
}
