import { type Span, span } from '../../text/span.ts';

/** What ends like this goes on: an abbreviation's full stop ends no sentence, nor does that of `am 3. Mai`. */
const GOES_ON =
  /(?:^|[\s(])(?:(?:\p{L}\.)+|\d{1,2}\.|(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Sgt|Jr|Sr|vs|etc|approx|No|Nr|Nos|Vol|Fig|bzw|ca|vgl|usw|Hr|Fr|M|MM|Mme|Mlle|Sra?|Ud|Uds|pág)\.)\s*$/u;

const LONGEST_ABBREVIATION = 20;

/** What a sentence ends with after its full stop. */
const CLOSING = /^[»”’"』」）)\]]+\s*/u;

/** The longest that is kept in one piece for its quotation marks, in characters: no description takes more. */
const LONGEST = 1000;

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['„', '“”'],
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['(', ')'],
  ['（', '）'],
];

/**
 * Where the sentences of a paragraph stand, without the spaces between them. What is quoted stays in one piece with its
 * marks, and so does what stands in brackets.
 */
export function sentencesIn(text: string): readonly Span[] {
  const ends: number[] = [];
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)) {
    const [closing = ''] = CLOSING.exec(segment) ?? [];
    if (closing !== '' && ends.length > 0) ends[ends.length - 1] = index + closing.length;
    if (closing.length < segment.length) ends.push(index + segment.length);
  }
  const sentences: Span[] = [];
  let start = 0;
  for (const end of ends) {
    const goesOn =
      GOES_ON.test(text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end)) ||
      (isOpen(text.slice(start, end)) && !isOpen(text.slice(start, start + LONGEST)));
    if (goesOn && end - start < LONGEST) continue;
    sentences.push(trimmed(text, span(start, end)));
    start = end;
  }
  if (text.slice(start).trim() !== '') sentences.push(trimmed(text, span(start, text.length)));
  return sentences;
}

/** Whether a quotation or a bracket begins in a text that doesn't end there. */
function isOpen(text: string): boolean {
  const pairs = text.includes('„') ? PAIRS.filter(([open]) => open !== '“') : PAIRS;
  return pairs.some(([open, close]) => count(text, open) > count(text, close));
}

function count(text: string, marks: string): number {
  return [...marks].reduce((sum, mark) => sum + text.split(mark).length - 1, 0);
}

function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  return span(end - written.trimStart().length, start + written.trimEnd().length);
}
