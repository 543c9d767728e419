import { attributeList, readAttributes } from './attributes.ts';
import { SourceText } from './source-text.ts';
import type { Definition, ExtraState } from './state.ts';

const opening = /(?<![^\n]) {0,3}\[/g;
const rest = new RegExp(
  ` ?: *(?:\\n *)?(?:<([^\\n]+?)>|([^ \\t\\n\\v\\f\\r]+?)) *(?:\\n *)?` +
    `(?:(?<=[ \\n])["(]([^\\n]*?)[")] *)?(${attributeList})?(?:\\n+|$)`,
  'dy',
);

/** How many brackets of a line are tried as the end of its label. */
const tries = 20;

/**
 * Takes definitions of addresses out of the text, `[label]: address "title" {.class}`, over up to three lines. Of two
 * with one label the last one counts. Michelf: `MarkdownExtra::stripLinkDefinitions`.
 */
export function takeDefinitions(text: SourceText, state: ExtraState): SourceText {
  if (!/\] ?:/.test(text.text)) return text;
  const parts: SourceText[] = [];
  let done = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(text.text); match !== null; match = opening.exec(text.text)) {
    const end = takeDefinition(text, match.index, opening.lastIndex, state);
    if (end === undefined) continue;
    parts.push(text.slice(done, match.index));
    done = end;
    opening.lastIndex = end;
  }
  parts.push(text.slice(done));
  return SourceText.join(parts);
}

function takeDefinition(
  text: SourceText,
  start: number,
  label: number,
  state: ExtraState,
): number | undefined {
  const newline = text.text.indexOf('\n', label);
  const lineEnd = newline < 0 ? text.length : newline;
  let close = lineEnd;
  for (let left = tries; left > 0; left--) {
    close = text.text.lastIndexOf(']', close - 1);
    if (close <= label) return undefined;
    rest.lastIndex = close + 1;
    const match = rest.exec(text.text);
    if (match === null) continue;
    const [bracketed, plain, title] = [1, 2, 3].map((group) => match.indices?.[group]);
    const [from, to] = bracketed ?? plain ?? [0, 0];
    const whole = text.slice(start, rest.lastIndex - (/\n*$/.exec(match[0])?.[0].length ?? 0));
    // An attribute list behind no title makes an empty one.
    const empty = match[4] === undefined ? undefined : text.slice(to, to);
    const definition: Definition = {
      whole: whole.span,
      label: text.slice(label, close).span,
      address: text.slice(from, to),
      title: title ? text.slice(...title) : empty,
      attributes: readAttributes(match[4]),
    };
    state.definitions.set(lower(text.text.slice(label, close)), definition);
    return rest.lastIndex;
  }
  return undefined;
}

/** The definition of a label, in whatever case it is written. */
export function definitionOf(label: string, state: ExtraState): Definition | undefined {
  return state.definitions.get(lower(label));
}

/** In lower case as PHP's `strtolower` makes it: no other letters than ASCII's. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
