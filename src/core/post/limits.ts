import { isList, isMap, type Value } from './value.ts';

/**
 * The longest YAML that is read, in UTF-16 code units. From about here on, PHP's pattern matcher may give up on a front
 * matter (`pcre.backtrack_limit`), which Jigsaw then doesn't see.
 */
export const LONGEST_YAML = 500_000;

/** The most levels of lists and mappings within one another that are read. */
export const DEEPEST_YAML = 200;

/** The most values that aliases may stand for in one front matter, counted as if each were written out. */
const MOST_ALIASED = 100_000;

/**
 * Counts what aliases stand for. A few lines of aliases to aliases can stand for billions of values (the "billion
 * laughs"); they share memory here, but whoever walks the data would never come back.
 */
export class AliasBudget {
  readonly #sizes = new Map<Value, number>();
  #spent = 0;

  /** Takes one more use of `value` into account. @returns false when there are too many. */
  spend(value: Value): boolean {
    this.#spent += this.#size(value);
    return this.#spent <= MOST_ALIASED;
  }

  #size(value: Value): number {
    if (!isList(value) && !isMap(value)) return 1;
    const known = this.#sizes.get(value);
    if (known !== undefined) return known;
    let size = 1;
    for (const inner of value.values()) size += this.#size(inner);
    this.#sizes.set(value, size);
    return size;
  }
}
