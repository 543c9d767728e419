import lists from 'stopwords-iso/stopwords-iso.json' with { type: 'json' };

/** How many words of a text are enough to know its language by. */
const ENOUGH_WORDS = 400;

/** Languages with at least this share of the best one's stop words count too: posts quote, and mix. */
const NEARLY_AS_GOOD = 0.6;

/** Scripts that put no spaces between words. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.-][\p{L}\p{M}\p{N}]+)*/gu;

/** A text's words in their order, as they are written. Scripts without spaces are cut by the dictionary of ICU. */
export function wordsOf(text: string): string[] {
  if (!WITHOUT_SPACES.test(text)) return text.match(WORD) ?? [];
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    text,
  )) {
    if (isWordLike === true) words.push(segment);
  }
  return words;
}

/**
 * The stop words of the language in which a text is, which is the one that has most of them, together with those of
 * languages that come near: one that isn't known has none of its own, and loses little.
 * @param words in small letters.
 */
export function stopWordsFor(words: readonly string[]): ReadonlySet<string> {
  const sample = new Map<string, number>();
  for (const word of words.slice(0, ENOUGH_WORDS)) sample.set(word, (sample.get(word) ?? 0) + 1);
  const languages = Object.values(lists).map((list) => ({ list, hits: hitsIn(list, sample) }));
  const most = Math.max(...languages.map(({ hits }) => hits));
  const spoken = languages.filter(({ hits }) => most === 0 || hits >= most * NEARLY_AS_GOOD);
  return new Set(spoken.flatMap(({ list }) => [...bothApostrophes(list)]));
}

/** How many words of a sample are stop words: the few are looked for, so that 58 languages need no sets of their own. */
function hitsIn(list: readonly string[], sample: ReadonlyMap<string, number>): number {
  const found = new Set<string>();
  for (const word of bothApostrophes(list)) if (sample.has(word)) found.add(word);
  return [...found].reduce((sum, word) => sum + (sample.get(word) ?? 0), 0);
}

function* bothApostrophes(list: readonly string[]): Iterable<string> {
  for (const word of list) {
    yield word;
    if (word.includes("'")) yield word.replace("'", '’');
  }
}
