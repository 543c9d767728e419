import { cutAtWord } from '../../text/cut-at-word.ts';
import { stopWordsFor, wordsOf } from './words.ts';

export interface DescriptionSource {
  readonly title: string;
  /** What the post says, paragraph by paragraph, without headings. */
  readonly texts: readonly string[];
  /** The longest that a description may be, in characters. */
  readonly longest: number;
}

/** Shorter ones say too little to stand for a post. */
const SHORTEST = 50;

/** How much the first sentence of a text counts above the last one: writers say what it is about at its start. */
const LEAD = 2;

/** A segment that ends like this goes on: an abbreviation's full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:(?:\p{L}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Sgt|Jr|Sr|vs|etc|approx|No|Nr|Nos|Vol|Fig|bzw|ca|vgl|usw|Hr|Fr|M|MM|Mme|Mlle|Sra?|Ud|Uds|pág)\.)\s*$/u;

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
  const paragraphs = texts.map(sentencesIn);
  const weights = weightsOf([title, ...texts]);
  const total = paragraphs.flat().length;
  const candidates: Candidate[] = [];
  let place = 0;
  for (const sentences of paragraphs) {
    for (const at of sentences.keys()) {
      let text = '';
      for (const [more, sentence] of sentences.slice(at).entries()) {
        text = text === '' ? sentence : `${text} ${sentence}`;
        if (text.length > longest) break;
        const lead = 1 + (LEAD - 1) * (1 - place / total);
        candidates.push({ text, start: place, end: place + more, score: strength(text, weights) * lead });
      }
      place += 1;
    }
  }
  const chosen: Candidate[] = [];
  for (const each of candidates.sort((a, b) => b.score - a.score)) {
    if (each.text.length < SHORTEST || each.text === title || chosen.length >= count) continue;
    if (chosen.every(({ start, end }) => each.end < start || each.start > end)) chosen.push(each);
  }
  if (chosen.length > 0) return chosen.map(({ text }) => text);
  const [first] = paragraphs.flat().sort((a, b) => b.length - a.length);
  return first === undefined ? [] : [cutAtWord(first, longest)];
}

function sentencesIn(text: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)) {
    open += segment;
    if (ABBREVIATION.test(open)) continue;
    sentences.push(open.trim());
    open = '';
  }
  return open.trim() === '' ? sentences : [...sentences, open.trim()];
}

/** How often each telling word stands in the text; those of the title, its first paragraph, count twice. */
function weightsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const words = texts.map((text) => wordsOf(text).map((word) => word.toLocaleLowerCase()));
  const stopWords = stopWordsFor(words.flat());
  const weights = new Map<string, number>();
  for (const word of [...(words[0] ?? []), ...words.flat()]) {
    if (!stopWords.has(word)) weights.set(word, (weights.get(word) ?? 0) + 1);
  }
  return weights;
}

/** What the words of a piece weigh together. A word counts once, and long pieces must say more than short ones. */
function strength(text: string, weights: ReadonlyMap<string, number>): number {
  const words = new Set(wordsOf(text).map((word) => word.toLocaleLowerCase()));
  const sum = [...words].reduce((all, word) => all + Math.sqrt(weights.get(word) ?? 0), 0);
  return sum / Math.sqrt(Math.max(SHORTEST, text.length));
}
