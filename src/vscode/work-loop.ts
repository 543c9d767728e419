import { Turn } from './turn.ts';

/** What a loop works off. */
export interface Work {
  readonly isLeft: () => boolean;
  /** Does some of it, and looks now and then whether the turn is over. */
  readonly step: (turn: Turn) => Promise<void>;
  /** Is told what a step threw. What is left then waits until somebody starts the loop again. */
  readonly onBug: (error: unknown) => void;
}

/** Works in turns as long as something is left, however late that came. */
export class WorkLoop {
  readonly #work: Work;
  #running: Promise<void> | undefined;

  constructor(work: Work) {
    this.#work = work;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Begins with the next turn, unless it is at it or nothing is left. */
  start(): void {
    if (this.#work.isLeft()) this.#running ??= this.#run();
  }

  /** Resolves when nothing is left, or what is left can't be done. */
  async finished(): Promise<void> {
    do {
      this.start();
      await this.#running;
    } while (this.isRunning);
  }

  async #run(): Promise<void> {
    const turn = new Turn();
    try {
      do {
        await turn.next();
        await this.#work.step(turn);
      } while (this.#work.isLeft());
    } catch (error) {
      this.#work.onBug(error);
    } finally {
      // In one breath with the last look at what is left, so that nothing comes between the two.
      this.#running = undefined;
    }
  }
}
