/** Where a line of the source stands on the page. */
export interface Place {
  /** From 0. */
  readonly line: number;
  /** Pixels from the top of the page. */
  readonly top: number;
}

/** How far down the page a line is. Between two places it is taken to move evenly. `places` ascend in both. */
export function topOfLine(places: readonly Place[], line: number): number {
  return between(places, line, 'line', 'top');
}

/** Which line is that far down the page; the fraction says how much of it has passed. */
export function lineAtTop(places: readonly Place[], top: number): number {
  return between(places, top, 'top', 'line');
}

function between(places: readonly Place[], value: number, given: keyof Place, wanted: keyof Place): number {
  const index = places.findLastIndex((place) => place[given] <= value);
  const before = places[Math.max(0, index)];
  const after = places[index + 1];
  if (before === undefined) return 0;
  if (index < 0 || after === undefined) return before[wanted];
  const share = (value - before[given]) / (after[given] - before[given]);
  return before[wanted] + share * (after[wanted] - before[wanted]);
}

/** The places without those that would go back: a float or a table may put a later line higher up. */
export function ascending(places: Iterable<Place>): readonly Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    const last = kept.at(-1);
    if (last === undefined || (place.line > last.line && place.top > last.top)) kept.push(place);
  }
  return kept;
}
