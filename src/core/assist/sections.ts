import type { SectionPlace } from '../site/jigsaw/model.ts';
import type { PlacedLayout } from '../site/placement.ts';

/** A section that a post may fill. */
export interface Section {
  readonly name: string;
  /** Where it is printed. */
  readonly place: SectionPlace;
  /** Whether a layout fills it itself, so that a post's text takes that one's place. */
  readonly isDefined: boolean;
}

/** The sections that a post with these layouts may fill, those first that wait to be filled. */
export function sectionsOf(layouts: readonly PlacedLayout[]): readonly Section[] {
  const found = new Map<string, Section>();
  for (const { chain } of layouts) {
    for (const [name, place] of chain.fillable) {
      if (!found.has(name)) found.set(name, { name, place, isDefined: chain.defined.has(name) });
    }
  }
  return [...found.values()].sort((a, b) => Number(a.isDefined) - Number(b.isDefined));
}
