/** How long the extension host may be busy with us before others get their turn, in milliseconds. */
const SLICE = 8;

/** Our turn in the extension host. Long work looks now and then whether it is over, and lets others have theirs. */
export class Turn {
  #end = Date.now() + SLICE;

  get isOver(): boolean {
    return Date.now() >= this.#end;
  }

  /** Resolves with our next turn, when others have had theirs. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve));
    this.#end = Date.now() + SLICE;
  }
}
