import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelt word most likely means: at most a third of its letters differ, letter case counting
 * for nothing. Undefined when none is near.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const difference = distance(word.toLowerCase(), candidate.toLowerCase());
    if (difference < least) [best, least] = [candidate, difference];
  }
  return best;
}
