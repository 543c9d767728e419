import lists from 'stopwords-iso/stopwords-iso.json' with { type: 'json' };

/** Words that say nothing of a text, for each of 58 languages: the languages are told apart by them. */
const STOP_WORDS: readonly ReadonlySet<string>[] = Object.values(lists).map(
  (words) => new Set(words.flatMap((word) => [word, word.replace("'", '’')])),
);

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
  const sample = words.slice(0, ENOUGH_WORDS);
  const hits = STOP_WORDS.map((list) => sample.filter((word) => list.has(word)).length);
  const most = Math.max(...hits);
  const spoken = STOP_WORDS.filter((_, at) => most === 0 || (hits[at] ?? 0) >= most * NEARLY_AS_GOOD);
  return new Set(spoken.flatMap((list) => [...list]));
}
