import { plainWordsOf, type Speech, speechOf, WITHOUT_SPACES } from './words.ts';

/** How much more a term counts that stands in the title, and one that the site has for a keyword already. */
const TITLE_WEIGHT = 2;
const KNOWN_WEIGHT = 4;

/** Words that stand together this often are a phrase; those that never stand alone are one sooner. */
const REPEATED = 3;
const REPEATED_TOGETHER = 2;
const LONGEST_PHRASE = 3;

/** The language that writes its nouns with capital letters: what has none there is no name of anything. */
const NOUNS_IN_CAPITALS = 'de';

/** Titles that stand before a name. */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  'mme',
  'mmes',
  'mlle',
  'mlles',
  'sra',
  'sras',
  'srta',
  'prof',
]);

/** What isn't the name of anything, whatever the language. */
const UNTELLING: readonly RegExp[] = [
  /^[\d.-]+$/,
  // An initialism with full stops, the last of which is cut off.
  /^(?:\p{L}\.)+\p{L}$/u,
  // `l’` and its kin.
  /[’']$/,
  // In Japanese, the ends of verbs and the small words between others.
  /^\p{Script=Hiragana}+$/u,
  // Numbers and what is counted by them: `三年`, `十人`.
  /^第?[〇一二三四五六七八九十百千万億]+[年月日時分秒人回本円度目部つ]?$/u,
];

/** With fewer terms than this, those that stand in the text only once are taken too. */
const FEW = 4;

export interface KeywordSource {
  readonly title: string;
  /** What the post says, paragraph by paragraph. */
  readonly texts: readonly string[];
  /** Keywords of the site's other posts, each with the number of posts that use it. */
  readonly known: ReadonlyMap<string, number>;
  readonly others: DocumentFrequency;
}

/** In how many of the site's other posts each word stands, in small letters. */
export interface DocumentFrequency {
  readonly posts: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** A word or phrase of the text, in the letters in which it mostly stands there. */
interface Term {
  readonly words: readonly string[];
  count: number;
  readonly forms: Map<string, number>;
}

/**
 * What a text is about, the strongest first: the words and phrases that it has often and other posts have seldom
 * (TF-IDF), and before them those that the site has for keywords already. Stop words, numbers and words of one or
 * two letters are never proposed, and of `voter` and `voters` only the commoner one.
 */
export function keywordsOf(source: KeywordSource, count: number): readonly string[] {
  const { title, texts, known, others } = source;
  const runs = [title, ...texts].flatMap(runsOf);
  const speech = speechOf(runs.flat().map(small));
  const terms = mergePlurals(termsIn(runs, speech));
  const inTitle = new Set(runsOf(title).flat().map(small));
  const weightOf = ({ words, count }: Term) =>
    count * rarity(words, others) * (words.every((word) => inTitle.has(word)) ? TITLE_WEIGHT : 1);

  const scores = new Map([...terms].map(([key, term]) => [key, weightOf(term)]));
  const shown = new Map([...terms].map(([key, term]) => [key, commonest(term.forms)]));
  const haystack = ` ${runs.map((words) => words.map(small).join(' ')).join(' | ')} `;
  for (const keyword of known.keys()) {
    const words = plainWordsOf(keyword).map(small);
    const key = words.join(' ');
    const uses = key === '' ? 0 : haystack.split(` ${key} `).length - 1;
    if (uses === 0) continue;
    scores.set(key, weightOf({ words, count: uses, forms: new Map() }) * KNOWN_WEIGHT);
    shown.set(key, keyword);
  }
  const strongest = [...scores].sort(([, a], [, b]) => b - a).map(([key]) => key);
  // A word that stands in a text once tells little of it.
  const telling = strongest.filter((key) => {
    const term = terms.get(key);
    return !term || term.count > 1 || term.words.every((word) => inTitle.has(word));
  });
  const best = telling.length < FEW ? strongest.slice(0, FEW) : telling.slice(0, count);
  const areSmall = known.size > 0 ? isSmall(known) : speech.language !== NOUNS_IN_CAPITALS;
  return best.map((key) => {
    const form = shown.get(key) ?? key;
    return areSmall && !known.has(form) ? small(form) : form;
  });
}

/** Stretches of words without punctuation between them: no phrase reaches over their ends. */
function runsOf(text: string): string[][] {
  return text.split(/[,;:!?()[\]"“”„«»。、！？]+|\s[–—-]+\s|—|\.(?=\s|$)/u).map((run) => plainWordsOf(run));
}

function small(word: string): string {
  return word.toLocaleLowerCase();
}

function termsIn(runs: readonly (readonly string[])[], { language, stopWords }: Speech): Map<string, Term> {
  const terms = new Map<string, Term>();
  const phrases = new Map<string, Term>();
  for (const run of runs) {
    for (const at of run.keys()) {
      const words: string[] = [];
      for (const next of run.slice(at, at + LONGEST_PHRASE)) {
        if (!isTelling(next, stopWords)) break;
        words.push(next);
        add(words.length === 1 ? terms : phrases, words);
      }
    }
  }
  for (const [key, phrase] of phrases) {
    const isAlone = phrase.words.some((word) => (terms.get(word)?.count ?? 0) > phrase.count);
    if (phrase.count < (isAlone ? REPEATED : REPEATED_TOGETHER)) continue;
    terms.set(key, phrase);
    // Its words count only where they stand without it.
    for (const word of phrase.words) {
      const term = terms.get(word);
      if (term) term.count -= phrase.count;
    }
  }
  const isName = ({ forms }: Term) =>
    language !== NOUNS_IN_CAPITALS || /^\p{Lu}/u.test(commonest(forms).split(' ').at(-1) ?? '');
  return new Map([...terms].filter(([, term]) => term.count > 0 && isName(term)));
}

function add(terms: Map<string, Term>, written: readonly string[]): void {
  const words = written.map(small);
  const key = words.join(' ');
  const term = terms.get(key) ?? { words, count: 0, forms: new Map<string, number>() };
  term.count += 1;
  const form = written.join(written.every((word) => WITHOUT_SPACES.test(word)) ? '' : ' ');
  term.forms.set(form, (term.forms.get(form) ?? 0) + 1);
  terms.set(key, term);
}

function isTelling(word: string, stopWords: ReadonlySet<string>): boolean {
  const letters = small(word);
  // One ideograph may be a word; of letters it takes three.
  const long = /\p{Script=Han}/u.test(letters) ? letters.length >= 2 : [...letters].length >= 3;
  return (
    long &&
    !stopWords.has(letters) &&
    !BEFORE_NAMES.has(letters) &&
    !UNTELLING.some((each) => each.test(letters))
  );
}

function mergePlurals(terms: Map<string, Term>): Map<string, Term> {
  for (const [key, plural] of terms) {
    const singular = key.endsWith('s') ? terms.get(key.slice(0, -1)) : undefined;
    if (!singular) continue;
    const [more, less] = plural.count >= singular.count ? [plural, singular] : [singular, plural];
    more.count += less.count;
    terms.delete(less.words.join(' '));
  }
  return terms;
}

/** How seldom other posts have a term's words: 1 where all of them have them, more the fewer do. */
function rarity(words: readonly string[], { posts, counts }: DocumentFrequency): number {
  const each = words.map((word) => 1 + Math.log((posts + 1) / ((counts.get(word) ?? 0) + 1)));
  return Math.max(1, ...each);
}

/** Whether the site writes its keywords in small letters. */
function isSmall(known: ReadonlyMap<string, number>): boolean {
  const keywords = [...known.keys()];
  return keywords.filter((each) => each === small(each)).length >= keywords.length * 0.8;
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
