import type { Slices } from './lines.ts';
import { isWhite } from './php-text.ts';

const DIRECTIVE = /^%YAML[: ][\d.]/;
const DOCUMENT_END = '...';

/**
 * Drops what Symfony drops at the head of a document, and of every block within one (`Parser::cleanup`): a `%YAML`
 * line, comments, a line that starts with `---` and, if there was one, the `...` at the end. None of them is dropped
 * when it is the only line.
 * @returns the lines that are left, and how many went from the head.
 */
export function cleanUp(text: string, lines: Slices): { readonly lines: Slices; readonly dropped: number } {
  const last = lines.starts.length - 1;
  const lineOf = (index: number) => text.slice(lines.starts[index], lines.ends[index]);
  let first = 0;
  if (first < last && DIRECTIVE.test(lineOf(first))) first++;
  while (first < last && text[lines.starts[first] ?? 0] === '#' && lineOf(first) !== '') first++;
  const marked = first < last && lineOf(first).startsWith('---');
  if (marked) first++;
  if (first === 0) return { lines, dropped: 0 };
  const rest = { starts: lines.starts.slice(first), ends: lines.ends.slice(first) };
  return { lines: marked ? withoutDocumentEnd(text, rest) : rest, dropped: first };
}

/** The lines up to a `...` that nothing but white space follows. */
function withoutDocumentEnd(text: string, { starts, ends }: Slices): Slices {
  let index = starts.length - 1;
  let end = ends[index] ?? 0;
  while (index > 0 && whiteFrom(text, starts[index] ?? 0, end) === (starts[index] ?? 0))
    end = ends[--index] ?? 0;
  const start = starts[index] ?? 0;
  end = whiteFrom(text, start, end);
  if (end - start < DOCUMENT_END.length || text.slice(end - DOCUMENT_END.length, end) !== DOCUMENT_END) {
    return { starts, ends };
  }
  return { starts: starts.slice(0, index + 1), ends: [...ends.slice(0, index), end - DOCUMENT_END.length] };
}

function whiteFrom(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhite(text.charCodeAt(at - 1))) at--;
  return at;
}
