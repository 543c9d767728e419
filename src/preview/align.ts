/** Longer lists than these, multiplied, aren't compared one by one: the writer replaced the whole text. */
const comparable = 4_000_000;

/**
 * Finds what two lists have in common: pairs of indices `[from, to]` with equal keys, both ascending, as many as there
 * can be (a longest common subsequence).
 */
export function align(
  from: readonly string[],
  to: readonly string[],
): readonly (readonly [number, number])[] {
  const rows = from.length;
  const columns = to.length;
  if (rows * columns > comparable) return [];
  const width = columns + 1;
  // lengths[i * width + j]: how much from[i…] and to[j…] have in common.
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] =
        from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (from[i] === to[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
