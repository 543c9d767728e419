/** A half-open range `[start, end)` of a text, in UTF-16 code units from its start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to `end`, which may be equal (a place between two characters). */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether `offset` lies within the span or at either of its ends. */
export function touches(where: Span, offset: number): boolean {
  return where.start <= offset && offset <= where.end;
}

/** The part of `text` that the span covers. */
export function slice(text: string, where: Span): string {
  return text.slice(where.start, where.end);
}
