import { ask, type RemoteAnswer } from './answer.ts';
import { hostOf, partsOf, type RemoteQuestion } from './remote-address.ts';
import { type RemoteAnswers, retryIn } from './remote-answers.ts';
import type { Web } from './web.ts';

/** How many requests are under way at a time: in all, and to one host. */
const MOST = 6;
const MOST_TO_HOST = 2;

/** The longest that a busy host is waited for, in milliseconds; what is longer is a matter of another day. */
const LONGEST_PAUSE = 30_000;

/** After so many failures in a row a host is down, and isn't asked again for a while. */
const MOST_FAILURES = 3;

/** When so many hosts in a row fail, and none answers, it is the network that is down. */
const MOST_HOSTS_DOWN = 8;

/** One server, and what it is still to be asked. */
interface Host {
  waiting: RemoteQuestion[];
  running: number;
  failures: number;
  /** Until when it wants to be left alone, in milliseconds since 1970. */
  pausedUntil: number;
}

/**
 * Asks other servers what the posts want to know: a few questions at a time, heeding what a server says of its load.
 * What is answered goes into the answers, from which posts are judged.
 */
export class RemoteChecker {
  readonly #web: Web;
  readonly #answers: RemoteAnswers;
  readonly #onAnswer: (question: RemoteQuestion) => void;
  readonly #hosts = new Map<string, Host>();
  readonly #running = new Set<RemoteQuestion>();
  readonly #repeated = new Set<RemoteQuestion>();
  /** The hosts that failed since one answered last. */
  readonly #down = new Set<Host>();
  /** Counts the stops: an answer from before the last one says nothing, as its request was broken off. */
  #stops = 0;
  #idle: (() => void)[] = [];

  constructor(web: Web, answers: RemoteAnswers, onAnswer: (question: RemoteQuestion) => void = () => {}) {
    this.#web = web;
    this.#answers = answers;
    this.#onAnswer = onAnswer;
  }

  /**
   * Says what the posts want to know now. What waits and isn't wanted any more is dropped; what is known well enough
   * isn't asked again.
   */
  want(questions: Iterable<RemoteQuestion>): void {
    for (const host of this.#hosts.values()) host.waiting = [];
    for (const question of new Set(questions)) {
      const name = hostOf(partsOf(question).address);
      if (name === undefined || this.#running.has(question)) continue;
      if (this.#answers.holds(question, this.#web.now())) continue;
      const host = this.#hosts.get(name) ?? { waiting: [], running: 0, failures: 0, pausedUntil: 0 };
      this.#hosts.set(name, host);
      host.waiting.push(question);
    }
    this.#start();
  }

  /** Resolves when nothing is left to ask. */
  settled(): Promise<void> {
    return this.#isIdle ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Asks nothing more, and breaks off what is under way: that stays unanswered. */
  stop(): void {
    for (const host of this.#hosts.values()) host.waiting = [];
    for (const host of this.#hosts.values()) host.running = 0;
    this.#running.clear();
    this.#stops += 1;
    this.#web.stop();
    this.#rest();
  }

  get #isIdle(): boolean {
    return this.#running.size === 0 && [...this.#hosts.values()].every(({ waiting }) => waiting.length === 0);
  }

  #start(): void {
    for (const host of this.#hosts.values()) {
      while (this.#running.size < MOST && host.running < MOST_TO_HOST) {
        const question = host.waiting.shift();
        if (question === undefined) break;
        host.running += 1;
        this.#running.add(question);
        void this.#run(question, host);
      }
    }
    this.#rest();
  }

  async #run(question: RemoteQuestion, host: Host): Promise<void> {
    const stops = this.#stops;
    const goesOn = () => stops === this.#stops;
    const { use, address } = partsOf(question);
    const pause = host.pausedUntil - this.#web.now();
    if (pause > 0) await this.#web.sleep(pause);
    const answer = await ask(this.#web, use, address, goesOn);
    if (!goesOn()) return;
    host.running -= 1;
    this.#running.delete(question);
    if (!this.#isToRepeat(question, answer, host)) this.#take(question, answer, host);
    this.#start();
  }

  /** Whether a busy host will have time in a moment. Each question is repeated once. */
  #isToRepeat(question: RemoteQuestion, answer: RemoteAnswer, host: Host): boolean {
    const pause = answer.kind === 'unsure' ? retryIn(answer.retryAfter, this.#web.now()) : 0;
    if (pause === 0 || pause > LONGEST_PAUSE || this.#repeated.has(question)) return false;
    this.#repeated.add(question);
    host.pausedUntil = this.#web.now() + pause;
    host.waiting.unshift(question);
    return true;
  }

  #take(question: RemoteQuestion, answer: RemoteAnswer, host: Host): void {
    this.#repeated.delete(question);
    this.#answer(question, answer);
    const failed = answer.kind === 'unsure' && (answer.why === 'timeout' || answer.why === 'unreachable');
    if (failed) this.#down.add(host);
    else this.#down.clear();
    host.failures = failed ? host.failures + 1 : 0;
    if (this.#down.size >= MOST_HOSTS_DOWN) {
      for (const each of this.#hosts.values()) this.#giveUp(each, answer);
      this.#down.clear();
    } else if (host.failures >= MOST_FAILURES || isBusy(answer)) this.#giveUp(host, answer);
  }

  /** Answers what waits for a host as another question was answered. */
  #giveUp(host: Host, answer: RemoteAnswer): void {
    const { waiting } = host;
    host.waiting = [];
    host.failures = 0;
    for (const question of waiting) this.#answer(question, answer);
  }

  #answer(question: RemoteQuestion, answer: RemoteAnswer): void {
    this.#answers.add(question, answer, this.#web.now());
    this.#onAnswer(question);
  }

  #rest(): void {
    if (!this.#isIdle) return;
    for (const resolve of this.#idle) resolve();
    this.#idle = [];
  }
}

/** Whether a server asked to be left alone for longer than anybody waits. */
function isBusy(answer: RemoteAnswer): boolean {
  return answer.kind === 'unsure' && (answer.why === 'busy' || answer.retryAfter !== undefined);
}
