import { Mistake } from './mistake.ts';
import { afterSpaces } from './php-text.ts';
import type { Place } from './scalar.ts';

/** What ends a tag's name. */
const NAME = /[^ \t\n[\]{},]*/y;

/** Tags that are read together with the scalar behind them. */
const WITH_SCALAR: readonly string[] = ['str', 'php/const', 'php/enum', 'php/object'];

/**
 * Reads a tag before a value on one line: `Inline::parseTag`. Custom tags are not enabled, so that only a lone `!`
 * before a value is left as a tag; its name is empty.
 * @returns undefined when there is no tag, or one that is read together with the scalar behind it.
 * @throws Mistake
 */
export function readTag(
  text: string,
  at: number,
  place: Place,
): { readonly name: ''; readonly end: number } | undefined {
  if (text[at] !== '!') return undefined;
  NAME.lastIndex = at + 1;
  NAME.test(text);
  const nameEnd = NAME.lastIndex;
  const name = text.slice(at + 1, nameEnd);
  const end = afterSpaces(text, nameEnd);
  const next = text[end];
  if (name === '') {
    if (next !== undefined && !']},'.includes(next)) return { name, end };
    const words = 'Using the unquoted scalar value "!" is not supported. You must quote it.';
    throw new Mistake('reserved-character', place(at, at + 1), words);
  }
  const isBuiltIn = name.startsWith('!');
  if (next !== '[' && next !== '{' && (isBuiltIn || WITH_SCALAR.includes(name))) return undefined;
  throw new Mistake('unknown-tag', place(at, nameEnd), words(name, isBuiltIn, next === undefined));
}

function words(name: string, isBuiltIn: boolean, isLast: boolean): string {
  if (isBuiltIn) return `The built-in tag "!${name}" is not implemented.`;
  if (isLast) return `Missing value for tag "${name}".`;
  return `Tags support is not enabled. Enable the "Yaml::PARSE_CUSTOM_TAGS" flag to use "!${name}".`;
}
