import matter from 'gray-matter';
import { span } from '../../text/span.ts';
import type { Parts } from '../split.ts';

/** A file's parts, and the language that its opener names (`---json`); `yaml` when it names none. */
export interface LanguageParts extends Parts {
  readonly language: string;
}

/** What gray-matter calls for a front matter of any language: it reads nothing and, above all, runs nothing. */
const UNREAD = { parse: () => ({}), stringify: () => '' };

/** gray-matter's own engines, each switched off. Its JavaScript engine would `eval` the front matter. */
const ENGINES = { yaml: UNREAD, json: UNREAD, javascript: UNREAD };

/** A text in the guise of a Node `Buffer`: gray-matter copies a string to one, and the web host has none. */
class TextBuffer {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  static isBuffer(): boolean {
    return true;
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * Splits a text as gray-matter does: after `---` and a language, up to the first line that starts with `---`, or to
 * the end of the file; a byte order mark before it is skipped. gray-matter does nothing but split.
 * @returns undefined when there is no front matter.
 */
export function splitGeneric(text: string): LanguageParts | undefined {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (!text.startsWith('---', start) || text[start + 3] === '-') return undefined;
  const input = text.slice(start);
  const { raw, name } = matter.language(input);
  const engines = { ...ENGINES, [name]: UNREAD };
  const file = matter(new TextBuffer(input) as unknown as string, { engines });
  const yaml = start + 3 + (name === '' ? 0 : raw.length);
  const yamlEnd = yaml + file.matter.length;
  const closed = text.startsWith('\n---', yamlEnd);
  const closer = closed ? yamlEnd + 1 : text.length;
  return {
    language: file.language.toLowerCase(),
    opener: span(start, start + 3),
    yaml: span(yaml, yamlEnd),
    closer: span(closer, closed ? closer + 3 : closer),
    body: span(text.length - file.content.length, text.length),
  };
}
