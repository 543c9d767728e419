import type { Run } from './runs.ts';

/** More comparisons than this would be felt; texts so many that differ are another post's. */
const COMPARABLE = 40_000;

/** How alike two texts are, from 0 to 1: twice the words that both have, by the words of both (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [bag(one), bag(other)];
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const size = sum(a) + sum(b);
  return size === 0 ? 0 : (2 * common) / size;
}

/** Pairs each text with that of the others which is most alike, if one is alike enough. */
export function* align(
  texts: readonly Run[],
  others: readonly Run[],
  enough: number,
): Iterable<readonly [Run, Run]> {
  if (texts.length * others.length > COMPARABLE) return;
  for (const text of texts) {
    // One or two words are alike by chance.
    if (text.key.length < 20) continue;
    let best: { other: Run; share: number } | undefined;
    for (const other of others) {
      const share = likeness(text.key, other.key);
      if (share >= enough && share > (best?.share ?? 0)) best = { other, share };
    }
    if (best) yield [text, best.other];
  }
}

function bag(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
