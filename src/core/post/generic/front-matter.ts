import { type Span, span } from '../../text/span.ts';
import type { FrontMatter, Post } from '../post.ts';
import type { Reading } from '../reading.ts';
import { readYaml } from './read-yaml.ts';
import { splitGeneric } from './split.ts';

/** The languages whose front matter is read: JSON is YAML too. */
const LANGUAGES: readonly string[] = ['yaml', 'yml', 'json'];

/** A post of a site that isn't Jigsaw's: split by gray-matter, its YAML read by YAML 1.2's core schema. */
export function parseGeneric(text: string): Pick<Post, 'frontMatter' | 'body' | 'rendered'> {
  const parts = splitGeneric(text);
  if (parts === undefined) {
    const body = span(0, text.length);
    return { frontMatter: undefined, body, rendered: { body, problem: undefined } };
  }
  const { opener, yaml, closer, body, language } = parts;
  const reading = LANGUAGES.includes(language)
    ? readYaml(text, yaml)
    : otherLanguage(opener.end, yaml.start, language);
  const frontMatter: FrontMatter = { opener, yaml, closer, ...reading };
  return { frontMatter, body, rendered: { body, problem: undefined } };
}

function otherLanguage(start: number, end: number, language: string): Reading {
  const where: Span = span(start, end);
  const words = `Front matter in the language "${language}" is not read`;
  return {
    data: undefined,
    fields: [],
    problem: { kind: 'unsupported-language', symfony: words, span: where },
  };
}
