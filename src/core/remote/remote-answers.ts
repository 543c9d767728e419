import * as v from 'valibot';
import type { RemoteAnswer } from './answer.ts';
import type { RemoteQuestion } from './remote-address.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long an answer holds before it is asked for again, in milliseconds. What is gone may soon be mended. */
const AGES: Readonly<Record<RemoteAnswer['kind'], number>> = {
  there: 7 * DAY,
  gone: 6 * HOUR,
  'not-an-image': 6 * HOUR,
  unsure: 30 * MINUTE,
};

/** The longest that a server's `Retry-After` is heeded. */
const LONGEST_WAIT = 7 * DAY;

/** How long an answer to what no post asks any more is kept. */
const FORGOTTEN = 30 * DAY;

const storedSchema = v.object({
  version: v.literal(1),
  answers: v.array(
    v.object({
      question: v.custom<RemoteQuestion>(
        (value) => typeof value === 'string' && /^(?:image|page) https?:\/\//i.test(value),
      ),
      /** When it was given, and until when it holds, in milliseconds since 1970. */
      at: v.number(),
      until: v.number(),
      answer: v.variant('kind', [
        v.object({ kind: v.literal('there') }),
        v.object({ kind: v.literal('gone'), status: v.number() }),
        v.object({ kind: v.literal('not-an-image'), type: v.string() }),
      ]),
    }),
  ),
});

type Stored = v.InferOutput<typeof storedSchema>;

interface Kept {
  readonly at: number;
  readonly until: number;
  readonly answer: RemoteAnswer;
}

/** What other servers answered, for as long as that holds. Its text outlives the window. */
export class RemoteAnswers {
  readonly #kept = new Map<RemoteQuestion, Kept>();

  get(question: RemoteQuestion): RemoteAnswer | undefined {
    return this.#kept.get(question)?.answer;
  }

  /** Whether an answer is there and needs not be asked for again. */
  holds(question: RemoteQuestion, now: number): boolean {
    const kept = this.#kept.get(question);
    return kept !== undefined && kept.at <= now && now < kept.until;
  }

  add(question: RemoteQuestion, answer: RemoteAnswer, now: number): void {
    const wait = answer.kind === 'unsure' ? retryIn(answer.retryAfter, now) : 0;
    const age = Math.max(AGES[answer.kind], Math.min(wait, LONGEST_WAIT));
    this.#kept.set(question, { at: now, until: now + age, answer });
  }

  /**
   * Takes over what another run has stored, where that is newer. A text of another kind or a broken one holds nothing.
   */
  read(text: string): void {
    for (const { question, ...kept } of decode(text)?.answers ?? []) {
      const own = this.#kept.get(question);
      if (!own || own.at < kept.at) this.#kept.set(question, kept);
    }
  }

  /** The answers as a text to store. What nobody could tell is of this hour only, and left out. */
  write(now: number): string {
    const answers: Stored['answers'] = [];
    for (const [question, { answer, at, until }] of this.#kept) {
      if (answer.kind !== 'unsure' && now - at < FORGOTTEN) answers.push({ question, at, until, answer });
    }
    return `${JSON.stringify({ version: 1, answers } satisfies Stored)}\n`;
  }
}

/** In how many milliseconds a server wants to be asked again: `Retry-After` has seconds or a date (RFC 9110, 10.2.3). */
export function retryIn(retryAfter: string | undefined, now: number): number {
  if (retryAfter === undefined) return 0;
  const wait = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) && wait > 0 ? wait : 0;
}

function decode(text: string): Stored | undefined {
  try {
    const result = v.safeParse(storedSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
