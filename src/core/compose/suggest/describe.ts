import { cutAtWord } from '../../text/cut-at-word.ts';
import { slice } from '../../text/span.ts';
import { sentencesIn } from './sentences.ts';
import { plainWordsOf, speechOf } from './words.ts';

export interface DescriptionSource {
  readonly title: string;
  /** What the post says, paragraph by paragraph, without headings. */
  readonly texts: readonly string[];
  /** The longest that a description may be, in characters. */
  readonly longest: number;
}

/** Stands in a text for what isn't known, such as what template code prints: no sentence with it is proposed. */
export const HOLE = '\uFFFC';

/** Shorter ones say too little to stand for a post. */
const SHORTEST = 50;

/** More sentences than this, however short, are no description. */
const MOST_SENTENCES = 8;

/** How much the first sentence of a text counts above the last one: writers say what it is about right at its start. */
const LEAD = 2.5;

/** What begins like this leans on the sentence before it, so it counts less by itself. */
const LEANS =
  /^(?:(?:this|these|those|it|its|he|his|she|her|they|their|then|but|and|so|er|sie|es|dies\p{L}*|seine?|ihre?|aber|und|doch|il|elle|ils|elles|cela|celle|celui|mais|et|él|ella|ellos|ellas|este|esta|esto|ese|esa|eso|pero|y)(?!\p{L})|[こそ]れ|[こそ]の|しかし|だが)/iu;
const LEANING = 0.7;

interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/**
 * Sentences of a text that say most of what it is about and fit into a description, the best first; consecutive ones
 * are taken together where there is room. A text whose sentences are all too long gives its first one, cut at a word.
 */
export function describe(source: DescriptionSource, count: number): readonly string[] {
  const { title, texts, longest } = source;
  const paragraphs = texts.map((text) => ({
    text,
    sentences: sentencesIn(text).map((each) => ({ ...each, words: smallWords(slice(text, each)) })),
  }));
  const weights = weightsOf([title, ...texts]);
  const total = paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const candidates: Candidate[] = [];
  let place = 0;
  for (const paragraph of paragraphs) {
    for (const [at, first] of paragraph.sentences.entries()) {
      const lead = 1 + (LEAD - 1) * (1 - place / total) ** 2;
      const words = new Set<string>();
      for (const [more, last] of paragraph.sentences.slice(at, at + MOST_SENTENCES).entries()) {
        const text = paragraph.text.slice(first.start, last.end);
        if (text.length > longest) break;
        for (const word of last.words) words.add(word);
        const stands = LEANS.test(text) ? LEANING : 1;
        const score = strength(text, words, weights) * lead * stands;
        candidates.push({ text, start: place, end: place + more, score });
      }
      place += 1;
    }
  }
  const chosen: Candidate[] = [];
  for (const each of candidates.sort((a, b) => b.score - a.score)) {
    if (each.text.length < SHORTEST || each.text === title || chosen.length >= count) continue;
    if (each.text.includes(HOLE)) continue;
    if (chosen.every(({ start, end }) => each.end < start || each.start > end)) chosen.push(each);
  }
  if (chosen.length > 0) return chosen.map(({ text }) => text);
  const all = paragraphs.flatMap(({ text, sentences }) => sentences.map((each) => slice(text, each)));
  const [first] = all.filter((text) => !text.includes(HOLE)).sort((a, b) => b.length - a.length);
  return first === undefined ? [] : [cutAtWord(first, longest)];
}

/** How often each telling word stands in the text; those of the title, its first paragraph, count twice. */
function weightsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const words = texts.map(smallWords);
  const { stopWords } = speechOf(words.flat());
  const weights = new Map<string, number>();
  for (const word of [...(words[0] ?? []), ...words.flat()]) {
    if (!stopWords.has(word)) weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  return weights;
}

function smallWords(text: string): readonly string[] {
  return plainWordsOf(text).map((word) => word.toLocaleLowerCase());
}

/** What the words of a piece weigh together. A word counts once, and long pieces must say more than short ones. */
function strength(text: string, words: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  const sum = [...words].reduce((all, word) => all + Math.sqrt(weights.get(word) ?? 0), 0);
  return sum / Math.sqrt(Math.max(SHORTEST, text.length));
}
