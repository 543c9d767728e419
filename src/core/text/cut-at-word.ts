/** The beginning of a text, of at most so many UTF-16 units, cut behind a word where one ends in its second half. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest - 1);
  const space = head.search(/\s\S*$/u);
  // A letter of two units isn't cut in half.
  return `${head.slice(0, space > longest / 2 ? space : undefined).replace(/[\s,;:–—\uD800-\uDBFF-]+$/u, '')}…`;
}
