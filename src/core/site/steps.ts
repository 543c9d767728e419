/** How many posts are worked through before others may have their turn. */
export const STEP = 20;

/** Does at one go what could be done in steps. */
export function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
