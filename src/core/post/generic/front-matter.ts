import { type Span, slice, span } from '../../text/span.ts';
import type { FrontMatter, Post, YamlProblem, YamlProblemKind } from '../post.ts';
import type { Reading } from '../reading.ts';
import { readYaml } from './read-yaml.ts';
import { type LanguageParts, splitGeneric } from './split.ts';

/** The languages whose front matter is read: JSON is YAML too. */
const LANGUAGES: readonly string[] = ['yaml', 'yml', 'json'];

/**
 * Front matter in TOML or JSON, as Hugo and Zola take it: between lines of `+++`, or from `{` to the first line that is
 * a `}`. It isn't read.
 */
const UNREAD =
  /^\uFEFF?(?:\+{3}[ \t]*(?:\r?\n)(?:[^\r\n]*\r?\n)*?\+{3}[ \t]*|\{[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?\}[ \t]*)(?:\r?\n|$)/;

/** A post of a site that isn't Jigsaw's: split by gray-matter, its YAML read by YAML 1.2's core schema. */
export function parseGeneric(text: string): Pick<Post, 'frontMatter' | 'body' | 'rendered'> {
  const unread = UNREAD.exec(text);
  if (unread) {
    const body = span(unread[0].length, text.length);
    return { frontMatter: undefined, body, rendered: { body, problem: undefined } };
  }
  const parts = splitGeneric(text);
  const body = parts === undefined ? span(0, text.length) : parts === 'too-large' ? atEnd(text) : parts.body;
  const frontMatter =
    parts === undefined ? undefined : parts === 'too-large' ? tooLarge(text) : readFrontMatter(text, parts);
  return { frontMatter, body, rendered: { body, problem: undefined } };
}

function readFrontMatter(text: string, { opener, yaml, closer, language }: LanguageParts): FrontMatter {
  const where = span(opener.end, yaml.start);
  const reading = LANGUAGES.includes(language)
    ? lenient(readYaml(text, yaml), text, yaml)
    : unread('unsupported-language', language, where);
  return { opener, yaml, closer, ...reading };
}

/**
 * What some generators' parsers refuse and others read is no mistake, and what it says isn't known: a text in quotes or
 * a list in brackets that goes on at the start of a line, and a line of `...`, which closes Jekyll's front matter.
 */
function lenient(reading: Reading, text: string, yaml: Span): Reading {
  const { problem } = reading;
  if (!problem || !(goesOn(problem, text, yaml) || /^\.{3}[ \t]*$/m.test(slice(text, yaml)))) return reading;
  return { data: undefined, fields: [], problem: undefined };
}

/** Whether the quote or bracket that the `yaml` package misses stands on a line below, and no field before it. */
function goesOn({ symfony, span: { start } }: YamlProblem, text: string, { end }: Span): boolean {
  const [, quote, bracket] = /^Missing closing (["'])|^Flow .* end with an? ([\]}])/.exec(symfony) ?? [];
  const closing = quote ?? bracket;
  const closer = closing === undefined ? -1 : text.indexOf(closing, start);
  return closer !== -1 && closer < end && !/^[\w-]+:(?:\s|$)/m.test(text.slice(start, closer));
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
