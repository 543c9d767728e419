import { deu, eng, fra, spa } from 'stopword';

/** Words that say nothing of a text, in the languages that are told apart by them. */
const STOP_WORDS: ReadonlySet<string> = new Set([eng, deu, fra, spa].flat());

/** How much more a word counts that the site already uses as a keyword, and one that stands in the title. */
const KNOWN_WEIGHT = 3;
const TITLE_WEIGHT = 2;

export interface KeywordSource {
  readonly title: string;
  /** The body's words, from `plainText`. */
  readonly text: string;
  /** Keywords of the site's other posts with the number of posts that use them. */
  readonly known: ReadonlyMap<string, number>;
}

/**
 * The words and phrases that a text is about, the strongest first. What the site already uses as a keyword wins over
 * a new word. Words of one or two letters and stop words are never proposed.
 */
export function suggestKeywords({ title, text, known }: KeywordSource, count = 6): readonly string[] {
  const scores = new Map<string, number>();
  const shown = new Map<string, string>();
  const titleWords = new Set(words(title).map((word) => word.toLocaleLowerCase()));
  for (const word of [...words(title), ...words(text)]) {
    const key = word.toLocaleLowerCase();
    if (key.length < 3 || STOP_WORDS.has(key) || /^\d+$/.test(key)) continue;
    scores.set(key, (scores.get(key) ?? 0) + (titleWords.has(key) ? TITLE_WEIGHT : 1));
    if (!shown.has(key)) shown.set(key, key);
  }
  const haystack = ` ${words(`${title} ${text}`).join(' ').toLocaleLowerCase()} `;
  for (const keyword of known.keys()) {
    const key = words(keyword).join(' ').toLocaleLowerCase();
    const uses = key === '' ? 0 : haystack.split(` ${key} `).length - 1;
    if (uses === 0) continue;
    scores.set(key, Math.max(scores.get(key) ?? 0, uses) * KNOWN_WEIGHT + 1);
    shown.set(key, keyword);
  }
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([key]) => shown.get(key) ?? key);
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}
