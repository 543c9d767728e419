import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelt word most likely means: at most a third of its letters differ, those of its last part
 * in a name such as `_layouts.post`. Two neighbours that have changed places count as one, letter case for nothing.
 * Undefined when none is near.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const last = /[^./]*$/.exec(word)?.[0] ?? word;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(last.length / 3)) + 1;
  for (const candidate of candidates) {
    const [a, b] = [word.toLowerCase(), candidate.toLowerCase()];
    const difference = isSwapped(a, b) ? 1 : distance(a, b);
    if (difference < least) [best, least] = [candidate, difference];
  }
  return best;
}

/** Whether two words are one but for two neighbouring letters that have changed places. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}
