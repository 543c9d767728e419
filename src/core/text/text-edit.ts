import type { Span } from './span.ts';

/** Puts `text` in the place of what `span` covers; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The text with all edits made at once; every span refers to the text before any of them.
 * @throws RangeError when two edits overlap: which one wins would be a guess.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at) throw new RangeError(`Edits overlap at offset ${span.start}`);
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
