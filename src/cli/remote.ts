import { readFile, writeFile } from 'node:fs/promises';
import type { Doubt, RemoteAnswer } from '../core/remote/answer.ts';
import { FetchWeb } from '../core/remote/fetch-web.ts';
import { partsOf, type RemoteQuestion } from '../core/remote/remote-address.ts';
import { RemoteAnswers } from '../core/remote/remote-answers.ts';
import { RemoteChecker } from '../core/remote/remote-checker.ts';

/** What `check --remote` tells of the addresses on other servers, beside the problems. */
export interface RemoteReport {
  /** How many addresses the posts have there. */
  readonly addresses: number;
  /** Those that nobody could check, which says nothing against them. */
  readonly unsure: readonly { readonly address: string; readonly why: Doubt }[];
}

/** Asks other servers for the terminal, and keeps their answers in a file if there is one. */
export class Remote {
  readonly #answers = new RemoteAnswers();
  readonly #cache: string | undefined;
  readonly #agent: string;
  readonly #asked = new Set<RemoteQuestion>();

  private constructor(agent: string, cache: string | undefined) {
    this.#agent = agent;
    this.#cache = cache;
  }

  /**
   * @param agent who asks.
   * @param cache the file of answers from earlier runs, which need not be there yet.
   */
  static async open(agent: string, cache: string | undefined): Promise<Remote> {
    const remote = new Remote(agent, cache);
    const text = cache === undefined ? undefined : await readFile(cache, 'utf8').catch(() => undefined);
    if (text !== undefined) remote.#answers.read(text);
    return remote;
  }

  /** Asks what isn't known, and waits for all of it. */
  async answersTo(questions: Iterable<RemoteQuestion>): Promise<ReadonlyMap<RemoteQuestion, RemoteAnswer>> {
    const all = new Set(questions);
    const checker = new RemoteChecker(
      new FetchWeb(
        {
          fetch,
          newAbort: () => new AbortController(),
          after: (milliseconds, run) => {
            const timer = setTimeout(run, milliseconds);
            return () => clearTimeout(timer);
          },
        },
        this.#agent,
      ),
      this.#answers,
    );
    checker.want(all);
    await checker.settled();
    const found = new Map<RemoteQuestion, RemoteAnswer>();
    for (const question of all) {
      this.#asked.add(question);
      const answer = this.#answers.get(question);
      if (answer) found.set(question, answer);
    }
    return found;
  }

  get report(): RemoteReport {
    const unsure = new Map<string, Doubt>();
    for (const question of this.#asked) {
      const answer = this.#answers.get(question);
      if (answer?.kind === 'unsure') unsure.set(partsOf(question).address, answer.why);
    }
    return {
      addresses: new Set([...this.#asked].map((question) => partsOf(question).address)).size,
      unsure: Array.from(unsure, ([address, why]) => ({ address, why })),
    };
  }

  /** @throws when the cache can't be written. */
  async close(): Promise<void> {
    if (this.#cache !== undefined) await writeFile(this.#cache, this.#answers.write(Date.now()));
  }
}
