import type { Run } from './runs.ts';

/** More comparisons than this would be felt; texts so many that differ are another post's. */
const COMPARABLE = 40_000;

/** A text's words, and how often each stands there. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** How alike two texts are, from 0 to 1: twice the words that both have, by the words of both (Dice). */
export function likeness(one: string, other: string): number {
  return likenessOf(bagOf(one), bagOf(other));
}

/** Pairs each text with that of the others which is most alike, if one is alike enough. */
export function* align(
  texts: readonly Run[],
  others: readonly Run[],
  enough: number,
): Iterable<readonly [Run, Run]> {
  if (texts.length * others.length > COMPARABLE) return;
  const bags = others.map(({ key }) => bagOf(key));
  for (const text of texts) {
    // One or two words are alike by chance.
    if (text.key.length < 20) continue;
    const bag = bagOf(text.key);
    let best: { other: Run; share: number } | undefined;
    for (const [index, other] of others.entries()) {
      const share = likenessOf(bag, bags[index] ?? bag, Math.max(enough, best?.share ?? 0));
      if (share >= enough && share > (best?.share ?? 0)) best = { other, share };
    }
    if (best) yield [text, best.other];
  }
}

/** @param enough texts whose lengths alone make them less alike are not compared, and count as not alike. */
function likenessOf(a: Bag, b: Bag, enough = 0): number {
  const size = a.size + b.size;
  if (size === 0 || (2 * Math.min(a.size, b.size)) / size < enough) return 0;
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * common) / size;
}

function bagOf(text: string): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    size += 1;
  }
  return { counts, size };
}
