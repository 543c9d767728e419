/**
 * Whether a place of Markdown is within a fence that is still open, or between backticks of its line.
 * @param before the body up to the place.
 * @param line the place's line up to it.
 */
export function isInCode(before: string, line: string): boolean {
  const fences = before.match(/^ {0,3}(?:`{3,}|~{3,})/gm)?.length ?? 0;
  const ticks = line.match(/`+/g)?.length ?? 0;
  return fences % 2 === 1 || ticks % 2 === 1;
}
