import { type Span, span } from '../../text/span.ts';
import type { FrontMatter, Post, YamlProblemKind } from '../post.ts';
import type { Reading } from '../reading.ts';
import { readYaml } from './read-yaml.ts';
import { type LanguageParts, splitGeneric } from './split.ts';

/** The languages whose front matter is read: JSON is YAML too. */
const LANGUAGES: readonly string[] = ['yaml', 'yml', 'json'];

/** A post of a site that isn't Jigsaw's: split by gray-matter, its YAML read by YAML 1.2's core schema. */
export function parseGeneric(text: string): Pick<Post, 'frontMatter' | 'body' | 'rendered'> {
  const parts = splitGeneric(text);
  const body = parts === undefined ? span(0, text.length) : parts === 'too-large' ? atEnd(text) : parts.body;
  const frontMatter =
    parts === undefined ? undefined : parts === 'too-large' ? tooLarge(text) : readFrontMatter(text, parts);
  return { frontMatter, body, rendered: { body, problem: undefined } };
}

function readFrontMatter(text: string, { opener, yaml, closer, language }: LanguageParts): FrontMatter {
  const where = span(opener.end, yaml.start);
  const words = `Front matter in the language "${language}" is not read`;
  const reading = LANGUAGES.includes(language)
    ? readYaml(text, yaml)
    : unread('unsupported-language', words, where);
  return { opener, yaml, closer, ...reading };
}

/** All of the file is taken for its front matter: where that ends has not been looked for. */
function tooLarge(text: string): FrontMatter {
  const start = text.indexOf('---');
  const opener = span(start, start + 3);
  const yaml = span(opener.end, text.length);
  return {
    opener,
    yaml,
    closer: atEnd(text),
    ...unread('too-large', 'The front matter is too large to be read', opener),
  };
}

function atEnd(text: string): Span {
  return span(text.length, text.length);
}

function unread(kind: YamlProblemKind, symfony: string, where: Span): Reading {
  return { data: undefined, fields: [], problem: { kind, symfony, span: where } };
}
