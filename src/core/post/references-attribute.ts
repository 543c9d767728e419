import { type Span, span } from '../text/span.ts';

/** An attribute of an HTML tag. Without `=` its value is an empty span. */
export interface Attribute {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The value without its quotes. */
  readonly value: Span;
  readonly parts: readonly Part[];
}

/** A stretch of a value that is meant as written, or a run of character references and what it stands for. */
interface Part {
  readonly span: Span;
  readonly decoded: string;
}

const assignment = /[\s/]*=\s*["']?/y;

/**
 * Puts an attribute together from what the tokenizer told: data with its place, character references without.
 * @param end where the value ends, before its closing quote.
 */
export function makeAttribute(
  text: string,
  source: string,
  nameSpan: Span,
  told: readonly (Span | string)[],
  end: number,
): Attribute {
  assignment.lastIndex = nameSpan.end;
  const start = assignment.test(text) ? Math.min(assignment.lastIndex, end) : end;
  const parts: Part[] = [];
  let at = start;
  let pending = '';
  for (const item of [...told, span(end, end)]) {
    if (typeof item === 'string') {
      pending += item;
      continue;
    }
    if (pending !== '') parts.push({ span: span(at, item.start), decoded: pending });
    if (item.end > item.start) parts.push({ span: item, decoded: source.slice(item.start, item.end) });
    pending = '';
    at = item.end;
  }
  const name = text.slice(nameSpan.start, nameSpan.end).toLowerCase();
  return { name, nameSpan, value: span(start, end), parts };
}

/** A part of an attribute's value with its character references decoded. */
export function decode({ parts }: Attribute, where: Span): string {
  let decoded = '';
  for (const part of parts) {
    const start = Math.max(part.span.start, where.start);
    const end = Math.min(part.span.end, where.end);
    if (start >= end) continue;
    const whole = part.decoded.length !== part.span.end - part.span.start;
    decoded += whole ? part.decoded : part.decoded.slice(start - part.span.start, end - part.span.start);
  }
  return decoded;
}

/** A value with its character references decoded, and where its characters stand. */
export interface DecodedValue {
  readonly decoded: string;
  /** The offset in the text of an offset in `decoded`. */
  placeOf(offset: number): number;
}

/** @param text what the tokenizer read, with template text overwritten. */
export function decodedValue({ parts, value }: Attribute, text: string): DecodedValue {
  const pieces = parts.map(({ span: where, decoded }) => {
    const isReference = decoded.length !== where.end - where.start;
    return { where, decoded: isReference ? decoded : text.slice(where.start, where.end), isReference };
  });
  return {
    decoded: pieces.map(({ decoded }) => decoded).join(''),
    placeOf(offset) {
      let before = 0;
      for (const { where, decoded, isReference } of pieces) {
        const inside = offset - before;
        if (inside < decoded.length) return inside === 0 || !isReference ? where.start + inside : where.end;
        before += decoded.length;
      }
      return value.end;
    },
  };
}
