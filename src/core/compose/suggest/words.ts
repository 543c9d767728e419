import lists from 'stopwords-iso/stopwords-iso.json' with { type: 'json' };

/** How many words of a text are enough to know its language by. */
const ENOUGH_WORDS = 400;

/** Languages with at least this share of the best one's stop words count too: posts quote, and mix. */
const NEARLY_AS_GOOD = 0.6;

/** Scripts that put no spaces between words. */
export const WITHOUT_SPACES =
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

/** What French, Italian and Catalan put in front of a word without a space, and with an apostrophe: `l’école`. */
const ELIDED =
  /^((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dall|dell|nell|sull|coll|quell|quest|sant)[’'])(?=\p{L}{2})/iu;

/** As `wordsOf`, with words such as `école` by themselves, and `l’` before them. English genitives lose their ending. */
export function plainWordsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const plain = word.replace(/[’']s$/u, '');
    const [elided] = ELIDED.exec(plain) ?? [];
    return elided === undefined ? [plain] : [elided, plain.slice(elided.length)];
  });
}

/** In which language a text is, as far as its stop words tell. */
export interface Speech {
  /** Its code in ISO 639-1, such as `de`; undefined where there is no stop word of any. */
  readonly language: string | undefined;
  /** The stop words of the language, together with those of languages that come near: one that isn't known loses little. */
  readonly stopWords: ReadonlySet<string>;
}

/** Finds the language that has most of a text's words as stop words. @param words in small letters. */
export function speechOf(words: readonly string[]): Speech {
  const sample = new Map<string, number>();
  for (const word of words.slice(0, ENOUGH_WORDS)) sample.set(word, (sample.get(word) ?? 0) + 1);
  const languages = Object.entries(lists).map(([code, list]) => ({ code, list, hits: hitsIn(list, sample) }));
  const most = Math.max(...languages.map(({ hits }) => hits));
  const spoken = languages.filter(({ hits }) => most === 0 || hits >= most * NEARLY_AS_GOOD);
  const language = most === 0 ? undefined : languages.find(({ hits }) => hits === most)?.code;
  return { language, stopWords: new Set(spoken.flatMap(({ list }) => [...bothApostrophes(list)])) };
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
