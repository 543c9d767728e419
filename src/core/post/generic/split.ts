import matter from 'gray-matter';
import { type Span, span } from '../../text/span.ts';
import type { Parts } from '../split.ts';

/** A file's parts, and the language that its opener names (`---json`); `yaml` when it names none. */
export interface LanguageParts extends Parts {
  readonly language: string;
}

/** The longest front matter that is read, in UTF-16 code units. The `yaml` package takes up to 5 µs for each. */
const LONGEST_FRONT_MATTER = 20_000;

/** The longest run of white space that it is given: its search for comments takes the square of that. */
const LONGEST_BLANK = 1000;

/** A text in the guise of a Node `Buffer`: gray-matter copies a string to one, and the web host has none. */
function asBuffer(text: string): string {
  return { constructor: { isBuffer: () => true }, toString: () => text } as unknown as string;
}

/**
 * Splits a text as gray-matter does: after `---` and a language, up to the first line that starts with `---`, or to
 * the end of the file; a byte order mark before it is skipped. gray-matter does nothing but split: it reads no value
 * and, above all, runs nothing, though its JavaScript engine would `eval` the front matter.
 * @returns undefined when there is no front matter, `'too-large'` when there is too much of it.
 */
export function splitGeneric(text: string): LanguageParts | 'too-large' | undefined {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (!text.startsWith('---', start) || text[start + 3] === '-') return undefined;
  if (isTooLarge(text, start)) return 'too-large';
  const { raw, name } = matter.language(text.slice(start));
  // The language is blanked out, so that gray-matter asks no engine but YAML's, and that one reads nothing.
  const yaml = start + 3 + raw.length;
  const input = asBuffer(`---${' '.repeat(raw.length)}${text.slice(yaml)}`);
  const file = matter(input, { engines: { yaml: () => ({}) } });
  const yamlEnd = start + 3 + file.matter.length;
  const closed = text.startsWith('\n---', yamlEnd);
  const closer = closed ? yamlEnd + 1 : text.length;
  return {
    language: name === '' ? 'yaml' : name.toLowerCase(),
    opener: span(start, start + 3),
    yaml: yamlSpan(text, yaml, yamlEnd),
    closer: span(closer, closed ? closer + 3 : closer),
    body: span(text.length - file.content.length, text.length),
  };
}

/** The YAML from the first line that holds something on, without the CR of its last line end. */
function yamlSpan(text: string, start: number, end: number): Span {
  let line = start;
  for (let at = start; at < end && text.charAt(at).trim() === ''; at++) if (text[at] === '\n') line = at + 1;
  return span(line, end > line && text[end - 1] === '\r' ? end - 1 : end);
}

function isTooLarge(text: string, start: number): boolean {
  const closer = text.indexOf('\n---', start);
  const end = closer === -1 ? text.length : closer;
  if (end - start > LONGEST_FRONT_MATTER) return true;
  let blank = 0;
  for (let at = start; at < end && blank <= LONGEST_BLANK; at++)
    blank = text.charAt(at).trim() === '' ? blank + 1 : 0;
  return blank > LONGEST_BLANK;
}
