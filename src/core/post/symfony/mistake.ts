import type { Span } from '../../text/span.ts';
import type { YamlProblem, YamlProblemKind } from '../post.ts';

/**
 * What Symfony's parser throws, its `ParseException`. It is thrown here too, because where it is caught, Symfony
 * often names another line than that of the mistake; it never leaves this folder.
 */
export class Mistake extends Error {
  readonly kind: YamlProblemKind;
  /** Where the mistake is, which is often not where Symfony says. */
  readonly span: Span;
  /** False for an error of PHP itself, which no `catch` of Symfony's looks at. */
  readonly isParseException: boolean;
  /** The line that Symfony names, from 1 within the YAML; undefined when it names none. */
  #line: number | undefined;
  /** The text that Symfony quotes. */
  #near: string;

  constructor(
    kind: YamlProblemKind,
    span: Span,
    words: string,
    line?: number,
    near = '',
    isParseException = true,
  ) {
    super(words);
    this.kind = kind;
    this.span = span;
    this.isParseException = isParseException;
    this.#line = line;
    this.#near = near;
  }

  /** The same mistake as seen by who caught it: `setParsedLine` and `setSnippet`. */
  seenAt(line: number, near: string): this {
    if (this.isParseException) {
      this.#line = line;
      this.#near = near;
    }
    return this;
  }

  /** The same mistake, known better. */
  as(kind: YamlProblemKind, span: Span): Mistake {
    return new Mistake(kind, span, this.message, this.#line, this.#near, this.isParseException);
  }

  toProblem(): YamlProblem {
    return { kind: this.kind, symfony: this.#describe(), span: this.span };
  }

  /** `ParseException::updateRepr`. PHP takes the snippet `0` for none. */
  #describe(): string {
    const dot = this.message.endsWith('.') ? '.' : '';
    const line = this.#line === undefined ? '' : ` at line ${this.#line}`;
    const near = this.#near === '' || this.#near === '0' ? '' : ` (near "${this.#near}")`;
    if (line === '' && near === '') return this.message;
    return this.message.slice(0, this.message.length - dot.length) + line + near + dot;
  }
}
