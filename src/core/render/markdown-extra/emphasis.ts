import { SourceText } from './source-text.ts';
import type { ExtraState } from './state.ts';

/** Emphasis that is open, with what has been read in it. The lowest one, without a marker, is the text itself. */
interface Open {
  marker: SourceText;
  parts: SourceText[];
}

/**
 * Emphasis by one to three `*` or `_`. Whether a marker opens or closes depends on what is open already; `_` does
 * neither inside a word, and one that stays open is text. Michelf: `Markdown::doItalicsAndBold`.
 */
export function readEmphasis(text: SourceText, state: ExtraState): SourceText {
  if (state.inEmphasis || !/[*_]/.test(text.text)) return text;
  state.inEmphasis = true;
  const stack: Open[] = [{ marker: text.slice(0, 0), parts: [] }];
  const top = () => stack.at(-1) ?? { marker: text.slice(0, 0), parts: [] };
  const below = () => stack.at(-2) ?? top();
  /** The markers that are open for `<em>` and for `<strong>`, and whether one marker opened both. */
  let em = '';
  let strong = '';
  let both = false;

  const wrapped = (parts: readonly SourceText[], ...tags: readonly string[]) => {
    const inner = SourceText.join(parts);
    let tokens = state.tokens(state.rules.spans(inner, state));
    for (const tag of tags) {
      tokens = [state.token(`${tag}_open`, tag, 1), ...tokens, state.token(`${tag}_close`, tag, -1)];
    }
    return state.mark(tokens, 'X', inner.span);
  };
  const close = (...tags: readonly string[]) => {
    const { parts } = top();
    stack.pop();
    top().parts.push(wrapped(parts, ...tags));
  };
  const giveUp = () => {
    const { marker, parts } = top();
    below().parts.push(marker, ...parts);
    stack.pop();
  };
  const opened = (marker: SourceText) => stack.push({ marker, parts: [] });

  let done = 0;
  for (
    let found = next(text.text, 0, em, strong);
    found !== undefined;
    found = next(text.text, done, em, strong)
  ) {
    const marker = text.slice(found.start, found.end);
    top().parts.push(text.slice(done, found.start));
    done = found.end;
    const { length } = marker;
    if (both && length === 3) {
      close('em', 'strong');
      em = strong = '';
      both = false;
    } else if (both) {
      // The inner one of the two is closed; the other goes on with what remains of its marker.
      const open = top();
      open.parts = [wrapped(open.parts, length === 2 ? 'strong' : 'em')];
      open.marker = open.marker.slice(0, 3 - length);
      if (length === 2) strong = '';
      else em = '';
      both = false;
    } else if (length === 3 && em === '') {
      opened(marker);
      em = marker.text.charAt(0);
      strong = em + em;
      both = true;
    } else if (length === 3) {
      for (let times = 0; times < 2; times++) close(top().marker.length === 2 ? 'strong' : 'em');
      em = strong = '';
    } else if (length === 2 && strong === '') {
      opened(marker);
      strong = marker.text;
    } else if (length === 2) {
      if (top().marker.length === 1) {
        giveUp();
        em = '';
      }
      close('strong');
      strong = '';
    } else if (em === '') {
      opened(marker);
      em = marker.text;
    } else if (top().marker.length === 1) {
      close('em');
      em = '';
    } else {
      top().parts.push(marker);
    }
  }
  top().parts.push(text.slice(done));
  while (stack.length > 1) giveUp();
  state.inEmphasis = false;
  return SourceText.join(top().parts);
}

/** The next marker that may open or close something, given what is open. */
function next(
  text: string,
  from: number,
  em: string,
  strong: string,
): { start: number; end: number } | undefined {
  const candidate = /[*_]/g;
  candidate.lastIndex = from;
  for (let match = candidate.exec(text); match !== null; match = candidate.exec(text)) {
    const start = match.index;
    const found = [
      ...(em === '' && strong === '' ? [opening(text, from, start, 3)] : []),
      ...(em !== '' && strong === em + em ? [closing(text, from, start, em + strong)] : []),
      em === '' ? opening(text, from, start, 1) : closing(text, from, start, em),
      strong === '' ? opening(text, from, start, 2) : closing(text, from, start, strong),
    ].find((length) => length > 0);
    if (found !== undefined) return { start, end: start + found };
  }
  return undefined;
}

/** The marker's length if one of just that length stands here and may open. What is before `from` isn't seen. */
function opening(text: string, from: number, at: number, length: number): number {
  const character = text.charAt(at);
  const marker = character.repeat(length);
  if (!text.startsWith(marker, at) || text[at + length] === character) return 0;
  const before = at > from ? text.charAt(at - 1) : '';
  if (character === '*' ? before === '*' : /[a-zA-Z0-9_]/.test(before)) return 0;
  return /^[.,:;]?[ \t\n\v\f\r]/.test(text.slice(at + length, at + length + 2)) ? 0 : length;
}

function closing(text: string, from: number, at: number, marker: string): number {
  if (!text.startsWith(marker, at)) return 0;
  const character = marker.charAt(0);
  const before = at > from ? text.charAt(at - 1) : '';
  if (before === character || (before !== '' && ' \t\n\v\f\r'.includes(before))) return 0;
  const after = text.charAt(at + marker.length);
  return (character === '*' ? after === '*' : /[a-zA-Z0-9_]/.test(after)) ? 0 : marker.length;
}
