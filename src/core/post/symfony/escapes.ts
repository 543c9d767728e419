/** An escape in a double-quoted text: `Unescaper::REGEX_ESCAPED_CHARACTER`. */
const ESCAPE = /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\n])/gu;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/**
 * The text that a double-quoted one stands for (`Unescaper::unescapeDoubleQuotedString`).
 * @param inner the text without its quotes.
 * @param unknown called with the index of an escape that there isn't, and the escape; it must not return.
 */
export function unescapeDoubleQuoted(
  inner: string,
  unknown: (index: number, written: string) => never,
): string {
  if (!inner.includes('\\')) return inner;
  return inner.replace(ESCAPE, (written: string, code: string, index: number) => {
    const [name = ''] = code;
    const character = CHARACTERS.get(code);
    if (character !== undefined) return character;
    // Without its digits such an escape is no mistake to Symfony: `C:\users` has a NUL and `sers`.
    if (name === 'x' || name === 'u' || name === 'U')
      return codePoint(Number.parseInt(code.slice(1), 16) || 0);
    return unknown(index, written);
  });
}

/** `Unescaper::utf8chr`. What is no Unicode character becomes one that says so. */
function codePoint(code: number): string {
  const wrapped = code % 0x200000;
  return wrapped > 0x10ffff ? '\ufffd' : String.fromCodePoint(wrapped);
}
