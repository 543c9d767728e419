/** What Jigsaw puts in the place of what Blade or PHP would run, before Markdown is read (`strtr`: longest first). */
const escapes: Readonly<Record<string, string>> = {
  '{!!': '@{!!',
  '{{': '@{{',
  '{@': '{@',
  '@': "{{'@'}}",
  '<?php': "<{{'?php'}}",
};

/**
 * The text as Jigsaw gives it to the Markdown parser: in a plain `.md` nothing of it shall run.
 * Jigsaw: `Handlers/MarkdownHandler::getEscapedMarkdownContent`.
 */
export function escapeBlade(text: string): string {
  return text.replace(/\{!!|\{\{|\{@|@|<\?php/g, (found) => escapes[found] ?? found);
}

/** What such an escape stands for. Smart punctuation spoils its quotes; then the build dies, and the reader sees this. */
const escaped = /^\s*['‘’](@|\?php)['‘’]\s*$/;

/** A construct of Blade: all of it, what is between its marks, and whether an `@` stands in front. */
interface Construct {
  readonly whole: string;
  readonly inner: string;
  readonly isEscaped: boolean;
}

/**
 * The page that Blade makes of HTML for which {@link escapeBlade} was used. Echoes are compiled in the order in which
 * Blade does it; one that isn't closed keeps its `@`. What else would run is left as it is: only PHP knows.
 */
export function unescapeBlade(html: string): string {
  if (!/\{\{|\{!!/.test(html)) return html;
  const withoutAt = ({ whole, isEscaped }: Construct) => (isEscaped ? whole : undefined);
  let page = replaceConstructs(html, '{{--', '--}}', ({ isEscaped }) => (isEscaped ? '@' : ''));
  page = replaceConstructs(page, '{!!', '!!}', withoutAt);
  return replaceConstructs(page, '{{', '}}', (echo) => withoutAt(echo) ?? escaped.exec(echo.inner)?.[1]);
}

/** Replaces constructs, and the `@` in front of them, where there is something to replace them by. */
function replaceConstructs(
  text: string,
  open: string,
  close: string,
  make: (construct: Construct) => string | undefined,
): string {
  let result = '';
  let done = 0;
  for (let at = text.indexOf(open); at >= 0; ) {
    // Behind white space there must be something.
    const innerEnd = text.indexOf(close, skipSpace(text, at + open.length) + 1);
    if (innerEnd < 0) break;
    const end = innerEnd + close.length;
    const isEscaped = at > done && text[at - 1] === '@';
    const made = make({
      whole: text.slice(at, end),
      inner: text.slice(at + open.length, innerEnd),
      isEscaped,
    });
    if (made !== undefined) {
      result += text.slice(done, isEscaped ? at - 1 : at) + made;
      done = end;
    }
    at = text.indexOf(open, end);
  }
  return result + text.slice(done);
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
}
