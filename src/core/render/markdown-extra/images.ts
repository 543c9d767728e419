import { setPlace } from '../place.ts';
import { readLabel, readTarget } from './addresses.ts';
import { readAttributes } from './attributes.ts';
import { type Bracketed, replaceBrackets } from './brackets.ts';
import { definitionOf } from './definitions.ts';
import { addressValue, attributeValue } from './entities.ts';
import type { SourceText } from './source-text.ts';
import type { Definition, ExtraState } from './state.ts';

const inAngleBrackets = /<([^ \t\n\v\f\r]*)>/y;

/** Images: first those that name a definition, then those with an address. Michelf: `MarkdownExtra::doImages`. */
export function readImages(text: SourceText, state: ExtraState): SourceText {
  const rest = replaceBrackets(text, '![', (at, close) => readReference(text, at, close, state));
  return replaceBrackets(rest, '![', (at, close) => readInline(rest, at, close, state));
}

function readReference(
  text: SourceText,
  at: number,
  close: number,
  state: ExtraState,
): Bracketed | undefined {
  const found = readLabel(text.text, close);
  if (found === undefined) return undefined;
  const alt = text.slice(at + 2, close);
  const definition = definitionOf(found.label || alt.text, state);
  if (definition === undefined) return { end: found.end, mark: undefined };
  return { end: found.end, mark: image(text.slice(at, found.end), alt, definition, state) };
}

function readInline(text: SourceText, at: number, close: number, state: ExtraState): Bracketed | undefined {
  // One white space may stand before the parenthesis.
  const open = /[ \t\n\v\f\r]/.test(text.text.charAt(close + 1)) ? close + 2 : close + 1;
  const target = readTarget(text, open, inAngleBrackets);
  if (target === undefined) return undefined;
  const given = { ...target, attributes: readAttributes(target.attributes) };
  return {
    end: target.end,
    mark: image(text.slice(at, target.end), text.slice(at + 2, close), given, state),
  };
}

function image(
  whole: SourceText,
  alt: SourceText,
  given: Definition | Omit<Definition, 'whole' | 'label'>,
  state: ExtraState,
): SourceText {
  const { address, title, attributes } = given;
  const token = state.token('image', 'img', 0);
  token.attrs = [
    ['src', addressValue(address, state)],
    ['alt', attributeValue(alt, state)],
  ];
  if (title !== undefined) token.attrs.push(['title', attributeValue(title, state)]);
  token.attrs.push(...attributes);
  const definition = 'whole' in given ? { definition: given.whole } : {};
  setPlace(token, { whole: whole.span, label: alt.span, address: address.span, ...definition });
  return state.mark([token], 'X', whole.span);
}
