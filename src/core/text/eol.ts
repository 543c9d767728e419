/** How a text ends its lines, judged by the first; a line feed where it has one line only. */
export function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
