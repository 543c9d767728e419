/** Runs at once when asked, then at most once an interval; what is asked for meanwhile is done at its end. */
export class Pace {
  readonly #run: () => void;
  readonly #interval: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again = false;
  #isDisposed = false;

  /** @param interval in milliseconds */
  constructor(run: () => void, interval: number) {
    this.#run = run;
    this.#interval = interval;
  }

  ask(): void {
    if (this.#isDisposed) return;
    if (this.#timer !== undefined) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#again) this.ask();
    }, this.#interval);
    this.#run();
  }

  /** From now on nothing is done, whoever asks. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#isDisposed = true;
  }
}
