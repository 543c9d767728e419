/** A text in quotes: in those of the two kinds that need no change of the text, if there is one. */
export function inQuotes(text: string): string {
  const isDouble = text.includes("'") && !/["\\]/.test(text);
  return isDouble ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}
