import type { Token } from 'markdown-it';
import type { Span } from '../text/span.ts';

/** Where an image, a link or a definition stands. */
export interface Place {
  readonly whole: Span;
  /** What stands between its square brackets. */
  readonly label: Span;
  /** The address as written, without angle brackets. */
  readonly address: Span;
  /** The definition that gives the address, if one does. */
  readonly definition?: Span;
}

const places = new WeakMap<Token, Place>();
const stretches = new WeakMap<Token, readonly Span[]>();

/** The place of an image, of a link's opening token, or of a definition. */
export function placeOf(token: Token): Place | undefined {
  return places.get(token);
}

/** Notes where in the source an image, a link or a definition is written. */
export function setPlace(token: Token, place: Place): void {
  places.set(token, place);
}

/** What of the source a token of HTML consists of: marks of quotes and lists may stand in between. */
export function stretchesOf(token: Token): readonly Span[] | undefined {
  return stretches.get(token);
}

/** Notes what of the source a token of HTML consists of. */
export function setStretches(token: Token, where: readonly Span[]): void {
  stretches.set(token, where);
}
