import { message } from '../text/message.ts';
import { type Span, span } from '../text/span.ts';
import type { Fix } from './rule.ts';

/** A web address whose scheme no browser knows. */
export interface MistypedScheme {
  /** With their colons. */
  readonly written: string;
  readonly meant: string;
  readonly fixes: () => readonly Fix[];
}

/** Such as `htp` and `htttps`. There is no scheme but `http` and `https` that starts so and has only these letters. */
const MISTYPED = /^(?!https?:)[ht][htps]{2,6}:(?=\/\/)/i;

/** @param address where it stands, as it is written. */
export function mistypedScheme(text: string, { start, end }: Span): MistypedScheme | undefined {
  const written = MISTYPED.exec(text.slice(start, end))?.[0];
  if (written === undefined) return undefined;
  const meant = /s/i.test(written) ? 'https:' : 'http:';
  const edits = [{ span: span(start, start + written.length), text: meant }];
  return {
    written,
    meant,
    fixes: () => [{ title: message('Change to `{0}`', meant), edits, preferred: true }],
  };
}
