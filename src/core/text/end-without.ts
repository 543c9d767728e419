/**
 * Where a text ends without these characters behind it. A regular expression for that, anchored at its end alone, is
 * tried anew at each of them, wherever they stand.
 */
export function endWithout(text: string, characters: string, end = text.length): number {
  let at = end;
  while (at > 0 && characters.includes(text.charAt(at - 1))) at -= 1;
  return at;
}
