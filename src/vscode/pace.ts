/**
 * Runs at once when asked, then at most once an interval; what is asked for meanwhile is done at its end. What may take
 * long gets longer intervals, so that it leaves the extension host to others.
 */
export class Pace {
  readonly #run: () => void;
  readonly #interval: number;
  readonly #mostOfTime: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again = false;
  #isDisposed = false;

  /**
   * @param interval in milliseconds
   * @param mostOfTime the share of the time that the runs may take; at most 1
   */
  constructor(run: () => void, interval: number, mostOfTime = 1) {
    this.#run = run;
    this.#interval = interval;
    this.#mostOfTime = mostOfTime;
  }

  ask(): void {
    if (this.#isDisposed) return;
    if (this.#timer !== undefined) {
      this.#again = true;
      return;
    }
    this.#again = false;
    const started = Date.now();
    this.#rest(this.#interval);
    this.#run();
    const took = Date.now() - started;
    const needed = took / this.#mostOfTime;
    if (needed > this.#interval) this.#rest(needed - took);
  }

  #rest(time: number): void {
    clearTimeout(this.#timer);
    if (this.#isDisposed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#again) this.ask();
    }, time);
  }

  /** From now on nothing is done, whoever asks. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#isDisposed = true;
  }
}
